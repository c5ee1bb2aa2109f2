namespace IsoE.Office.Procedures.Redlines.Trees;

/// <summary>Finds the edits that lead from one tree to another: none when they are the same, and none that does nothing.</summary>
internal static class TreeDiff
{
    public static IReadOnlyList<TreeEdit> Between(Tree before, Tree after)
    {
        var edits = new List<TreeEdit>();
        Compare(before, after, [], edits);
        return edits;
    }

    private static void Compare(Tree before, Tree after, string[] path, List<TreeEdit> edits)
    {
        if (before.Same(after)) return;
        if (before.Kind != after.Kind || before.Kind == TreeKind.Value || IsAnother(before, after, path))
            edits.Add(new Replaced(path, before.ToJson(), after.ToJson()));
        else if (before.Kind == TreeKind.Sequence)
            edits.AddRange(SequenceDiff.Between(path, Texts(before), Texts(after)));
        else
            CompareBranches(before, after, path, edits);
    }

    /// <summary>An activity at a port is not the same one changed when its id is another; versions of a whole are.</summary>
    private static bool IsAnother(Tree before, Tree after, string[] path) => path.Length > 0
        && before.Text("id") is { } old && after.Text("id") is { } id && old != id;

    private static void CompareBranches(Tree before, Tree after, string[] path, List<TreeEdit> edits)
    {
        var (old, now) = (before.Branches.ToDictionary(b => b.Key, StringComparer.Ordinal), after.Branches.ToDictionary(b => b.Key, StringComparer.Ordinal));
        edits.AddRange(before.Branches.Where(b => !now.ContainsKey(b.Key)).Select(b => new Removed([.. path, b.Key], b.Tree.ToJson())));
        for (var i = 0; i < after.Branches.Count; i++)
        {
            var branch = after.Branches[i];
            if (old.TryGetValue(branch.Key, out var known)) Compare(known.Tree, branch.Tree, [.. path, branch.Key], edits);
            else edits.Add(new Inserted([.. path, branch.Key], branch.Name, branch.Tree.ToJson(), i));
        }
        var kept = before.Branches.Select(b => b.Key).Where(now.ContainsKey);
        if (!kept.SequenceEqual(after.Branches.Select(b => b.Key).Where(old.ContainsKey), StringComparer.Ordinal))
            edits.Add(new Rearranged(path, [.. after.Branches.Select(b => b.Key)]));
    }

    private static string[] Texts(Tree sequence) => [.. sequence.Branches.Select(b => b.Tree.ToJson().GetString()!)];
}
