using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Fills the minutes of a list that was carried out (biên bản hủy).</summary>
public sealed class ReadDisposalMinutes(OfficeDb db, ProcedureLibraries libraries)
{
    /// <param name="at">When it was carried out.</param>
    public async Task<DocumentForm> Run(string agencyId, string listId, DateTimeOffset at, CancellationToken cancel)
    {
        var list = await db.Set<DisposalRow>().AsNoTracking().SingleAsync(row => row.InstanceId == listId, cancel);
        var lines = await db.Set<DisposalLineRow>().AsNoTracking().Where(line => line.InstanceId == listId && line.TakenOutReason == null)
            .OrderBy(line => line.DossierCode).ToListAsync(cancel);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == agencyId, cancel);
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel);
        var isErasure = list.Kind is DisposalKind.Erasure;
        return new ArchiveList
        {
            Head = new Letterhead(upper?.NameVi ?? "", agency.NameVi, $"{list.Number}/BB", Wording.PlaceAndDate(agency.Place ?? agency.NameVi, VietnamTime.DateOf(at))),
            Heading = isErasure ? "Biên bản xóa dữ liệu cá nhân" : "Biên bản hủy tài liệu hết thời hạn lưu trữ",
            About = list.Name.Vi,
            Paragraphs =
            [
                $"Căn cứ: {list.Ground}",
                $"Người lập danh mục: {list.ProposedByName}, {Moment(list.ProposedAt)}. Người phê duyệt: {list.DecidedByName}, {Moment(list.DecidedAt!.Value)}.",
                isErasure
                    ? "Dữ liệu cá nhân và tệp của các hồ sơ sau đã được xóa; mã băm của lịch sử và niêm phong còn nguyên nên bằng chứng vẫn kiểm tra được."
                    : $"Nội dung và tệp của các hồ sơ hết thời hạn lưu trước ngày {Wording.ShortDate(list.DueOn)} đã được hủy; mục lục và mã băm của lịch sử còn lại nên bằng chứng vẫn kiểm tra được.",
            ],
            Lines = [.. lines.Select((line, i) => Line(agencyId, line, i + 1))],
            Closing = $"Đã hủy nội dung {lines.Count(line => line.IsDestroyed)} hồ sơ, giữ lại {lines.Count(line => line.Refusal is not null)} hồ sơ; hoàn thành {Moment(at)}.",
            Signers =
            [
                new Signer(["NGƯỜI LẬP DANH MỤC"], "(Ký và ghi rõ họ tên)", list.ProposedByName),
                new Signer(["NGƯỜI PHÊ DUYỆT"], "(Ký và ghi rõ họ tên)", list.DecidedByName!),
            ],
        };
    }

    private ArchiveLine Line(string agencyId, DisposalLineRow line, int number) => new(
        number,
        line.DossierCode,
        libraries.Of(agencyId).Get(line.ProcedureCode, line.ProcedureVersion).Procedure.Name.Vi,
        $"{Wording.ShortDate(line.ReceivedOn)} – {Wording.ShortDate(line.FinishedOn)}",
        line.EndsOn is { } end ? $"hết ngày {Wording.ShortDate(end)}" : "không bắt buộc lưu",
        line.Files,
        line.Refusal is { } kept ? $"Giữ lại: {kept.Vi}" : "Đã hủy");

    private static string Moment(DateTimeOffset at) => Wording.TimeAndDate(VietnamTime.ToLocal(at));
}
