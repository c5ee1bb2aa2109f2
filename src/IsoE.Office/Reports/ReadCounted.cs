using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Reports;

/// <summary>Reads the dossiers that count in a period, with what their tasks tell; each row is read once and nothing else is kept.</summary>
internal sealed class ReadCounted(OfficeDb db, ProcedureLibrary procedures, WorkingCalendar calendar)
{
    private readonly Dictionary<string, Counted> _counted = new(StringComparer.Ordinal);
    private readonly Dictionary<ProcedureVersion, string> _units = [];
    private readonly StepLeadTimes _steps = new(calendar);

    public IReadOnlyCollection<Counted> Dossiers => _counted.Values;

    /// <summary>Of the tasks completed in the period.</summary>
    public StepLeadTimes Steps => _steps;

    /// <summary>Names of the people who handled something, by id.</summary>
    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public async Task Run(Period period, string? procedureCode, string? unitCode, CancellationToken cancel)
    {
        await foreach (var dossier in Rows(period, procedureCode).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var version = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
            if (!_units.TryGetValue(version, out var unit)) _units[version] = unit = UnitOf(version);
            if (unitCode is not null && unit != unitCode) continue;
            var counted = new Counted(dossier, version, unit, period);
            _counted.Add(dossier.InstanceId, counted.Timeliness == Timeliness.Overdue ? counted with { DaysLate = DaysLate(counted) } : counted);
        }

        await foreach (var task in Tasks(period).AsAsyncEnumerable().WithCancellation(cancel)) Take(task, period);
        await Appraisers(period, cancel);
    }

    private IQueryable<CountedDossier> Rows(Period period, string? procedureCode)
    {
        var (start, end) = (period.Start, period.End);
        return db.Set<DossierRow>().AsNoTracking()
            .Where(row => row.ParentInstanceId == null && !row.IsInternal)
            .Where(row => procedureCode == null || row.ProcedureCode == procedureCode)
            .Where(row => row.AcceptedAt != null && row.AcceptedAt < end)
            .Where(row => row.FinishedAt == null || row.FinishedAt >= start)
            .Select(row => new CountedDossier(
                row.InstanceId, row.Code, row.ProcedureCode, row.ProcedureVersion, row.Channel, row.AcceptedAt!.Value, row.FinishedAt, row.OriginalPromisedAt,
                row.Business, row.SupplementCount, row.SupplementAskedAt, row.ExtensionReason, row.IsConfidential));
    }

    private IQueryable<CountedTask> Tasks(Period period)
    {
        var (start, end) = (period.Start, period.End);
        return db.Set<TaskRow>().AsNoTracking()
            .Where(task => task.CreatedAt < end && task.Status != TaskState.Cancelled && (task.DoneAt == null || task.DoneAt >= start))
            .Select(task => new CountedTask(task.InstanceId, task.DefinitionId, task.ActivityId, task.TitleVi, task.TitleEn, task.DueAt, task.CreatedAt, task.DoneAt));
    }

    private void Take(CountedTask task, Period period)
    {
        if (!_counted.TryGetValue(task.InstanceId, out var counted)) return;
        if (task.DoneAt is { } done && period.Contains(done)) _steps.Add(task, done);
        if (counted.Timeliness != Timeliness.Overdue || task.DueAt == TaskRow.NeverDue) return;
        var by = (task.DoneAt ?? counted.Finish) - task.DueAt;
        if (by > TimeSpan.Zero && (counted.LateStep is not { } known || by > known.By)) counted.LateStep = new LateStep(new Text(task.TitleVi, task.TitleEn), by);
    }

    /// <summary>Whoever did the specialist's work last handled the dossier, whenever that was.</summary>
    private async Task Appraisers(Period period, CancellationToken cancel)
    {
        var end = period.End;
        var appraised = db.Set<TaskRow>().AsNoTracking()
            .Where(task => task.DeclaredRole == Roles.Specialist && task.Status == TaskState.Done && task.DoneAt < end && task.DoneBy != null)
            .OrderBy(task => task.DoneAt)
            .Select(task => new { task.InstanceId, task.DoneBy, task.DoneByName });
        await foreach (var task in appraised.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!_counted.TryGetValue(task.InstanceId, out var counted)) continue;
            // One string for each person, not one for each dossier.
            if (!Names.ContainsKey(task.DoneBy!)) Names[task.DoneBy!] = task.DoneByName ?? task.DoneBy!;
            counted.Officer = task.DoneBy!;
        }
    }

    private int DaysLate(Counted counted) => Math.Max(
        1, calendar.WorkingDaysAfter(VietnamTime.DateOf(counted.Dossier.OriginalPromisedAt!.Value), VietnamTime.DateOf(counted.Finish)));

    /// <summary>The unit whose specialists appraise the dossiers of a procedure.</summary>
    private static string UnitOf(ProcedureVersion version) => version.Definition.Activities.Values
        .Where(activity => activity.LiteralText("role") == Roles.Specialist)
        .Select(activity => activity.LiteralText("unit"))
        .FirstOrDefault(unit => unit is not null) ?? "";
}

/// <summary>What the statistics need of a task.</summary>
internal sealed record CountedTask(
    string InstanceId, string DefinitionId, string ActivityId, string TitleVi, string TitleEn, DateTimeOffset DueAt, DateTimeOffset CreatedAt, DateTimeOffset? DoneAt);
