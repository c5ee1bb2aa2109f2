using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines.Trees;

/// <summary>Applies edits to a tree. What does not fit is refused: the edits are those of another version.</summary>
internal static class TreePatch
{
    /// <exception cref="RejectedException"><c>redline-of-another-version</c>.</exception>
    public static Tree Apply(Tree before, IReadOnlyCollection<TreeEdit> edits)
    {
        var root = before.Copy();
        foreach (var edit in edits.OfType<Removed>()) Parent(root, edit).Branches.Remove(Branch(root, edit));
        foreach (var edit in edits.OfType<Replaced>()) root = Replace(root, edit);
        foreach (var edit in edits.OfType<Respoken>().OrderByDescending(e => e.Index)) Respeak(Node(root, edit.Path), edit);
        foreach (var edit in edits.OfType<Inserted>().OrderBy(e => e.Index)) Insert(Parent(root, edit), edit);
        foreach (var edit in edits.OfType<Rearranged>()) Rearrange(Node(root, edit.Path), edit);
        return root;
    }

    private static Tree Replace(Tree root, Replaced edit)
    {
        if (!Node(root, edit.Path).Same(Tree.Of(edit.Before)) && edit.Path.Count > 0) throw Foreign(edit);
        if (edit.Path.Count == 0) return Tree.Of(edit.After);
        var (parent, branch) = (Parent(root, edit), Branch(root, edit));
        parent.Branches[parent.Branches.IndexOf(branch)] = branch with { Tree = Tree.Of(edit.After) };
        return root;
    }

    private static void Insert(Tree parent, Inserted edit)
    {
        if (edit.Index > parent.Branches.Count || parent.Find(edit.Path[^1]) is not null) throw Foreign(edit);
        parent.Branches.Insert(edit.Index, new Branch(edit.Path[^1], edit.Name, Tree.Of(edit.After)));
    }

    private static void Respeak(Tree sequence, Respoken edit)
    {
        var old = sequence.Branches.Skip(edit.Index).Take(edit.Before.Count).Select(b => b.Tree.ToJson().GetString());
        if (!old.SequenceEqual(edit.Before, StringComparer.Ordinal)) throw Foreign(edit);
        sequence.Branches.RemoveRange(edit.Index, edit.Before.Count);
        sequence.Branches.InsertRange(edit.Index, edit.After.Select(text => new Branch("", "", Tree.Value(text))));
    }

    private static void Rearrange(Tree node, Rearranged edit)
    {
        var known = node.Branches.ToDictionary(b => b.Key, StringComparer.Ordinal);
        if (known.Count != edit.Keys.Count || !edit.Keys.All(known.ContainsKey)) throw Foreign(edit);
        node.Branches.Clear();
        node.Branches.AddRange(edit.Keys.Select(key => known[key]));
    }

    private static Tree Node(Tree root, IEnumerable<string> path) => root.Find(path) ?? throw Foreign(null);

    private static Tree Parent(Tree root, TreeEdit edit) => root.Find(edit.Path.SkipLast(1)) ?? throw Foreign(edit);

    private static Branch Branch(Tree root, TreeEdit edit) => Parent(root, edit).Find(edit.Path[^1]) ?? throw Foreign(edit);

    private static RejectedException Foreign(TreeEdit? edit) => new("redline-of-another-version", new Text(
        $"Bảng so sánh này được lập cho một phiên bản khác: “{edit?.Place}” không khớp.",
        $"This redline was made for another version: “{edit?.Place}” does not fit."));
}
