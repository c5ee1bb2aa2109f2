using IsoE.Documents.Forms;

namespace IsoE.Documents.Tests.Forms;

/// <summary>A filled-in form for every template of the product, and for their other faces.</summary>
internal static class EveryTemplate
{
    private static readonly Signer Officer = new(["Người lập"], "", "Trần Văn Đức");

    public static IReadOnlyList<DocumentForm> Forms() =>
    [
        Samples.Receipt(),
        Samples.Receipt("a5") with { PaymentCode = "00020101021238", PaymentLines = ["Ngân hàng: Mẫu", "Số tiền: 75.000 đồng"], Supersedes = "Thay giấy số 0974/TNHS", Custody = ["Giấy chứng nhận"] },
        Samples.Supplement(), Samples.Refusal(), Samples.Apology(), Samples.Recall(), Samples.Stop(), Samples.Control(), Samples.Register(40),
        ProcedureSample.Permit(), ProcedureSample.Permit(obsolete: true) with { Written = "en" },
        ReportSamples.Dossier(), ReportSamples.Statistics(), ReportSamples.Compliance(), ReportSamples.Compliance() with { Written = "en" },
        Archive(), CashDay(), Declared(), Evidence(), HandOver(), Money(), Quality(), Ticket(), Step(), Submission(),
        new PersonSeal { Name = "Trần Đức Thịnh", Agency = "UBND phường Hương Trà", At = "26/11/2026 09:15:32 +07:00" },
        new OrganisationSeal { Name = "UBND phường Hương Trà", Number = "Số 05/GXN-UBND, ngày 26/11/2026", At = "26/11/2026 09:15:32 +07:00" },
    ];

    private static ArchiveList Archive() => new()
    {
        Head = Samples.Head(),
        Heading = "Biên bản hủy tài liệu hết thời hạn lưu trữ",
        About = "Danh mục số 01/2026",
        Paragraphs = ["Căn cứ Luật Lưu trữ số 33/2024/QH15."],
        Lines = [new(1, Samples.Code, "Cấp giấy phép xây dựng", "08/10/2026 – 30/10/2026", "10 năm", 4, "Đã hủy")],
        Closing = "Biên bản lập thành hai bản.",
        Signers = [Officer, Officer],
    };

    private static CashDayReport CashDay() => new()
    {
        Head = Samples.Head(),
        Day = "09/02/2026",
        Cashier = "Trần Văn Đức",
        Lines = [new("1", "08:15", "BL-0001", Samples.Code, "Lệ phí", "Tiền mặt", "75.000", "0", "75.000")],
        Sums = [new("Tổng thu", "75.000")],
        Cancelled = ["BL-0002: ghi sai tên"],
        Explanation = "Không chênh lệch",
        ClosedAt = "17 giờ 00 phút, ngày 09 tháng 02 năm 2026",
    };

    private static Declaration Declared() => new()
    {
        Agency = "UBND phường Hương Trà",
        Request = "Cấp giấy phép xây dựng",
        Code = "1.013225",
        Cases = ["Nhà ở riêng lẻ", "Công trình khác"],
        Fields = [new("Địa điểm xây dựng", "Ghi số thửa, tờ bản đồ", [], 2), new("Loại công trình", "", ["Cấp III", "Cấp IV"], 0)],
        Papers = ["Bản vẽ"],
        Foot = "Phiên bản 2",
    };

    private static EvidenceReport Evidence() => new()
    {
        Head = Samples.Head(),
        Paragraphs = ["Gói này tự chứng minh."],
        Seal = [new("Gốc Merkle", new string('a', 64)), new("Số", "12")],
        Dossiers = [new(Samples.Code, "Cấp giấy phép xây dựng", "Đã trả, đúng hạn", "24", new string('b', 64), ["dossier-1.json", "record-1.pdf"])],
        Signer = Officer,
    };

    private static HandOverSlip HandOver() => new()
    {
        Head = Samples.Head(),
        Code = Samples.Code,
        Request = "Cấp giấy phép xây dựng",
        Applicant = "Nguyễn Thị Huyền Trân",
        Receiver = "Nguyễn Văn Hùng",
        ReceiverNumber = "",
        Authorisation = "Giấy ủy quyền số 12",
        Items = ["Giấy phép xây dựng", "Bản chính giấy chứng nhận"],
        Note = "",
        HandedAt = "14 giờ 05 phút, ngày 30 tháng 10 năm 2026",
        OfficerName = "Trần Văn Đức",
    };

    private static MoneyReceipt Money() => new()
    {
        Head = Samples.Head(),
        Number = "BL-0001",
        Payer = "Nguyễn Thị Huyền Trân",
        Address = "",
        Code = Samples.Code,
        Purpose = "Cấp giấy phép xây dựng",
        Lines = [new("Lệ phí", "75.000")],
        Total = "75.000",
        InWords = "Bảy mươi lăm nghìn đồng",
        Means = "Tiền mặt",
        ReceivedAt = "08 giờ 15 phút, ngày 08 tháng 10 năm 2026",
        Cashier = "Trần Văn Đức",
    };

    private static QualityReport Quality() => new()
    {
        Head = Samples.Head(),
        Name = "Báo cáo đánh giá nội bộ",
        About = "Đợt 1 năm 2026",
        Recipients = ["Lưu: ISO."],
        Signer = Officer,
        Parts = [new("Phạm vi", ["Các quy trình cấp xã."], [], []), new("Phát hiện", [], ["Nội dung", "Điều khoản"], [["Thiếu chữ ký", "7.5.3"]]), new("Kiến nghị", [], ["Nội dung"], [])],
    };

    private static QueueTicket Ticket() => new() { Agency = "UBND phường Hương Trà", Number = "A012", Field = "Hộ tịch", Priority = "Người cao tuổi", TakenAt = "08:15", Address = "https://hoso.example.vn/hang-doi/A012" };

    private static StepRecord Step() => new()
    {
        Head = Samples.Head(),
        Name = "Phiếu thẩm định",
        Code = Samples.Code,
        Applicant = Samples.Applicant,
        Request = "Cấp giấy phép xây dựng",
        Step = "Thẩm định",
        Decision = "Đạt",
        DoneAt = "16 giờ 05 phút, ngày 13 tháng 10 năm 2026",
        Entries = [new("Số tầng", "3")],
        Recipients = ["Lưu: VT."],
        Signer = Officer,
    };

    private static SubmissionConfirmation Submission() => new()
    {
        Head = Samples.Head(),
        Code = Samples.Code,
        Applicant = Samples.Applicant,
        Request = "Cấp giấy phép xây dựng",
        SubmittedAt = "08 giờ 15 phút, ngày 08 tháng 10 năm 2026",
        AnswerBy = "16 giờ 15 phút, ngày 08 tháng 10 năm 2026",
        Papers = ["Bản vẽ (2 tệp)"],
        Declared = [new("Số tầng", "3")],
        LegalTime = "15 ngày làm việc",
        ReturnWay = "Trực tiếp",
        TrackingAddress = "https://hoso.example.vn/tra-cuu",
    };
}
