using System.Text.Json;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Instances;

/// <summary>Asks for the sub-procedures that instances wait for, and tells parents when they have ended.</summary>
public sealed class SubProcedures : IProjection
{
    /// <summary>Topic of <see cref="StartSubProcedure"/>.</summary>
    public const string StartTopic = "start-subprocedure";

    /// <summary>Topic of <see cref="EndedSubProcedure"/>.</summary>
    public const string EndedTopic = "subprocedure-ended";

    /// <summary>Outcome told to the parent of an instance that was cancelled.</summary>
    private const string Cancelled = "Cancelled";

    private const string Done = "Done";

    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case ActivitySuspended { Bookmark: { Wait: SubProcedureWait wait } bookmark }:
                step.Enqueue(StartTopic, $"{step.InstanceId}/{bookmark.Id}", OfficeJson.Write(Start(step, bookmark, wait)));
                break;
            case WorkflowFinished finished:
                End(step, finished.Outcome ?? Done);
                break;
            case WorkflowCancelled:
                End(step, Cancelled);
                break;
        }
    }

    private static StartSubProcedure Start(Step step, Bookmark bookmark, SubProcedureWait wait) => new(
        new ParentLink(step.AgencyId, step.InstanceId, bookmark.Id),
        wait.Agency ?? step.AgencyId,
        wait.Procedure,
        wait.Case,
        wait.Input,
        wait.Title);

    private static void End(Step step, string outcome)
    {
        if (step.Instance is not { ParentAgencyId: { } agency, ParentInstanceId: { } instance, ParentBookmarkId: { } bookmark })
            return;
        var output = JsonSerializer.SerializeToElement(step.Workflow!.Output);
        var ended = new EndedSubProcedure(new ParentLink(agency, instance, bookmark), step.AgencyId, step.InstanceId, outcome, output);
        step.Enqueue(EndedTopic, step.InstanceId, OfficeJson.Write(ended));
    }
}

/// <summary>A bookmark waits for another procedure: start it, with <paramref name="Parent"/> as its parent.</summary>
/// <param name="Agency">The agency that runs it.</param>
/// <param name="Procedure">Code of the procedure.</param>
public sealed record StartSubProcedure(
    ParentLink Parent, string Agency, string Procedure, string? Case, JsonElement Input, Text Title);

/// <summary>An instance with a parent has ended.</summary>
/// <param name="Output">Object of the child's outputs.</param>
public sealed record EndedSubProcedure(ParentLink Parent, string AgencyId, string InstanceId, string Outcome, JsonElement Output);

/// <summary>A sub-procedure ended when nothing waited for it any more: its time was over, or the procedure had ended.</summary>
/// <param name="BookmarkId">The bookmark that had waited; null in histories from before it was kept.</param>
/// <param name="Output">Object of the child's outputs; null in histories from before it was kept.</param>
public sealed record SubProcedureEndedLate(
    string AgencyId, string ChildInstanceId, string Outcome, string? BookmarkId = null, JsonElement? Output = null) : OfficeEvent;
