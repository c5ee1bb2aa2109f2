using IsoE.Documents.Forms;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>Fills the register of what is handed over (mục lục hồ sơ nộp lưu).</summary>
public sealed class ReadTransferRegister(OfficeDb db, ArchivePaper paper)
{
    public async Task<DocumentForm> Run(string agencyId, string transferId, DateTimeOffset at, CancellationToken cancel)
    {
        var row = await db.Set<TransferRow>().AsNoTracking().SingleAsync(transfer => transfer.InstanceId == transferId, cancel);
        var lines = await db.Set<TransferLineRow>().AsNoTracking().Where(line => line.InstanceId == transferId).OrderBy(line => line.DossierCode).ToListAsync(cancel);
        return new ArchiveList
        {
            Head = await paper.Head(agencyId, $"{row.Number}/MLHS", at, cancel),
            Heading = "Mục lục hồ sơ nộp lưu",
            About = row.Name.Vi,
            Paragraphs = [$"Nơi nhận: {row.Archive}", $"Người giao: {row.MadeByName}, {ArchivePaper.Moment(row.MadeAt)}."],
            Lines = [.. lines.Select((line, i) => Line(agencyId, line, i + 1))],
            Closing = $"Tổng số {lines.Count} hồ sơ. Gói dữ liệu kèm theo ghi SHA-256 của từng tệp.",
            Signers = [ArchivePaper.Signs("NGƯỜI GIAO", row.MadeByName), ArchivePaper.Signs("NGƯỜI NHẬN", "")],
        };
    }

    private ArchiveLine Line(string agencyId, TransferLineRow line, int number) => new(
        number,
        line.DossierCode,
        paper.ProcedureOf(agencyId, line.ProcedureCode, line.ProcedureVersion),
        ArchivePaper.Period(line.ReceivedOn, line.FinishedOn),
        line.IsPermanent ? "vĩnh viễn" : ArchivePaper.Until(line.EndsOn!.Value),
        line.Files,
        "");
}
