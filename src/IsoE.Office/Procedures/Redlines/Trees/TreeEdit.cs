using System.Text.Json;

namespace IsoE.Office.Procedures.Redlines.Trees;

/// <summary>One smallest difference between two versions of a text. Applied to the first together with all others it gives the second.</summary>
/// <param name="Path">Member names and item keys from the root to what it concerns.</param>
public abstract record TreeEdit(IReadOnlyList<string> Path)
{
    /// <summary>The path as one line, for example <c>root/activities/appraise/timeLimit</c>.</summary>
    public string Place => string.Join('/', Path);
}

/// <summary>A value is another one.</summary>
public sealed record Replaced(IReadOnlyList<string> Path, JsonElement Before, JsonElement After) : TreeEdit(Path);

/// <summary>A member or item is new.</summary>
/// <param name="Name">Name of the member; empty in lists.</param>
/// <param name="Index">Where it stands in the new version.</param>
public sealed record Inserted(IReadOnlyList<string> Path, string Name, JsonElement After, int Index) : TreeEdit(Path);

/// <summary>A member or item is gone.</summary>
public sealed record Removed(IReadOnlyList<string> Path, JsonElement Before) : TreeEdit(Path);

/// <summary>The members or items are the same, in another order.</summary>
/// <param name="Keys">All of them in the new order.</param>
public sealed record Rearranged(IReadOnlyList<string> Path, IReadOnlyList<string> Keys) : TreeEdit(Path);

/// <summary>A run of texts in a sequence has given way to another one.</summary>
/// <param name="Index">Where it begins in the old version.</param>
public sealed record Respoken(IReadOnlyList<string> Path, int Index, IReadOnlyList<string> Before, IReadOnlyList<string> After) : TreeEdit(Path);
