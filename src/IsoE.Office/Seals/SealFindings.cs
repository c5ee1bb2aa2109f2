using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Seals;

/// <summary>The first thing found wrong with what an agency has sealed.</summary>
/// <param name="Code">Stable, for tests and programs, for example <c>sealed-row-missing</c>.</param>
public sealed record SealFinding(string AgencyId, string Code, Text Reason);

/// <summary>What a check of seals went through, and what it found first; null when all of it is as it was sealed.</summary>
/// <remarks>What the auditor has to know although nothing is wrong stands in <see cref="Notes"/>.</remarks>
public sealed record VerifiedSeals(int Seals, long Entries, long Files, SealFinding? Finding)
{
    public IReadOnlyList<Text> Notes { get; init; } = [];
}

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

    public SealFinding KeyNotEndorsed(string key) => Of(
        "key-not-endorsed",
        $"khóa niêm phong {key} không được khóa trước nó xác nhận: hệ thống được phục hồi mà thiếu tệp khóa, hoặc ai đó đã đưa khóa lạ vào; nếu đây là dấu vân tay cơ quan đã công bố thì nhập nó khi kiểm tra",
        $"no earlier key vouches for the sealing key {key}: the system was restored without the key's file, or somebody brought in a key; if this is the fingerprint that the agency has published, give it with the check");

    public SealFinding NotPublished(string fingerprint) => Of(
        "key-not-published",
        $"khóa đã công bố {fingerprint} không xác nhận khóa của niêm phong mới nhất",
        $"the published key {fingerprint} does not vouch for the key of the latest seal");

    public SealFinding PublishedRevoked(SealingKeyRevocationRow revocation) => Of(
        "published-key-revoked",
        $"cơ quan đã báo khóa {revocation.KeyId} bị lộ từ {On(revocation.SinceOn)} ({revocation.Reason}): hãy hỏi cơ quan dấu vân tay của khóa mới",
        $"the agency has named the key {revocation.KeyId} as disclosed since {On(revocation.SinceOn)} ({revocation.Reason}): ask it for the fingerprint of the new key");

    public SealFinding RevocationsChanged() => Of(
        "revocations-changed",
        "danh sách khóa bị lộ không khớp với nhật ký tổ chức: đã bị sửa",
        "the list of disclosed keys is not the one in the log of the organisation: it was changed");

    public SealFinding SealByReplacedKey(long number) => Of(
        "seal-by-replaced-key",
        $"niêm phong số {number} được ký bằng khóa đã được thay từ trước đó",
        $"the seal {number} is signed with a key that had been replaced before");

    public SealFinding SealByRevokedKey(long number, SealingKeyRevocationRow revocation) => Of(
        "seal-by-revoked-key",
        $"niêm phong số {number} được ký bằng khóa bị lộ từ {On(revocation.SinceOn)} và chưa có niêm phong nào bằng khóa mới sau nó",
        $"the seal {number} is signed with a key disclosed since {On(revocation.SinceOn)}, and no seal by a new key has followed");

    public SealFinding SealOutsideValidity(long number) => Of(
        "seal-key-expired",
        $"niêm phong số {number} lập ngoài thời hạn chứng thư của khóa",
        $"the seal {number} was made outside the validity of its key's certificate");

    public SealFinding OutsideKeyRevoked(long number, SealingKeyRevocationRow revocation) => Of(
        "outside-key-revoked",
        $"niêm phong số {number} giữ bên ngoài được ký bằng khóa bị lộ từ {On(revocation.SinceOn)} và khác với niêm phong trong hệ thống: không dùng làm chứng được, hãy dùng niêm phong khác",
        $"the seal {number} kept outside is signed with a key disclosed since {On(revocation.SinceOn)} and is not the one of this system: it proves nothing, use another one");

    /// <summary>A remark: what the key said is covered by a later seal.</summary>
    public static Text Covered(long first, long last, SealingKeyRevocationRow revocation) => new(
        $"Khóa {revocation.KeyId} bị lộ từ {On(revocation.SinceOn)}: các niêm phong từ số {first} đến số {last} không tự chứng minh được gì; niêm phong sau đó, bằng khóa mới, bao trùm chúng.",
        $"The key {revocation.KeyId} was disclosed since {On(revocation.SinceOn)}: the seals {first} to {last} prove nothing by themselves; the later seal, by a new key, covers them.");

    public SealFinding Unreadable() => Of(
        "unreadable",
        "một niêm phong, hoặc một mục đã niêm phong, không đọc được: nội dung đã bị phá hỏng",
        "a seal, or a sealed entry, cannot be read: its content was destroyed");

    private static string At(DateTimeOffset at) => VietnamTime.ToLocal(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string On(DateOnly on) => on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private SealFinding Of(string code, string vi, string en) => new(agencyId, code, new Text(vi, en));
}
