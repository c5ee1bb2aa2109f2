namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>Procedures as agencies write them, with what is meant. The reader was developed on these.</summary>
internal static class GoldProcedures
{
    public static readonly GoldProcedure Business = new(
        "Đăng ký thành lập hộ kinh doanh",
        new("Tiếp nhận hồ sơ", "Cán bộ tiếp nhận tại Trung tâm Phục vụ hành chính công", "reception_officer", "02 giờ", "2h")
        {
            Detail = "Kiểm tra tính đầy đủ của hồ sơ, nhập phần mềm và in giấy hẹn.",
            Forms = ["Mẫu số 01 - Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Phiếu kiểm soát quá trình giải quyết hồ sơ"],
        },
        new("Phân công thụ lý", "Lãnh đạo Phòng Kinh tế", "division_head", "1/2 ngày", "4h"),
        new("Thẩm định hồ sơ", "Chuyên viên phòng KT", "specialist", "01 ngày làm việc", "1wd")
        {
            Detail = "Đối chiếu ngành nghề với danh mục cấm và có điều kiện.",
            Branch = "Nếu đạt yêu cầu chuyển bước 4; không đạt trả lại bước 1.",
            WhenFailed = 1,
            Forms = ["Phiếu thẩm định BM-21.01"],
        },
        new("Xem xét, ký tắt", "Trưởng phòng Kinh tế", "division_head", "0,5 ngày", "4h") { Forms = ["Dự thảo Giấy chứng nhận"] },
        new("Ký duyệt kết quả", "Lãnh đạo UBND", "agency_leader", "4 giờ", "4h")
        {
            Branch = "Nếu không đồng ý: chuyển lại bước 3.",
            WhenFailed = 3,
            Forms = ["Giấy chứng nhận đăng ký hộ kinh doanh"],
        },
        new("Đóng dấu, vào sổ", "Văn thư", "clerk", "30 phút", "30m") { Forms = ["Sổ văn bản đi"] },
        new("Trả kết quả", "Bộ phận TN&TKQ", "return_officer", "Không tính thời gian", null) { Forms = ["Sổ theo dõi hồ sơ"] });

    public static readonly GoldProcedure Permit = new(
        "Cấp giấy phép xây dựng nhà ở riêng lẻ",
        new("Tiếp nhận hồ sơ, viết giấy biên nhận", "BP TN&TKQ", "reception_officer", "1 giờ", "1h") { Forms = ["Mẫu 01", "Mẫu 06"] },
        new("Chuyển hồ sơ cho phòng chuyên môn", "CC Một cửa", "reception_officer", "30 phút", "30m"),
        new("Phân công xử lý", "LĐ phòng", "division_head", "2 giờ", "2h"),
        new("Kiểm tra thực địa, thẩm định bản vẽ", "CV", "specialist", "3,5 ngày", "28h")
        {
            Detail = "Lập biên bản có chữ ký của chủ đầu tư.",
            Branch = "Trường hợp hồ sơ không đủ điều kiện thì quay lại bước 1.",
            WhenFailed = 1,
            Forms = ["BM-15.02 Biên bản kiểm tra thực địa"],
        },
        new("Kiểm tra dự thảo giấy phép", "Trưởng/Phó phòng", "division_head", "0.5 ngày", "4h"),
        new("Ký giấy phép", "CT/PCT UBND", "agency_leader", "1 ngày", "1wd") { Forms = ["Giấy phép xây dựng"] },
        new("Vào sổ, đóng dấu", "VT", "clerk", "1/4 ngày", "2h"),
        new("Thu lệ phí, trả giấy phép cho chủ đầu tư", "BP TN&TKQ", "return_officer", "Theo giấy hẹn", null) { Forms = ["Sổ theo dõi hồ sơ"] });

    public static readonly GoldProcedure Incoming = new(
        "Quản lý văn bản đến",
        new("Tiếp nhận, đăng ký văn bản đến", "Văn thư cơ quan", "clerk", "Trong ngày", "sameday") { Forms = ["Sổ đăng ký văn bản đến"] },
        new("Trình, phân phối văn bản", "Chánh Văn phòng", "division_head", "2h", "2h"),
        new("Chỉ đạo giải quyết", "Chủ tịch, Phó Chủ tịch UBND", "agency_leader", "½ ngày", "4h") { Forms = ["Phiếu xử lý văn bản BM-02.01"] },
        new("Giải quyết văn bản", "Công chức được phân công", "specialist", "Từ 03 đến 05 ngày làm việc", "5wd")
        {
            Branch = "Nếu không thuộc thẩm quyền thì chuyển trả bước 2.",
            WhenFailed = 2,
            Forms = ["Dự thảo văn bản trả lời"],
        },
        new("Theo dõi, đôn đốc", "Văn phòng HĐND và UBND", null, "Hằng ngày", null),
        new("Lưu hồ sơ", "Văn thư, lưu trữ", "clerk", "1 ngày rưỡi", "12h") { Forms = ["Hồ sơ công việc"] });

