using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.DocumentControl;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Printing;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records;

/// <summary>The controlled document of a procedure: its ISO text with the step table and the diagram of its flow.</summary>
public sealed class PrintProcedure(OfficeDb db, ProcedureLibrary procedures, OpenDocument documents, Typesetter typesetter, TimeProvider clock)
{
    /// <summary>A version of the library; with a watermark once it is no longer in force.</summary>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public Task<PrintedDocument> Run(string agencyId, string code, int version, string language, ProcedureStyle style, CancellationToken cancel)
    {
        var procedure = procedures.Get(code, version);
        var isObsolete = procedure.IsObsolete(VietnamTime.DateOf(clock.GetUtcNow()));
        return Print(agencyId, procedure, language, form => form with { Style = style, Obsolete = isObsolete }, cancel);
    }

    /// <summary>A document on its way, with the watermark of a draft until it is issued.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>document-unknown</c>, <c>draft-unreadable</c>.</exception>
    public async Task<PrintedDocument> Draft(Actor actor, string documentId, string language, ProcedureStyle style, CancellationToken cancel)
    {
        var view = await documents.Run(actor, documentId, cancel);
        var (version, problems) = ContentReading.Read(view.Row.Code, view.Row.Version, view.Content, VietnamTime.DateOf(clock.GetUtcNow()));
        if (version is null)
            throw new RejectedException("draft-unreadable", new Text(
                $"Chưa in được vì bản dự thảo còn {problems.Count} chỗ không đọc được. {problems[0].Message.Vi}",
                $"It cannot be printed yet: {problems.Count} places of the draft cannot be read. {problems[0].Message.En}"));
        return await Print(actor.AgencyId, version, language, form => form with { Style = style, Draft = true }, cancel);
    }

    private async Task<PrintedDocument> Print(
        string agencyId, ProcedureVersion procedure, string language, Func<ProcedureDocument, ProcedureDocument> dressed, CancellationToken cancel)
    {
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == agencyId, cancel);
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel);
        var form = dressed(new ProcedurePrint(procedure, language).Of(agency, upper));
        var issuedAt = VietnamTime.ToInstant(procedure.Procedure.Control.IssuedOn, TimeOnly.MinValue);
        var pdf = await typesetter.Render(form.ToJob(issuedAt, overrides: agencyId), cancel);
        return new PrintedDocument(pdf, $"{procedure.Code}-v{procedure.Version}-{language}.pdf");
    }
}
