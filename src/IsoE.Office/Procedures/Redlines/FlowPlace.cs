using IsoE.Office.Procedures.Redlines.Trees;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>What of a flow an edit concerns.</summary>
/// <param name="Activity">Id of the activity; null for what stands around the activities.</param>
/// <param name="Property">Name of its property; empty when the activity as a whole came or went.</param>
/// <param name="Inner">The rest of the path inside the property.</param>
internal sealed record FlowPlace(string? Activity, string Property, IReadOnlyList<string> Inner)
{
    private static readonly string[] Ports = ["body", "then", "else", "default"];

    public static FlowPlace Of(TreeEdit edit, Tree before, Tree after)
    {
        var path = edit.Path;
        if (path.Count == 0 || path[0] != "root") return new FlowPlace(null, path.Count == 0 ? "" : path[0], [.. path.Skip(1)]);
        var (owner, i) = (Id(1), 1);
        while (i < path.Count)
        {
            if (path[i] == "activities" && i + 1 < path.Count) (owner, i) = (Id(i + 2), i + 2);
            else if (Ports.Contains(path[i]) && Id(i + 1) is { } inner) (owner, i) = (inner, i + 1);
            else if (path[i] == "cases" && i + 2 < path.Count && path[i + 2] == "activity") (owner, i) = (Id(i + 3), i + 3);
            else return new FlowPlace(owner, path[i], [.. path.Skip(i + 1)]);
        }
        return new FlowPlace(owner, "", []);

        string? Id(int length) => after.Text([.. path.Take(length), "id"]) ?? before.Text([.. path.Take(length), "id"]);
    }
}
