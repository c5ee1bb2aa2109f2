using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Reports;

/// <summary>Reads the compliance figures of the agency.</summary>
public sealed class ReadCompliance(OfficeDb db, ProcedureLibrary procedures, CalendarSource calendars, TimeProvider clock)
{
    /// <param name="procedureCode">Only this procedure; null for all.</param>
    /// <param name="unitCode">Only what this unit handles; null for all.</param>
    /// <exception cref="RejectedException">The actor may not read reports.</exception>
    public async Task<Compliance> Run(
        Actor actor, Period period, string? procedureCode, string? unitCode, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        var calendar = calendars(actor.AgencyId).Calendar;
        var units = (await db.Set<Unit>().On(period.To, cancel)).ToDictionary(unit => unit.Key, unit => unit.Value.Name);
        var dossiers = (await Counted(period, procedureCode).ToListAsync(cancel))
            .Select(dossier => new Counted(dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion), period))
            .Where(counted => unitCode is null || counted.Unit == unitCode)
            .ToList();
        var ids = dossiers.Select(counted => counted.Dossier.InstanceId).ToList();
        var tasks = (await TasksOf(period).ToListAsync(cancel)).Where(task => ids.Contains(task.InstanceId)).ToList();
        return new Compliance
        {
            Period = period,
            ReadAt = clock.GetUtcNow(),
            Fields = ByField(dossiers),
            Procedures = Lines(dossiers, counted => counted.Dossier.ProcedureCode, counted => counted.Version.Procedure.Name),
            Units = Lines(dossiers, counted => counted.Unit, counted => units.GetValueOrDefault(counted.Unit) ?? NoUnit),
            Months = Lines(dossiers, MonthOf, counted => new Text($"Tháng {MonthOf(counted)[5..]}/{MonthOf(counted)[..4]}", MonthOf(counted))),
            Overdue = Overdue(dossiers, tasks, calendar),
            Steps = StepLeadTimes.Of(tasks.Where(task => task.DoneAt is { } done && period.Contains(done)), procedures, calendar),
        };
    }

    private static readonly Text NoUnit = new("Chưa xác định", "Not known");

    private IQueryable<DossierRow> Counted(Period period, string? procedureCode)
    {
        var (start, end) = (period.Start, period.End);
        return db.Set<DossierRow>().AsNoTracking()
            .Where(dossier => dossier.ParentInstanceId == null && !dossier.IsInternal)
            .Where(dossier => procedureCode == null || dossier.ProcedureCode == procedureCode)
            .Where(dossier => dossier.AcceptedAt != null && dossier.AcceptedAt < end)
            .Where(dossier => dossier.FinishedAt == null || dossier.FinishedAt >= start);
    }

    private IQueryable<TaskRow> TasksOf(Period period)
    {
        var (start, end) = (period.Start, period.End);
        return db.Set<TaskRow>().AsNoTracking()
            .Where(task => task.CreatedAt < end && task.Status != TaskState.Cancelled && (task.DoneAt == null || task.DoneAt >= start));
    }

    private static IReadOnlyList<FieldStatistics> ByField(List<Counted> dossiers) =>
    [
        .. dossiers
            .GroupBy(counted => counted.Version.Procedure.Field.Vi, StringComparer.Ordinal)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => new FieldStatistics(field.First().Version.Procedure.Field, Numbers([.. field]))),
    ];

    /// <summary>The columns of form 06, each counted by itself, so that the form's checks check something.</summary>
    private static StatisticsLine Numbers(List<Counted> of)
    {
        return new StatisticsLine(
            "",
            of.Count,
            Count(counted => counted.IsNew && counted.Dossier.Channel == Channel.Online),
            Count(counted => counted.IsNew && counted.Dossier.Channel != Channel.Online),
            Count(counted => !counted.IsNew),
            Count(counted => counted.IsSettled),
            Count(counted => counted.IsSettled && counted.Timeliness == Timeliness.Early),
            Count(counted => counted.IsSettled && counted.Timeliness == Timeliness.OnTime),
            Count(counted => counted.IsSettled && counted.Timeliness == Timeliness.Overdue),
            Count(counted => !counted.IsSettled),
            Count(counted => !counted.IsSettled && counted.Timeliness != Timeliness.Overdue),
            Count(counted => !counted.IsSettled && counted.Timeliness == Timeliness.Overdue));

        int Count(Func<Counted, bool> which) => of.Count(which);
    }

    private static IReadOnlyList<OnTimeLine> Lines(List<Counted> dossiers, Func<Counted, string> key, Func<Counted, Text> name) =>
    [
        .. dossiers
            .Where(counted => counted.IsSettled)
            .GroupBy(key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new OnTimeLine(
                group.Key,
                name(group.First()),
                group.Count(counted => counted.Timeliness == Timeliness.Early),
                group.Count(counted => counted.Timeliness == Timeliness.OnTime),
                group.Count(counted => counted.Timeliness == Timeliness.Overdue))),
    ];

    private static string MonthOf(Counted counted) =>
        VietnamTime.DateOf(counted.Finish).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<OverdueDossier> Overdue(List<Counted> dossiers, List<TaskRow> tasks, WorkingCalendar calendar) =>
    [
        .. dossiers
            .Where(counted => counted.Timeliness == Timeliness.Overdue)
            .Select(counted => new OverdueDossier(
                counted.Dossier.InstanceId,
                counted.Dossier.Code,
                counted.Version.Procedure.Name,
                counted.Dossier.OriginalPromisedAt!.Value,
                counted.IsSettled ? counted.Dossier.FinishedAt : null,
                Math.Max(1, calendar.WorkingDaysAfter(VietnamTime.DateOf(counted.Dossier.OriginalPromisedAt.Value), VietnamTime.DateOf(counted.Finish))),
                ReasonOf(counted.Dossier),
                LatestStep(tasks.Where(task => task.InstanceId == counted.Dossier.InstanceId), counted.Finish)))
            .OrderByDescending(overdue => overdue.Days)
            .ThenBy(overdue => overdue.Code, StringComparer.Ordinal),
    ];

    /// <summary>The reason of an apology may tell what the dossier is about (SoD-10).</summary>
    private static string? ReasonOf(DossierRow dossier) =>
        dossier is { IsConfidential: true, ExtensionReason: not null } ? "(bảo mật)" : dossier.ExtensionReason;

    private static Text? LatestStep(IEnumerable<TaskRow> tasks, DateTimeOffset end) => tasks
        .Where(task => task.Due is not null && task.IsOverdue(end))
        .MaxBy(task => (task.DoneAt ?? end) - task.DueAt)?.Title;
}
