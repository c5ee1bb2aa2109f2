using IsoE.Documents.Forms;

namespace IsoE.Documents.Tests.Forms;

/// <summary>Forms filled in as a commune fills them in.</summary>
internal static class Samples
{
    public const string Code = "H57.32.15-261008-0975";

    public static readonly ApplicantLines Applicant = new(
        "Nguyễn Thị Huyền Trân",
        "Số 15, đường Lê Lợi, tổ dân phố 3, phường Hương Trà, thành phố Huế",
        "0905 123 456",
        "huyentran.nguyen@example.vn");

    public static Letterhead Head(string number = "0975/TNHS", string upper = "Ủy ban nhân dân phường Hương Trà", string agency = "Trung tâm Phục vụ hành chính công") =>
        new(upper, agency, number, "Hương Trà, ngày 08 tháng 10 năm 2026");

    public static Receipt Receipt(string paper = "a4") => new()
    {
        Head = Head(),
        Counter = "Trung tâm Phục vụ hành chính công phường Hương Trà",
        Code = Code,
        Applicant = Applicant,
        Request = "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ (1.013225)",
        Components =
        [
            new("Đơn đề nghị cấp giấy phép xây dựng theo mẫu", "Bản chính", "01"),
            new("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất", "Bản sao chứng thực", "01"),
            new("Bản vẽ thiết kế xây dựng", "Bản chính", "02"),
        ],
        Sets = "01",
        LegalTime = "15 ngày làm việc",
        ReceivedAt = Wording.TimeAndDate(new DateTime(2026, 10, 8, 8, 15, 0)),
        PromisedAt = Wording.TimeAndDate(new DateTime(2026, 10, 29, 17, 0, 0)),
        ReturnPlace = "Trung tâm Phục vụ hành chính công phường Hương Trà, quầy số 2",
        Fee = "Lệ phí 75.000 đồng (đã nộp, biên lai số 0001234)",
        Book = "02/2026",
        BookLine = "1127",
        OfficerName = "Trần Văn Đức",
        TrackingAddress = "https://hoso.huongtra.example.vn/tra-cuu/H57.32.15-261008-0975?k=7rX2kQ9mZp4TvB8s",
        Paper = paper,
        Copies = ["Liên 1: Giao cho người nộp hồ sơ", "Liên 2: Lưu tại Bộ phận tiếp nhận và trả kết quả"],
    };
}