    public static readonly GoldProcedure Land = new(
        "Đăng ký biến động đất đai",
        new("Nộp hồ sơ", "Tổ chức, cá nhân", "citizen", "Giờ hành chính", null) { Forms = ["Thành phần hồ sơ theo mục 5.2"] },
        new("Kiểm tra, tiếp nhận hồ sơ", "Công chức tiếp nhận", "reception_officer", "15 phút", "15m") { Forms = ["Giấy biên nhận hồ sơ"] },
        new("Trích lục bản đồ, kiểm tra hiện trạng", "Viên chức Chi nhánh Văn phòng đăng ký đất đai", "specialist", "02 ngày", "2wd"),
        new("Lấy ý kiến cơ quan thuế", "Chi cục Thuế", "external_agency", "05 ngày (không tính vào thời gian giải quyết)", "5wd")
        {
            Forms = ["Phiếu chuyển thông tin", "Thông báo nghĩa vụ tài chính"],
        },
        new("Thẩm tra hồ sơ", "Chuyên viên phòng TNMT", "specialist", "10 giờ làm việc", "10h")
        {
            Branch = "Hồ sơ hợp lệ chuyển bước 6, hồ sơ chưa hợp lệ quay về bước 2.",
            WhenFailed = 2,
        },
        new("Ký Giấy chứng nhận", "Giám đốc Sở", "agency_leader", "01 ngày", "1wd") { Forms = ["Giấy chứng nhận quyền sử dụng đất"] },
        new("Trả kết quả cho công dân", "Cán bộ trả kết quả", "return_officer", "", null));

    public static readonly GoldProcedure Certification = new(
        "Chứng thực bản sao từ bản chính",
        new("Tiếp nhận, kiểm tra giấy tờ", "Công chức tư pháp - hộ tịch", "specialist", "10 phút", "10m")
        {
            Detail = "Xem bản chính, đếm số trang.",
        },
        new("Đối chiếu bản chính, ghi lời chứng", "Công chức tư pháp - hộ tịch", "specialist", "một giờ", "1h"),
        new("Ký chứng thực", "Chủ tịch hoặc Phó Chủ tịch UBND phường", "agency_leader", "01 buổi", "4h"),
        new("Đóng dấu, vào sổ chứng thực", "Công chức văn phòng - thống kê", "specialist", "5 phút", "5m") { Forms = ["Sổ chứng thực SCT/2015"] },
        new("Thu phí, trả kết quả", "Thủ quỹ", "cashier", "15 phút", "15m") { Forms = ["Biên lai thu phí"] });

    public static readonly GoldProcedure Complaint = new(
        "Giải quyết khiếu nại lần đầu",
        new("Tiếp nhận, vào sổ đơn", "Ban tiếp công dân", "reception_officer", "01 ngày làm việc", "1wd") { Forms = ["Sổ tiếp công dân"] },
        new("Thụ lý giải quyết khiếu nại", "Thủ trưởng cơ quan", "agency_leader", "Không quá 10 ngày (tính cả ngày nghỉ)", "10d")
        {
            Detail = "Thông báo bằng văn bản cho người khiếu nại.",
            Forms = ["Thông báo thụ lý"],
        },
        new("Xác minh nội dung khiếu nại", "Tổ xác minh", null, "20 ngày làm việc", "20wd") { Forms = ["Báo cáo kết quả xác minh"] },
        new("Tổ chức đối thoại", "Lãnh đạo cơ quan; chuyên viên thụ lý", "agency_leader", "1-2 ngày", "2wd") { Forms = ["Biên bản đối thoại"] },
        new("Ban hành quyết định giải quyết", "Lãnh đạo cơ quan", "agency_leader", "0,5 ngày làm việc", "4h") { Forms = ["Quyết định giải quyết khiếu nại"] },
        new("Gửi quyết định, lưu hồ sơ", "Bộ phận văn thư", "clerk", "03 ngày làm việc", "3wd"));

    public static readonly GoldProcedure Audit = new(
        "Đánh giá nội bộ",
        new("Lập chương trình đánh giá năm", "Thư ký ISO", "iso_secretary", "Tháng 01 hằng năm", null) { Forms = ["BM-03.01 Chương trình đánh giá"] },
        new("Phê duyệt chương trình", "Đại diện lãnh đạo về chất lượng", "qmr", "2 ngày", "2wd")
        {
            Branch = "Nếu không phê duyệt, trả lại bước 1 để chỉnh sửa.",
            WhenFailed = 1,
        },
        new("Lập kế hoạch đánh giá", "Trưởng đoàn đánh giá", "internal_auditor", "05 ngày", "5wd") { Forms = ["BM-03.02 Kế hoạch đánh giá"] },
        new("Thực hiện đánh giá", "Đoàn đánh giá", "internal_auditor", "1 tuần", "5wd")
        {
            Forms = ["BM-03.03 Phiếu ghi chép", "BM-03.04 Phiếu báo cáo sự không phù hợp"],
        },
        new("Khắc phục", "Đơn vị được đánh giá", null, "Theo thời hạn ghi trong phiếu", null),
        new("Báo cáo kết quả", "QMR", "qmr", "2 ngày 4 giờ", "20h") { Forms = ["BM-03.05 Báo cáo đánh giá"] });

    public static readonly IReadOnlyList<GoldProcedure> All = [Business, Permit, Incoming, Land, Certification, Complaint, Audit];
}
