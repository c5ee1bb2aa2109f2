using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Reports;

/// <summary>How the quality management system worked in a reporting year.</summary>
/// <param name="Before">The same figures of the year before, to compare with.</param>
/// <param name="Quality">What was done in each internal procedure of the system.</param>
public sealed record YearReport(int Year, Compliance Figures, Compliance Before, IReadOnlyList<QualityLine> Quality, ServiceIndex Index);

/// <summary>The dossiers of one internal procedure.</summary>
/// <param name="Open">Not finished at the end of the year.</param>
/// <param name="Late">Finished after their time in the year, or open and past it at its end.</param>
public sealed record QualityLine(string Code, Text Name, int Opened, int Finished, int Open, int Late);

/// <summary>Reads the yearly report of the quality management system.</summary>
public sealed class ReadYear(OfficeDb db, ReadCompliance compliance, EstimateServiceIndex index, ProcedureLibrary procedures, CalendarSource calendars)
{
    /// <summary>Of a figure whose key is an internal procedure; see <see cref="Behind"/>.</summary>
    public const string ByQuality = "quality";

    public const string Opened = "opened";
    public const string Finished = "finished";
    public const string Open = "open";
    public const string Late = "late";

    /// <summary>What the table of internal procedures counts. The same test gives a number and the dossiers behind it.</summary>
    private static readonly Dictionary<string, Func<QualityDossier, Period, bool>> Columns = new()
    {
        [Opened] = (dossier, period) => dossier.ReceivedAt >= period.Start,
        [Finished] = (dossier, period) => dossier.FinishedAt < period.End,
        [Open] = (dossier, period) => !(dossier.FinishedAt < period.End),
        [Late] = (dossier, period) => (dossier.FinishedAt < period.End ? dossier.FinishedAt : period.End) > dossier.OriginalPromisedAt,
    };

    /// <param name="year">The reporting year of NĐ 09/2019, which begins on 15 December of the year before.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<YearReport> Run(Actor actor, int year, CancellationToken cancel)
    {
        var (period, before) = (Period.ReportingYear(year), Period.ReportingYear(year - 1));
        return new YearReport(
            year,
            await compliance.Run(actor, period, null, null, cancel),
            await compliance.Run(actor, before, null, null, cancel),
            await Quality(period, cancel),
            await index.Run(actor, period, cancel));
    }

    /// <summary>The dossiers behind a figure of an internal procedure.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>figure-unknown</c>.</exception>
    public async Task<FigureDossiers> Behind(Actor actor, Period period, string procedureCode, string column, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        if (!Columns.TryGetValue(column, out var counts)) throw Figures.Unknown();
        var found = (await Read(period, procedureCode, cancel)).Where(dossier => counts(dossier, period)).ToList();
        var open = await db.Set<DossierRow>().AsNoTracking().Where(row => row.IsInternal && row.ProcedureCode == procedureCode)
            .OpenTo(actor, db).Select(row => row.InstanceId).ToListAsync(cancel);
        var shown = found.Where(dossier => open.Contains(dossier.InstanceId)).ToList();
        var calendar = calendars(actor.AgencyId).Calendar;
        return new FigureDossiers(found.Count, found.Count - shown.Count,
        [
            .. shown.OrderBy(dossier => dossier.Code, StringComparer.Ordinal).Select(dossier => new FigureDossier(
                dossier.Code, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure.Name, dossier.ReceivedAt, dossier.OriginalPromisedAt,
                dossier.FinishedAt < period.End ? dossier.FinishedAt : null, Columns[Late](dossier, period) ? DaysLate(calendar, dossier, period) : 0)),
        ]);
    }

    private static int DaysLate(WorkingCalendar calendar, QualityDossier dossier, Period period) => Math.Max(1, calendar.WorkingDaysAfter(
        VietnamTime.DateOf(dossier.OriginalPromisedAt!.Value), VietnamTime.DateOf(dossier.FinishedAt < period.End ? dossier.FinishedAt.Value : period.End.AddTicks(-1))));

    private async Task<IReadOnlyList<QualityLine>> Quality(Period period, CancellationToken cancel)
    {
        var dossiers = (await Read(period, null, cancel)).ToLookup(dossier => dossier.ProcedureCode);
        return [.. procedures.All.Where(version => version.Procedure.IsInternal).DistinctBy(version => version.Code).Select(version =>
        {
            int Count(string column) => dossiers[version.Code].Count(dossier => Columns[column](dossier, period));
            return new QualityLine(version.Code, version.Procedure.Name, Count(Opened), Count(Finished), Count(Open), Count(Late));
        })];
    }

    private Task<List<QualityDossier>> Read(Period period, string? procedureCode, CancellationToken cancel)
    {
        var (start, end) = (period.Start, period.End);
        return db.Set<DossierRow>().AsNoTracking()
            .Where(row => row.IsInternal && row.ReceivedAt < end && (row.FinishedAt == null || row.FinishedAt >= start))
            .Where(row => procedureCode == null || row.ProcedureCode == procedureCode)
            .Select(row => new QualityDossier(row.InstanceId, row.Code, row.ProcedureCode, row.ProcedureVersion, row.ReceivedAt, row.FinishedAt, row.OriginalPromisedAt))
            .ToListAsync(cancel);
    }

    private sealed record QualityDossier(
        string InstanceId, string Code, string ProcedureCode, int ProcedureVersion, DateTimeOffset ReceivedAt, DateTimeOffset? FinishedAt, DateTimeOffset? OriginalPromisedAt);
}
