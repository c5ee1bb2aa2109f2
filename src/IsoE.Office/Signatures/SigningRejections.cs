using IsoE.Documents.Signing;
using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Signatures;

/// <summary>Why something was not signed, in words for whoever wanted to sign.</summary>
public static class SigningRejections
{
    /// <param name="field">The field of the password or PIN.</param>
    public static RejectedException Of(SigningFailedException failure, string? field) => new(CodeOf(failure.Fault), ReasonOf(failure.Fault))
    {
        Field = failure.Fault is SigningFault.WrongPassword ? field : null,
    };

    public static RejectedException NoKey() => new("signing-key-missing", new Text(
        "Chưa đăng ký chứng thư số để ký. Vào mục Chứng thư số để đăng ký, hoặc hoàn thành bước không ký số.",
        "No certificate is registered to sign with. Register one under Certificates, or complete the step without a digital signature."));

    public static RejectedException NotMeant() => new("signing-usage", new Text(
        "Chứng thư số này không được cấp để ký văn bản (mục đích sử dụng khóa không có chữ ký số). Hãy dùng chứng thư số khác.",
        "This certificate was not issued for signing documents (its key usage lacks digital signature). Use another one."));

    public static RejectedException NotValid(DateTimeOffset from, DateTimeOffset to) => new("signing-expired", new Text(
        $"Chứng thư số chỉ có hiệu lực từ {Wording.Moment(from).Vi} đến {Wording.Moment(to).Vi}. Hãy đăng ký chứng thư số đang còn hiệu lực.",
        $"The certificate is valid from {Wording.Moment(from).En} to {Wording.Moment(to).En} only. Register one that is valid now."));

    public static RejectedException Changed() => new("document-changed", new Text(
        "Văn bản đã thay đổi kể từ khi hiển thị nên chưa được ký. Hãy mở lại văn bản, đọc và ký bản mới.",
        "The document has changed since it was shown, so it was not signed. Open it again, read and sign the new one."));

    private static string CodeOf(SigningFault fault) => fault switch
    {
        SigningFault.WrongPassword => "signing-password",
        SigningFault.NoTimestamp => "signing-timestamp",
        SigningFault.NoToken => "signing-token",
        _ => "signing-failed",
    };

    private static Text ReasonOf(SigningFault fault) => fault switch
    {
        SigningFault.Unreadable => new("Tệp PDF bị hỏng nên không ký được.", "The PDF file is broken and cannot be signed."),
        SigningFault.Locked => new("Tệp PDF bị khóa bằng mật khẩu nên không ký được.", "The PDF file is locked by a password and cannot be signed."),
        SigningFault.ChangesForbidden => new("Người chứng nhận tệp PDF không cho phép thay đổi hay ký thêm.", "Whoever certified the PDF file forbids changes and further signatures."),
        SigningFault.WrongPassword => new("Mật khẩu hoặc mã PIN không đúng, hoặc tệp không phải PKCS#12 (.p12, .pfx).", "The password or PIN is wrong, or the file is no PKCS#12 file (.p12, .pfx)."),
        SigningFault.NoKey => new("Không có khóa bí mật kèm chứng thư số trong tệp hoặc thiết bị.", "The file or token holds no private key with a certificate."),
        SigningFault.NoToken => new("Không kết nối được thiết bị lưu khóa. Kiểm tra thiết bị và cấu hình rồi thử lại.", "The token cannot be reached. Check the device and its settings, then try again."),
        SigningFault.UnfitKey => new("Khóa không phải RSA từ 2048 bit hoặc ECDSA từ 256 bit.", "The key is neither RSA of 2048 bits or more nor ECDSA of 256 or more."),
        _ => new("Dịch vụ dấu thời gian không trả lời; văn bản chưa được ký. Hãy thử lại.", "The time-stamp authority does not answer; nothing was signed. Try again."),
    };
}
