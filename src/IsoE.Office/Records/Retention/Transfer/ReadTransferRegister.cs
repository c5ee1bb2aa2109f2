using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>Fills the register of what is handed over (mục lục hồ sơ nộp lưu).</summary>
public sealed class ReadTransferRegister(OfficeDb db, ProcedureLibraries libraries)
{
    public async Task<DocumentForm> Run(string agencyId, string transferId, DateTimeOffset at, CancellationToken cancel)
    {
        var row = await db.Set<TransferRow>().AsNoTracking().SingleAsync(transfer => transfer.InstanceId == transferId, cancel);
        var lines = await db.Set<TransferLineRow>().AsNoTracking().Where(line => line.InstanceId == transferId).OrderBy(line => line.DossierCode).ToListAsync(cancel);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(each => each.Id == agencyId, cancel);
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == agency.ParentId, cancel);
        return new ArchiveList
        {
            Head = new Letterhead(upper?.NameVi ?? "", agency.NameVi, $"{row.Number}/MLHS", Wording.PlaceAndDate(agency.Place ?? agency.NameVi, VietnamTime.DateOf(at))),
            Heading = "Mục lục hồ sơ nộp lưu",
            About = row.Name.Vi,
            Paragraphs = [$"Nơi nhận: {row.Archive}", $"Người giao: {row.MadeByName}, {Wording.TimeAndDate(VietnamTime.ToLocal(row.MadeAt))}."],
            Lines = [.. lines.Select((line, i) => Line(agencyId, line, i + 1))],
            Closing = $"Tổng số {lines.Count} hồ sơ. Gói dữ liệu kèm theo ghi SHA-256 của từng tệp.",
            Signers = [new Signer(["NGƯỜI GIAO"], "(Ký và ghi rõ họ tên)", row.MadeByName), new Signer(["NGƯỜI NHẬN"], "(Ký và ghi rõ họ tên)", "")],
        };
    }

    private ArchiveLine Line(string agencyId, TransferLineRow line, int number) => new(
        number,
        line.DossierCode,
        libraries.Of(agencyId).Get(line.ProcedureCode, line.ProcedureVersion).Procedure.Name.Vi,
        $"{Wording.ShortDate(line.ReceivedOn)} – {Wording.ShortDate(line.FinishedOn)}",
        line.IsPermanent ? "vĩnh viễn" : $"hết ngày {Wording.ShortDate(line.EndsOn!.Value)}",
        line.Files,
        "");
}
