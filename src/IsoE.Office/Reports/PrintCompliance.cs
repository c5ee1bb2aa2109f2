using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;
using IsoE.Office.Organisation;
using IsoE.Office.Records;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Reports;

/// <summary>The compliance report and form 06/VPCP/KSTT of a period as PDF.</summary>
public sealed class PrintCompliance(OfficeDb db, ReadCompliance compliance, ReadSeals seals, Typesetter typesetter)
{
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    /// <exception cref="RejectedException">The actor may not read reports.</exception>
    public async Task<PrintedDocument> Report(
        Actor actor, Period period, string? procedureCode, string? unitCode, string language, CancellationToken cancel)
    {
        var figures = await compliance.Run(actor, period, procedureCode, unitCode, cancel);
        var (agency, upper) = await AgencyOf(actor, cancel);
        var form = new CompliancePrint(figures, language).Of(agency, upper, actor.Name);
        if (await seals.Line(cancel) is { } seal) form = form with { Sources = [.. form.Sources, seal.In(language)] };
        var pdf = await typesetter.Render(form.ToJob(figures.ReadAt, overrides: agency.Id), cancel);
        return new PrintedDocument(pdf, $"compliance-{period.From:yyyyMMdd}-{period.To:yyyyMMdd}.pdf");
    }

    /// <summary>The yearly report of the quality management system: the same figures, those of its own procedures and the estimate of the index.</summary>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    public async Task<PrintedDocument> Year(Actor actor, YearReport year, string language, CancellationToken cancel)
    {
        var (agency, upper) = await AgencyOf(actor, cancel);
        var form = new CompliancePrint(year.Figures, language).Of(agency, upper, actor.Name, year);
        var pdf = await typesetter.Render(form.ToJob(year.Figures.ReadAt, overrides: agency.Id), cancel);
        return new PrintedDocument(pdf, $"qms-{year.Year}.pdf");
    }

    /// <exception cref="RejectedException">The actor may not read reports.</exception>
    public async Task<PrintedDocument> Form06(Actor actor, Period period, CancellationToken cancel)
    {
        var figures = await compliance.Run(actor, period, null, null, cancel);
        var (agency, upper) = await AgencyOf(actor, cancel);
        var form = new StatisticsTable
        {
            Head = CompliancePrint.HeadOf(agency, upper, figures.ReadAt, "vi"),
            Period = CompliancePrint.InWords(period, "vi"),
            Reporter = agency.NameVi,
            Receiver = upper?.NameVi ?? "",
            Lines = CompliancePrint.Statistics(figures, "vi"),
            Signer = new Signer(["NGƯỜI LẬP BIỂU"], "(Ký và ghi rõ họ tên)", actor.Name),
        };
        var pdf = await typesetter.Render(form.ToJob(figures.ReadAt, overrides: agency.Id), cancel);
        return new PrintedDocument(pdf, $"form-06-kstt-{period.From:yyyyMMdd}-{period.To:yyyyMMdd}.pdf");
    }

    private async Task<(Agency Agency, Agency? Upper)> AgencyOf(Actor actor, CancellationToken cancel)
    {
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel);
        return (agency, upper);
    }
}
