using IsoE.Office.Procedures.Redlines.Trees;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>What of the front matter an edit concerns.</summary>
/// <param name="Items">The lists it is in with the key of the item, outermost first; a group of values is an item without key.</param>
/// <param name="Field">Name of the value; empty when the innermost item as a whole came or went.</param>
/// <param name="Path">Path to the item or value in the tree.</param>
internal sealed record TextPlace(IReadOnlyList<TextItem> Items, string Field, IReadOnlyList<string> Path)
{
    public string Key => string.Join('/', Path);

    /// <summary>The list or group the value stands in; empty at the top.</summary>
    public string Owner => Items.Count == 0 ? "" : Items[^1].List;

    public static TextPlace Of(TreeEdit edit, Tree before, Tree after)
    {
        var (path, items, i) = (edit.Path, new List<TextItem>(), 1);
        while (i < path.Count)
        {
            var here = path.Take(i + 1).ToList();
            var tree = after.Find(here) ?? before.Find(here);
            if (i == path.Count - 1 || tree is null || IsOneValue(tree)) return new TextPlace(items, path[i], here);
            if (tree.Kind == TreeKind.List) here.Add(path[++i]);
            items.Add(new TextItem(path[here.Count - (tree.Kind == TreeKind.List ? 2 : 1)], tree.Kind == TreeKind.List ? path[i] : "", here));
            i++;
        }
        return new TextPlace(items, "", path);
    }

    /// <summary>A value, a text in two languages, or a list of words.</summary>
    public static bool IsOneValue(Tree tree) => tree.Kind == TreeKind.Value
        || (tree.Kind == TreeKind.Map && tree.Branches.All(b => b.Key is "vi" or "en"))
        || (tree.Kind == TreeKind.List && tree.Branches.All(b => b.Tree.Kind == TreeKind.Value));
}

/// <param name="Key">Empty for a group of values that is no list.</param>
internal sealed record TextItem(string List, string Key, IReadOnlyList<string> Path);
