using System.Globalization;
using IsoE.Documents.Signing.Verification;
using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Signatures;

/// <summary>What a verification found, in sentences.</summary>
public static class SignatureTexts
{
    public static Text Of(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Valid => new("Hợp lệ", "Valid"),
        SignatureVerdict.Unproven => new("Chưa đủ căn cứ", "Not proven"),
        _ => new("Không hợp lệ", "Invalid"),
    };

    public static Text Of(SignatureFinding finding)
    {
        var detail = Detail(finding.Detail);
        return finding.Code switch
        {
            FindingCode.Intact => new("Nội dung được ký còn nguyên vẹn.", "The signed content is intact."),
            FindingCode.RangeWrong => new("Phạm vi ký không bao trùm đúng toàn bộ tệp.", "The signature does not cover the file as it must."),
            FindingCode.ContentChanged => new("Nội dung đã bị thay đổi sau khi ký.", "The content was changed after it was signed."),
            FindingCode.SignatureWrong => new("Chữ ký không khớp với chứng thư số.", "The signature does not fit the certificate."),
            FindingCode.SignatureUnreadable => new("Dữ liệu chữ ký bị hỏng, không đọc được.", "The signature is broken and cannot be read."),
            FindingCode.SignatureAltered => new("Dữ liệu chữ ký đã bị sửa.", "The bytes of the signature were altered."),
            FindingCode.FormatUnknown => new($"Định dạng chữ ký {detail.Vi} không được kiểm tra ở đây.", $"Signatures of the format {detail.En} are not verified here."),
            FindingCode.CoversWholeFile => new("Chữ ký bao trùm toàn bộ tệp.", "The signature covers the whole file."),
            FindingCode.FurtherSignatures => new("Sau khi ký chỉ có thêm chữ ký khác.", "Only further signatures were added afterwards."),
            FindingCode.FormFilled => new("Sau khi ký có trường biểu mẫu được điền thêm.", "Form fields were filled in afterwards."),
            FindingCode.Annotated => new("Sau khi ký có ghi chú được thêm, như người chứng thực cho phép.", "Annotations were added afterwards, as the certification allows."),
            FindingCode.ChangedAfterwards => new($"Tài liệu bị thay đổi sau khi ký ({detail.Vi}).", $"The document was changed after it was signed ({detail.En})."),
            FindingCode.BytesAfterEnd => new("Có dữ liệu thêm vào cuối tệp mà không chữ ký nào bao trùm.", "Bytes that no signature covers were added at the end."),
            FindingCode.SignatureRemoved => new($"Chữ ký {detail.Vi} đã bị gỡ bỏ.", $"The signature {detail.En} was taken out."),
            FindingCode.ChainTrusted => new($"Chứng thư số do tổ chức tin cậy cấp ({detail.Vi}).", $"The certificate comes from a trusted authority ({detail.En})."),
            FindingCode.SelfSigned => new("Chứng thư số tự ký, không tổ chức tin cậy nào xác nhận.", "The certificate is of its holder's own making; no trusted authority vouches for it."),
            FindingCode.IssuerUnknown => new($"Tổ chức cấp {detail.Vi} không thuộc danh sách tin cậy.", $"The issuer {detail.En} is not among the trusted authorities."),
            FindingCode.ChainBroken => new("Chuỗi chứng thư số bị hỏng.", "The chain of certificates is broken."),
            FindingCode.NotYetValid => new($"Chứng thư số chỉ có hiệu lực từ {detail.Vi}, sau thời điểm ký.", $"The certificate is valid only from {detail.En}, after the signing."),
            FindingCode.Expired => new($"Chứng thư số đã hết hạn ({detail.Vi}) trước thời điểm ký.", $"The certificate had expired ({detail.En}) before the signing."),
            FindingCode.ExpiredSince => new($"Chứng thư số hết hạn từ {detail.Vi} và không có dấu thời gian chứng minh ký trước đó.", $"The certificate has expired since ({detail.En}), and no time-stamp proves that it was signed before."),
            FindingCode.CertificateExchanged => new("Chứng thư số kèm theo không phải chứng thư số đã ký.", "The certificate sent along is not the one that was signed with."),
            FindingCode.CertificateUnnamed => new("Chữ ký không nêu chứng thư số đã dùng.", "The signature does not name its certificate."),
            FindingCode.UsageRight => new("Chứng thư số được cấp để ký.", "The certificate is meant for signing."),
            FindingCode.UsageWrong => new("Chứng thư số không được cấp để ký văn bản.", "The certificate is not meant for signing documents."),
            FindingCode.NotRevoked => new("Chứng thư số không bị thu hồi.", "The certificate is not revoked."),
            FindingCode.Revoked => new($"Chứng thư số đã bị thu hồi lúc {detail.Vi}.", $"The certificate was revoked at {detail.En}."),
            FindingCode.RevokedLater => new($"Chứng thư số bị thu hồi lúc {detail.Vi}, sau khi ký.", $"The certificate was revoked at {detail.En}, after the signing."),
            FindingCode.RevocationNotChecked => new("Chưa kiểm tra được việc thu hồi: không có danh sách thu hồi.", "Revocation was not checked: no revocation list can be had."),
            FindingCode.RevocationUnanswered => new($"Chưa biết chứng thư số có bị thu hồi hay không: {detail.Vi} không trả lời được.", $"It is unknown whether the certificate is revoked: {detail.En} gave no usable answer."),
            FindingCode.AlgorithmsStrong => new("Thuật toán đủ mạnh.", "The algorithms are strong enough."),
            FindingCode.AlgorithmWeak => new($"Thuật toán yếu: {detail.Vi}.", $"A weak algorithm: {detail.En}."),
            FindingCode.TimeProven => new($"Dấu thời gian chứng minh ký lúc {detail.Vi}.", $"A time-stamp proves the signing at {detail.En}."),
            FindingCode.TimeClaimed => new($"Thời điểm ký {detail.Vi} do người ký khai, không có dấu thời gian.", $"The time of signing, {detail.En}, is the signer's claim; there is no time-stamp."),
            FindingCode.TimeMissing => new("Chữ ký không nêu thời điểm ký.", "The signature names no time."),
            FindingCode.TimeInFuture => new($"Thời điểm ký {detail.Vi} nằm trong tương lai.", $"The time of signing, {detail.En}, lies in the future."),
            FindingCode.TimestampWrong => new("Dấu thời gian không hợp lệ.", "The time-stamp is not valid."),
            FindingCode.TimestampUntrusted => new($"Dấu thời gian ({detail.Vi}) không do tổ chức tin cậy cấp.", $"The time-stamp ({detail.En}) comes from no trusted authority."),
            FindingCode.FileLocked => new("Tệp bị khóa bằng mật khẩu nên không kiểm tra được.", "The file is locked by a password and cannot be verified."),
            _ => new($"Tệp không đọc được. {detail.Vi}", $"The file cannot be read. {detail.En}"),
        };
    }

    /// <summary>Instants are told in local time; names as they are.</summary>
    private static Text Detail(string detail) =>
        DateTimeOffset.TryParseExact(detail, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Wording.Moment(at)
            : new Text(detail, detail);
}
