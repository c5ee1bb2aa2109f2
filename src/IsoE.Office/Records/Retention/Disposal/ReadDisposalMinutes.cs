using IsoE.Documents.Forms;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Fills the minutes of a list that was carried out (biên bản hủy).</summary>
public sealed class ReadDisposalMinutes(OfficeDb db, ArchivePaper paper)
{
    /// <param name="at">When it was carried out.</param>
    public async Task<DocumentForm> Run(string agencyId, string listId, DateTimeOffset at, CancellationToken cancel)
    {
        var list = await db.Set<DisposalRow>().AsNoTracking().SingleAsync(row => row.InstanceId == listId, cancel);
        var lines = await db.Set<DisposalLineRow>().AsNoTracking().Where(line => line.InstanceId == listId && line.TakenOutReason == null)
            .OrderBy(line => line.DossierCode).ToListAsync(cancel);
        var isErasure = list.Kind is DisposalKind.Erasure;
        return new ArchiveList
        {
            Head = await paper.Head(agencyId, $"{list.Number}/BB", at, cancel),
            Heading = isErasure ? "Biên bản xóa dữ liệu cá nhân" : "Biên bản hủy tài liệu hết thời hạn lưu trữ",
            About = list.Name.Vi,
            Paragraphs =
            [
                $"Căn cứ: {list.Ground}",
                $"Người lập danh mục: {list.ProposedByName}, {ArchivePaper.Moment(list.ProposedAt)}. Người phê duyệt: {list.DecidedByName}, {ArchivePaper.Moment(list.DecidedAt!.Value)}.",
                isErasure
                    ? "Dữ liệu cá nhân và tệp của các hồ sơ sau đã được xóa; mã băm của lịch sử và niêm phong còn nguyên nên bằng chứng vẫn kiểm tra được."
                    : $"Nội dung và tệp của các hồ sơ hết thời hạn lưu trước ngày {Wording.ShortDate(list.DueOn)} đã được hủy; mục lục và mã băm của lịch sử còn lại nên bằng chứng vẫn kiểm tra được.",
            ],
            Lines = [.. lines.Select((line, i) => Line(agencyId, line, i + 1))],
            Closing = $"Đã hủy nội dung {lines.Count(line => line.IsDestroyed)} hồ sơ, giữ lại {lines.Count(line => line.Refusal is not null)} hồ sơ; hoàn thành {ArchivePaper.Moment(at)}.",
            Signers = [ArchivePaper.Signs("NGƯỜI LẬP DANH MỤC", list.ProposedByName), ArchivePaper.Signs("NGƯỜI PHÊ DUYỆT", list.DecidedByName!)],
        };
    }

    private ArchiveLine Line(string agencyId, DisposalLineRow line, int number) => new(
        number,
        line.DossierCode,
        paper.ProcedureOf(agencyId, line.ProcedureCode, line.ProcedureVersion),
        ArchivePaper.Period(line.ReceivedOn, line.FinishedOn),
        line.EndsOn is { } end ? ArchivePaper.Until(end) : "không bắt buộc lưu",
        line.Files,
        line.Refusal is { } kept ? $"Giữ lại: {kept.Vi}" : "Đã hủy");
}
