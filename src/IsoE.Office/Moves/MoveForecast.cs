using IsoE.Office.Calendars;
using IsoE.Office.Deadlines;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Moves;

/// <summary>What moving a dossier to another version of its procedure would do to it.</summary>
/// <param name="Obstacles">Why it stays where it is; empty when it can be moved.</param>
/// <param name="Term">Its time limit under the other version; null when it stays.</param>
/// <param name="Steps">Steps that wait now and would be due at another moment.</param>
public sealed record MoveForecast(
    IReadOnlyList<MigrationObstacle> Obstacles, MovedTerm? Term, IReadOnlyList<StepTermMoved> Steps)
{
    public bool CanMove => Obstacles.Count == 0;

    public bool ChangesDate => Term is { To: not null } || Steps.Count > 0;
}

/// <summary>Foresees moves: the same for the rehearsal and for the move itself.</summary>
public sealed class ForecastMove(CalendarSource calendars, PromisedDates dates)
{
    /// <param name="history">All events of the dossier.</param>
    /// <exception cref="RejectedException">The calendar does not have the years needed.</exception>
    public MoveForecast Of(ProcedureVersion target, DossierRow dossier, IReadOnlyList<RecordedEvent> history, DateTimeOffset now)
    {
        var engine = history.Select(known => known.Fact).OfType<WorkflowEvent>().ToList();
        if (engine.Aggregate((WorkflowInstance?)null, WorkflowInstance.Apply) is not { } instance)
            return Stays(new Text("Quy trình của hồ sơ chưa bắt đầu.", "The procedure of the dossier has not begun."));
        var plan = Migrating.Plan(target.Definition, instance, engine);
        if (!plan.CanMove) return new MoveForecast(plan.Obstacles, null, []);
        if (target.Procedure.FindCase(dossier.CaseId) is not { } @case)
            return Stays(new Text(
                $"Phiên bản mới không có trường hợp “{dossier.CaseId}” của hồ sơ.", $"The new version does not have the dossier's case “{dossier.CaseId}”."));
        var (term, steps) = (dates.Under(dossier, @case), Steps(dossier.AgencyId, instance, plan, history));
        return new MoveForecast([.. Clocks(instance, plan), .. Passed(dossier, term, steps, now)], term, steps);
    }

    private List<StepTermMoved> Steps(string agencyId, WorkflowInstance instance, MigrationPlan plan, IReadOnlyList<RecordedEvent> history)
    {
        var calculator = calendars(agencyId);
        var moved = new List<StepTermMoved>();
        foreach (var revised in plan.Revised.Select(each => each.Bookmark))
        {
            var begun = history.First(known => known.Fact is ActivitySuspended e && e.Bookmark.Id == revised.Id).At;
            var (before, after) = (StepTerm.Of(calculator, instance.Bookmarks[revised.Id].Wait, begun), StepTerm.Of(calculator, revised.Wait, begun));
            if (before != after)
                moved.Add(new StepTermMoved(revised.Id, revised.ActivityInstanceId, before?.DueAt, after?.Kind, after?.DueAt, after?.NearlyDueAt));
        }
        return moved;
    }

    /// <summary>A clock that already stands still, or runs, cannot have done otherwise.</summary>
    private static IEnumerable<MigrationObstacle> Clocks(WorkflowInstance instance, MigrationPlan plan) =>
        from revised in plan.Revised.Select(each => each.Bookmark)
        where DossierReactions.PauseOf(instance.Bookmarks[revised.Id].Wait) != DossierReactions.PauseOf(revised.Wait)
        select new MigrationObstacle(MigrationRisk.Diverges, revised.ActivityId, new Text(
            "Bước đang chờ có cách tính thời hạn khác (tính hay tạm dừng) trong phiên bản mới.",
            "The step that waits stops the clock in one version and not in the other."));

    private static IEnumerable<MigrationObstacle> Passed(DossierRow dossier, MovedTerm? term, List<StepTermMoved> steps, DateTimeOffset now)
    {
        if (term is { To: { } to } && to < now && !dossier.IsOverdue(now))
            yield return new MigrationObstacle(MigrationRisk.Diverges, null, new Text(
                $"Theo phiên bản mới hồ sơ đã quá hạn ({Wording.Moment(to).Vi}).",
                $"Under the new version the dossier would be overdue already ({Wording.Moment(to).En})."));
        foreach (var step in steps.Where(step => step.Kind is DueKind.Timeout or DueKind.Delay && step.DueAt < now))
            yield return new MigrationObstacle(MigrationRisk.Diverges, ActivityOf(step), new Text(
                "Thời gian chờ của bước đang mở theo phiên bản mới đã hết, hồ sơ sẽ tự chuyển bước.",
                "The waiting time of the open step is over under the new version; it would go on by itself."));
    }

    private static string ActivityOf(StepTermMoved step) => step.ActivityInstanceId[..step.ActivityInstanceId.LastIndexOf('#')];

    private static MoveForecast Stays(Text reason) => new([new MigrationObstacle(MigrationRisk.Diverges, null, reason)], null, []);
}
