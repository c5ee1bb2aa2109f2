using IsoE.Office.Procedures.WordImport.Steps;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Drafting;

/// <summary>A way out of a planned step.</summary>
/// <param name="Target">Position of the step it leads to in the plan, from 0; null for the end.</param>
internal sealed record PlannedWay(string Outcome, Text Label, int? Target)
{
    /// <summary>It is taken when the dossier does not pass.</summary>
    public bool IsFailure { get; init; }
}

/// <summary>A step of the document as an activity of the flow.</summary>
internal sealed record PlannedStep(string Id, ImportedStep Step)
{
    public string? Role { get; init; }
    public TimeLimit? Limit { get; init; }
    public required string Clock { get; init; }

    /// <summary>Why the clock pauses; exactly when it does.</summary>
    public string? WaitsFor { get; init; }
    public string? Milestone { get; init; }

    /// <summary>Somebody outside the agency acts; the flow waits for what comes.</summary>
    public bool IsWait { get; init; }
    public IReadOnlyList<PlannedWay> Ways { get; init; } = [];

    public string Form => Ways.Any(way => way.IsFailure) ? DraftForms.Deciding
        : Milestone == Workflows.Execution.Milestones.Returned ? DraftForms.Returning
        : DraftForms.Settling;
}
