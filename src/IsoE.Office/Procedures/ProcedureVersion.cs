using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Procedures;

/// <summary>A version of a procedure that dossiers run on: its flow, and the text that goes with it. Immutable.</summary>
/// <param name="InForceTo">Last day on which new dossiers are received under it; null while no later version is known.</param>
public sealed record ProcedureVersion(
    Procedure Procedure,
    WorkflowDefinition Definition,
    int Version,
    DateOnly InForceFrom,
    DateOnly? InForceTo)
{
    public string Code => Procedure.Code;

    /// <summary>What it was read from.</summary>
    public required ProcedureContent Content { get; init; }

    /// <summary>The controlled document the agency published it by; null for a shipped version.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The steps as section 5.7 of the document shows them.</summary>
    public StepTable Steps { get; } = StepTable.Of(Procedure, Definition);

    /// <summary>Whether a step accepts the dossier (thụ lý): handing it in starts no clock then.</summary>
    public bool HasAcceptanceStep { get; } = Accepts(Definition);

    /// <summary>The same for a definition alone.</summary>
    public static bool Accepts(WorkflowDefinition definition) =>
        definition.Activities.Values.Any(activity => activity.LiteralText("milestone") == Milestones.Accepted);

    public bool IsInForce(DateOnly on) => InForceFrom <= on && (InForceTo is null || on <= InForceTo);
}
