namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>A step as the document's author meant it, with the words the document uses for it.</summary>
/// <param name="Who">The cell of who acts.</param>
/// <param name="Role">The role meant; null when none of ours is.</param>
/// <param name="When">The cell of time.</param>
/// <param name="Limit">The time limit meant, in its text form; null for none.</param>
internal sealed record GoldStep(string Title, string Who, string? Role, string When, string? Limit)
{
    /// <summary>What the document says on how the step is done.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The forms and results, a line each.</summary>
    public string[] Forms { get; init; } = [];

    /// <summary>The sentence on where the dossier goes.</summary>
    public string Branch { get; init; } = "";

    /// <summary>The step it goes (back) to when it does not pass; null when the document names none.</summary>
    public int? WhenFailed { get; init; }

    public string FormCell => string.Join('\n', Forms);

    public string TitleCell => Joined(Title, Detail, Branch);

    public string DetailCell => Joined(Detail, Branch);

    private static string Joined(params string[] lines) => string.Join('\n', lines.Where(line => line.Length > 0));
}

internal sealed record GoldProcedure(string Name, params GoldStep[] Steps);
