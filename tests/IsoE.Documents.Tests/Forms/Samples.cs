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

    public static SupplementRequest Supplement() => new()
    {
        Head = Head("12/HDHS"),
        Code = Code,
        Applicant = Applicant,
        Request = "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
        Items =
        [
            "Bản vẽ mặt bằng móng tỷ lệ 1/100 kèm theo sơ đồ đấu nối hạ tầng kỹ thuật về cấp nước, thoát nước, cấp điện;",
            "Bản cam kết bảo đảm an toàn đối với công trình liền kề;",
            "Bản sao chứng thực chứng chỉ hành nghề của chủ nhiệm, chủ trì thiết kế.",
        ],
        Reason = "Hồ sơ thiết kế chưa thể hiện giải pháp móng và chưa có cam kết đối với công trình liền kề tại thửa đất số 118.",
        LegalBasis = "Điều 46 Nghị định số 175/2024/NĐ-CP ngày 30 tháng 12 năm 2024 của Chính phủ",
        Deadline = "ngày 23 tháng 10 năm 2026",
        ContactName = "ông Lê Quang Minh, chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị",
        ContactPhone = "0234 3 557 123",
        Signer = new(["Người hướng dẫn"], "(Ký và ghi rõ họ tên)", "Trần Văn Đức"),
    };

    public static RefusalSlip Refusal() => new()
    {
        Head = Head("03/TNHS"),
        Code = "",
        Counter = "Trung tâm Phục vụ hành chính công phường Hương Trà",
        Applicant = Applicant with { Email = "" },
        Request = "Cấp giấy phép xây dựng mới đối với công trình cấp II",
        Reasons = ["Công trình cấp II thuộc thẩm quyền cấp phép của Sở Xây dựng thành phố Huế; Ủy ban nhân dân phường không có thẩm quyền giải quyết."],
        LegalBasis = "Điều 103 Luật Xây dựng",
        OfficerName = "Trần Văn Đức",
    };

    public static ApologyLetter Apology() => new()
    {
        Head = Head("07/PXL", "", "Ủy ban nhân dân phường Hương Trà"),
        Code = Code,
        Recipient = Applicant.Name,
        Request = "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
        ReceivedOn = "ngày 08 tháng 10 năm 2026",
        PromisedAt = "17 giờ 00 phút, ngày 29 tháng 10 năm 2026",
        Reason = "cần xác minh thêm ranh giới thửa đất với hộ liền kề; biên bản làm việc chưa được các bên thống nhất.",
        NewPromisedAt = "17 giờ 00 phút, ngày 05 tháng 11 năm 2026",
        Recipients = ["Như trên;", "Trung tâm Phục vụ hành chính công;", "Lưu: VT, HS."],
        Signer = new(["KT. Chủ tịch", "Phó Chủ tịch"], "", "Hoàng Thị Thanh Tâm"),
    };

    public static RecallNotice Recall() => new()
    {
        Head = Head("01/TBTH-UBND", "", "Ủy ban nhân dân phường Hương Trà"),
        Code = Code,
        Applicant = Applicant,
        Request = "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
        Result = "Giấy phép xây dựng, ngày 02 tháng 11 năm 2026",
        Reason = "Ghi sai số thửa đất: thửa 118 thay cho thửa 181, tờ bản đồ số 24.",
        Replacement = "H29.150-261106-0004",
        Copy = "đề nghị Ông/Bà nộp lại bản kết quả đã nhận khi nhận kết quả mới; bản này không còn giá trị.",
        Recipients = ["Người nộp hồ sơ", "Bộ phận tiếp nhận và trả kết quả", "Lưu: VT, hồ sơ"],
        Signer = new(["Chủ tịch"], "", "Phan Hữu Nghĩa"),
    };

    public static StopNotice Stop() => new()
    {
        Head = Head("02/TB-UBND", "", "Ủy ban nhân dân phường Hương Trà"),
        Code = Code,
        Applicant = Applicant,
        Request = "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
        ReceivedOn = "08 giờ 15 phút, ngày 08 tháng 10 năm 2026",
        Ground = "Đơn xin rút hồ sơ của Bà Nguyễn Thị Huyền Trân ngày 15 tháng 10 năm 2026.",
        Stage = "Đang thẩm định hồ sơ thiết kế tại Phòng Kinh tế, Hạ tầng và Đô thị.",
        Money = "lệ phí 75.000 đồng (biên lai số 0001234) được hoàn trả theo quy định.",
        Decision = "trả lại toàn bộ giấy tờ bản chính cho người nộp tại Trung tâm Phục vụ hành chính công.",
        Recipients = ["Như trên;", "Trung tâm Phục vụ hành chính công;", "Lưu: VT, HS."],
        Signer = new(["Chủ tịch"], "", "Phan Hữu Nghĩa"),
    };

    public static ControlSheet Control() => new()
    {
        Head = Head("0975/PKS"),
        Code = Code,
        Applicant = Applicant.Name,
        Procedure = "1.013225 - Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ",
        HandlingAgency = "Phòng Kinh tế, Hạ tầng và Đô thị phường Hương Trà",
        CoordinatingAgency = "",
        HandOvers =
        [
            new("Trung tâm Phục vụ hành chính công", "Trần Văn Đức", "Phòng Kinh tế, Hạ tầng và Đô thị", "Nguyễn Văn Sơn", "08 giờ 40 phút, ngày 08 tháng 10 năm 2026", "Trước hạn", ""),
            new("Phòng Kinh tế, Hạ tầng và Đô thị", "Lê Quang Minh", "Văn phòng HĐND và UBND", "Đặng Thị Mai", "16 giờ 05 phút, ngày 27 tháng 10 năm 2026", "Đúng hạn", "Chờ ý kiến của Công an phường từ ngày 12/10/2026"),
            new("Văn phòng HĐND và UBND", "Đặng Thị Mai", "Trung tâm Phục vụ hành chính công", "Trần Văn Đức", "10 giờ 20 phút, ngày 30 tháng 10 năm 2026", "Quá hạn", "Đã gửi văn bản xin lỗi số 07/PXL"),
        ],
    };

    public static Register Register(int lines) => new()
    {
        Head = Head("", "UBND phường Hương Trà") with { PlaceAndDate = "" },
        Period = "Từ ngày 01/01/2026 đến ngày 31/12/2026",
        Lines = [.. Enumerable.Range(1, lines).Select(Line)],
    };

    private static RegisterLine Line(int i) => new(
        i,
        $"H57.32.15-261008-{i:0000}",
        i % 3 == 0 ? "Cấp Giấy xác nhận tình trạng hôn nhân" : "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ",
        "01",
        i % 2 == 0 ? "Công Tằng Tôn Nữ Thị Ngọc Quỳnh" : "Nguyễn Văn Hùng",
        $"Số {i % 90 + 1}, đường Lê Lợi, tổ {i % 12 + 1}, phường Hương Trà; 0905 {i % 900 + 100} 456",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "08/10/2026",
        "29/10/2026",
        i % 4 == 0 ? "" : "28/10/2026",
        "Trực tiếp",
        i % 7 == 0 ? "Đã gia hạn một lần" : "");
}
