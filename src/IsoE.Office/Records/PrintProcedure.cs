using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Printing;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records;

/// <summary>
/// The controlled document of a procedure: its ISO text with the step table and the diagram of its flow. What is no
/// longer in force is printed with the watermark LỖI THỜI.
/// </summary>
public sealed class PrintProcedure(OfficeDb db, ProcedureLibrary procedures, Typesetter typesetter, TimeProvider clock)
{
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public async Task<PrintedDocument> Run(string agencyId, string code, int version, string language, CancellationToken cancel)
    {
        var procedure = procedures.Get(code, version);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == agencyId, cancel);
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel);
        var form = new ProcedurePrint(procedure, language).Of(agency, upper) with
        {
            Obsolete = procedure.IsObsolete(VietnamTime.DateOf(clock.GetUtcNow())),
        };
        var issuedAt = VietnamTime.ToInstant(procedure.Procedure.Control.IssuedOn, TimeOnly.MinValue);
        var pdf = await typesetter.Render(form.ToJob(issuedAt, overrides: agencyId), cancel);
        return new PrintedDocument(pdf, $"{code}-v{version}-{language}.pdf");
    }
}
