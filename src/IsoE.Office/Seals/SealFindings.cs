using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Seals;

/// <summary>The first thing found wrong with what an agency has sealed.</summary>
/// <param name="Code">Stable, for tests and programs, for example <c>sealed-row-missing</c>.</param>
public sealed record SealFinding(string AgencyId, string Code, Text Reason);

/// <summary>What a check of seals went through, and what it found first; null when all of it is as it was sealed.</summary>
public sealed record VerifiedSeals(int Seals, long Entries, long Files, SealFinding? Finding);

/// <summary>The words for what can be wrong.</summary>
internal sealed class SealFindings(string agencyId)
{
    public SealFinding OutsideNotSigned(long number) => Of(
        "outside-not-signed",
        $"niêm phong số {number} giữ bên ngoài đã bị sửa: chữ ký không khớp",
        $"the seal {number} kept outside was changed: its signature does not fit");

    public SealFinding OutsideKeyUnknown(long number) => Of(
        "outside-key-unknown",
        $"niêm phong số {number} giữ bên ngoài được ký bằng khóa mà hệ thống này không có: cơ sở dữ liệu đã bị thay thế, hoặc niêm phong là giả",
        $"the seal {number} kept outside is signed with a key that this system does not have: the database was replaced, or the seal is forged");

    public SealFinding ClockBack(SealStatement outside) => Of(
        "clock-back",
        $"niêm phong số {outside.Number} giữ bên ngoài lập lúc {At(outside.At)}, sau giờ hiện tại của máy chủ: đồng hồ đã bị vặn lùi",
        $"the seal {outside.Number} kept outside was made at {At(outside.At)}, which is later than the server's clock: it was set back");

    public SealFinding SealMissing(long number) => Of(
        "seal-missing",
        $"thiếu niêm phong số {number}: niêm phong và dữ liệu sau đó đã bị xóa",
        $"the seal {number} is missing: it was removed together with what followed");

    public SealFinding SealRewritten(long number) => Of(
        "seal-rewritten",
        $"niêm phong số {number} đã bị viết lại",
        $"the seal {number} was written anew");

    public SealFinding SealNotLinked(long number) => Of(
        "seal-not-linked",
        $"niêm phong số {number} không nối với niêm phong trước nó",
        $"the seal {number} is not linked to the one before it");

    public SealFinding SealClockBack(long number) => Of(
        "seal-clock-back",
        $"niêm phong số {number} có thời điểm không sau niêm phong trước nó: đồng hồ đã bị vặn lùi",
        $"the seal {number} is not later than the one before it: the clock was set back");

    public SealFinding SealNotSigned(long number) => Of(
        "seal-not-signed",
        $"chữ ký của niêm phong số {number} không khớp với khóa của cơ quan",
        $"the signature of the seal {number} is not that of the agency's key");

    public SealFinding RootDiffers(long number) => Of(
        "root-differs",
        $"mã gốc của niêm phong số {number} không khớp: danh sách những gì đã niêm phong đã bị sửa",
        $"the root of the seal {number} does not fit: the list of what was sealed was changed");

    public SealFinding EntryMissing(long place) => Of(
        "entry-missing",
        $"thiếu mục thứ {place + 1} trong danh sách những gì đã niêm phong",
        $"entry {place + 1} of what was sealed is missing");

    public SealFinding EntryAdded(long place) => Of(
        "entry-added",
        $"mục thứ {place + 1} trong danh sách niêm phong không thuộc niêm phong nào: được thêm từ bên ngoài",
        $"entry {place + 1} of the list belongs to no seal: it was added from outside");

    public SealFinding RowMissing(string instance, long sequence, long number) => Of(
        "sealed-row-missing",
        $"chuỗi {instance}: dòng {sequence} đã có khi lập niêm phong số {number} nhưng nay không còn",
        $"chain {instance}: row {sequence} was there at seal {number} and is gone");

    public SealFinding RowRewritten(string instance, long sequence, long number) => Of(
        "sealed-row-rewritten",
        $"chuỗi {instance}: dòng {sequence} không phải là dòng đã có khi lập niêm phong số {number}; chuỗi đã bị viết lại",
        $"chain {instance}: row {sequence} is not the one of seal {number}; the chain was written anew");

    public SealFinding RowBackdated(string instance, long sequence, long number) => Of(
        "row-backdated",
        $"chuỗi {instance}: dòng {sequence} được ghi sau niêm phong số {number} nhưng mang thời điểm trước đó: đồng hồ đã bị vặn lùi, hoặc dòng được ghi lùi ngày",
        $"chain {instance}: row {sequence} came after seal {number} but bears an earlier time: the clock was set back, or the row was backdated");

    public SealFinding FileUnnamed(string kind, string id) => Of(
        "sealed-file-missing",
        $"tệp {id} ({kind}) đã niêm phong không còn trong danh sách",
        $"the sealed file {id} ({kind}) is no longer in the list");

    public SealFinding FileRenamed(string kind, string id) => Of(
        "sealed-file-replaced",
        $"tệp {id} ({kind}) không phải là tệp đã niêm phong: đã bị thay thế",
        $"the file {id} ({kind}) is not the one that was sealed: it was replaced");

    public SealFinding FileChanged(string kind, string id) => Of(
        "file-changed",
        $"nội dung tệp {id} ({kind}) không khớp mã băm, hoặc tệp đã mất",
        $"the bytes of the file {id} ({kind}) do not fit their hash, or the file is gone");

    public SealFinding Unreadable() => Of(
        "unreadable",
        "một niêm phong, hoặc một mục đã niêm phong, không đọc được: nội dung đã bị phá hỏng",
        "a seal, or a sealed entry, cannot be read: its content was destroyed");

    private static string At(DateTimeOffset at) => VietnamTime.ToLocal(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    private SealFinding Of(string code, string vi, string en) => new(agencyId, code, new Text(vi, en));
}
