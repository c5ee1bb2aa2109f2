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
public sealed class ReadYear(OfficeDb db, ReadCompliance compliance, EstimateServiceIndex index, ProcedureLibrary procedures)
{
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

    private async Task<IReadOnlyList<QualityLine>> Quality(Period period, CancellationToken cancel)
    {
        var (start, end) = (period.Start, period.End);
        var rows = await db.Set<DossierRow>().AsNoTracking()
            .Where(row => row.IsInternal && row.ReceivedAt < end && (row.FinishedAt == null || row.FinishedAt >= start))
            .Select(row => new { row.ProcedureCode, row.ReceivedAt, row.FinishedAt, row.OriginalPromisedAt })
            .ToListAsync(cancel);
        return [.. procedures.All.Where(version => version.Procedure.IsInternal).DistinctBy(version => version.Code).Select(version =>
        {
            var own = rows.Where(row => row.ProcedureCode == version.Code).ToList();
            return new QualityLine(
                version.Code, version.Procedure.Name, own.Count(row => row.ReceivedAt >= start), own.Count(row => row.FinishedAt < end),
                own.Count(row => row.FinishedAt is null || row.FinishedAt >= end),
                own.Count(row => (row.FinishedAt < end ? row.FinishedAt : end) > row.OriginalPromisedAt));
        })];
    }
}
