using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Reports;

/// <summary>How large the register of a period is.</summary>
public sealed record RegisterBook(int Dossiers, int Volumes);

/// <summary>Form 07: the register of the dossiers received in a period, in volumes.</summary>
public sealed class PrintRegister(OfficeDb db, ProcedureLibrary procedures, NoteRead reads, Typesetter typesetter)
{
    /// <summary>The book of the period and how many volumes it has, without printing it.</summary>
    /// <exception cref="RejectedException">The actor may not export dossiers.</exception>
    public async Task<RegisterBook> Book(Actor actor, Period period, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ExportDossiers);
        var count = await Received(period).CountAsync(cancel);
        return new RegisterBook(count, Math.Max(1, (count + Register.LinesPerVolume - 1) / Register.LinesPerVolume));
    }

    /// <param name="only">Number of the one volume to be printed, the first is 1; null for all.</param>
    /// <returns>A document for each volume; one empty volume when nothing was received.</returns>
    /// <exception cref="RejectedException">The actor may not export dossiers.</exception>
    public async Task<IReadOnlyList<PrintedDocument>> Run(Actor actor, Period period, CancellationToken cancel, int? only = null)
    {
        Permit.Require(actor, Right.ExportDossiers);
        await reads.Run(actor, ReadKind.Export, dossierId: null, cancel);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel);
        var rows = await Received(period).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Code).ToListAsync(cancel);
        var register = new Register
        {
            Head = CompliancePrint.HeadOf(agency, upper, period.End.AddTicks(-1), "vi"),
            Period = CompliancePrint.InWords(period, "vi"),
            Lines = [.. rows.Select((row, i) => Line(row, i + 1, agency))],
        };
        var printed = new List<PrintedDocument>();
        foreach (var (volume, i) in register.Volumes().Select((volume, i) => (volume, i)).Where(each => only is null || each.i + 1 == only))
            printed.Add(new PrintedDocument(
                await typesetter.Render(volume.ToJob(period.End.AddSeconds(-1), overrides: agency.Id), cancel),
                $"form-07-{period.From:yyyyMMdd}-{period.To:yyyyMMdd}-{i + 1:00}.pdf"));
        return printed;
    }

    /// <summary>What the agency does in a procedure of its own for one of its dossiers was not received from anybody.</summary>
    private IQueryable<DossierRow> Received(Period period)
    {
        var (start, end) = (period.Start, period.End);
        return db.Set<DossierRow>().AsNoTracking().Where(row => row.ReceivedAt >= start && row.ReceivedAt < end && !row.IsInternal
            && (row.ParentAgencyId == null || row.ParentAgencyId != row.AgencyId));
    }

    private RegisterLine Line(DossierRow row, int number, Agency agency) => new(
        number,
        row.Code,
        procedures.Get(row.ProcedureCode, row.ProcedureVersion).Procedure.Name.Vi,
        $"{row.Sets:00}",
        row.IsConfidential ? Confidential : row.ApplicantName,
        row.IsConfidential ? Confidential : string.Join(", ", new[] { row.Address, row.Phone }.Where(part => !string.IsNullOrEmpty(part))),
        agency.NameVi,
        Date(row.ReceivedAt),
        Date(row.PromisedAt),
        Date(row.ReturnedAt),
        row.ReturnWay switch { ReturnWay.Post => "Bưu chính", ReturnWay.Online => "Trực tuyến", _ => "Trực tiếp" },
        NationalStatus.NameOf(row.NationalStatus).Vi);

    private const string Confidential = "(bảo mật)";

    private static string Date(DateTimeOffset? at) => at is { } instant ? Wording.ShortDate(VietnamTime.DateOf(instant)) : "";
}
