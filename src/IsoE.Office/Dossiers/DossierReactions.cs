using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;
using IsoE.Workflows.Execution;
using Waiting = IsoE.Workflows.Execution.Pauses;

namespace IsoE.Office.Dossiers;

/// <summary>
/// Says what the events of a procedure mean for the dossier: milestones, the legal clock, supplement and payment.
/// Everything is read from the activities; no procedure is known by name.
/// </summary>
internal sealed class DossierReactions(PromisedDates dates, ProcedureLibraries procedures)
{
    public void To(Step step, DossierRow row, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            // Without a step that accepts, handing in at the counter is the acceptance.
            case WorkflowStarted when !ProcedureVersion.Accepts(step.Definition): Reach(step, row, Milestones.Accepted, null); break;
            case ActivitySuspended e: Pause(step, row, e.Bookmark); break;
            case ActivityResumed e: Resume(step, row, e); break;
            case ClockResumed when row is { IsPaused: false, FinishedAt: null }: MoveDate(step, row); break;
            case ActivityCanceled e: EndPause(step, row, pause => pause.ActivityInstanceId == e.ActivityInstanceId); break;
            case RecordIssued { Milestone: { } milestone } e: Reach(step, row, milestone, e.Record); break;
            case TaskClaimed: StartProcessing(step, row); break;
        }
    }

    private static void Pause(Step step, DossierRow row, Bookmark bookmark)
    {
        if (PauseOf(bookmark.Wait) is not { } waitsFor) return;
        step.Record(new ClockPaused(bookmark.Id, bookmark.ActivityInstanceId, waitsFor));
        if (waitsFor == Waiting.Supplement) step.Record(SupplementRequests.Of(step, bookmark));
        if (waitsFor == Waiting.Payment) step.Record(new PaymentRequested(bookmark.Id, row.AmountDue - row.AmountPaid));
    }

    /// <summary>What the clock waits for at a bookmark; null when it runs on.</summary>
    internal static string? PauseOf(Wait wait) => wait switch
    {
        UserTask { Clock: Clocks.Pauses } task => task.WaitsFor,
        EventWait { Clock: Clocks.Pauses } outside => outside.WaitsFor,
        SubProcedureWait { Clock: Clocks.Pauses } other => other.WaitsFor,
        _ => null,
    };

    private void Resume(Step step, DossierRow row, ActivityResumed e)
    {
        StartProcessing(step, row);
        EndPause(step, row, pause => pause.BookmarkId == e.BookmarkId);
        var task = step.All<TaskRow>().FirstOrDefault(task => task.BookmarkId == e.BookmarkId);
        if (task?.Milestone is { } milestone) Reach(step, row, milestone, RecordOf(step, task));
    }

    private static void EndPause(Step step, DossierRow row, Func<DossierPause, bool> which)
    {
        if (row.ReadPauses().FirstOrDefault(pause => pause.To is null && which(pause)) is { } ended)
            step.Record(new ClockResumed(ended.BookmarkId, ended.WaitsFor, ended.From));
    }

    private void MoveDate(Step step, DossierRow row)
    {
        if (dates.AfterPauses(row) is { } moved) step.Record(moved);
    }

    private static void StartProcessing(Step step, DossierRow row)
    {
        if (row.Business == BusinessState.Accepted && !Knows<ProcessingStarted>(step)) step.Record(new ProcessingStarted());
    }

    private void Reach(Step step, DossierRow row, string milestone, string? record)
    {
        switch (milestone)
        {
            case Milestones.Accepted when row.AcceptedAt is null && !Knows<DossierAccepted>(step):
                step.Record(dates.OnAcceptance(row, step.Now));
                break;
            case Milestones.Prolonged when dates.Prolonged(row, ProcedureOf(row)) is { } prolonged && !Knows<TermProlonged>(step):
                step.Record(prolonged);
                break;
            case Milestones.Refused when row.FinishedAt is null && !Knows<DossierRefused>(step):
                step.Record(new DossierRefused(AtCounter: false, Reason: null));
                break;
            case Milestones.Stopped when row.FinishedAt is null && !Knows<DossierStopped>(step):
                step.Record(new DossierStopped(Reason: null));
                break;
            case Milestones.Settled when row.FinishedAt is null && !Knows<ResultIssued>(step):
                step.Record(new ResultIssued(record));
                break;
            case Milestones.Returned when row.Delivery != DeliveryState.Returned && !Knows<ResultReturned>(step):
                step.Record(new ResultReturned(null, null, null, null));
                break;
        }
    }

    private Procedure ProcedureOf(DossierRow row) => procedures.Of(row.AgencyId).Get(row.ProcedureCode, row.ProcedureVersion).Procedure;

    private static bool Knows<T>(Step step) => step.Events.Any(known => known.Fact is T);

    private static string? RecordOf(Step step, TaskRow task) =>
        step.Definition.Activities.GetValueOrDefault(task.ActivityId)?.LiteralText("record");
}
