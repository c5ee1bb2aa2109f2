namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>Procedures in words the reader was not tuned on; what it makes of them is reported as it is.</summary>
internal static class HoldOutProcedures
{
    public static readonly GoldProcedure Pharmacy = new(
        "Cấp chứng chỉ hành nghề dược",
        new("Nhận hồ sơ từ Cổng dịch vụ công", "Nhân viên quầy tiếp nhận", "reception_officer", "¼ ngày làm việc", "2h") { Forms = ["Giấy hẹn"] },
        new("Giao việc", "Phụ trách phòng Nghiệp vụ Dược", "division_head", "01 buổi làm việc", "4h"),
        new("Thẩm định, soạn tờ trình", "Thẩm định viên", "specialist", "tối đa 15 ngày", "15wd")
        {
            Detail = "Xem xét văn bằng, thời gian thực hành và giấy khám sức khỏe.",
            Branch = "Hồ sơ còn thiếu: gửi lại bước 1.",
            WhenFailed = 1,
            Forms = ["Tờ trình", "BM.NVD.07.02 - Phiếu thẩm định"],
        },
        new("Họp Hội đồng tư vấn", "Hội đồng tư vấn cấp chứng chỉ", null, "sáu giờ", "6h") { Forms = ["Biên bản họp"] },
        new("Duyệt, ký ban hành", "PGĐ Sở phụ trách", "agency_leader", "8 tiếng", "8h") { Forms = ["Chứng chỉ hành nghề dược"] },
        new("Phát hành văn bản", "Bộ phận hành chính - văn thư", "clerk", "4g", "4h"),
        new("Giao trả chứng chỉ hành nghề", "Quầy trả kết quả", "return_officer", "Khi công dân đến nhận", null));

    public static readonly GoldProcedure Labour = new(
        "Hỗ trợ đào tạo nghề",
        new("Hướng dẫn, thu nhận hồ sơ", "Chuyên viên trực tại TTPVHCC", "reception_officer", "20 phút", "20m") { Forms = ["Phiếu biên nhận"] },
        new("Xử lý ban đầu", "Chuyên viên phụ trách lĩnh vực", "specialist", "1.25 ngày", "10h"),
        new("Rà soát", "Đ/c Trưởng phòng", "division_head", "90 phút", "90m")
        {
            Branch = "Chưa đạt thì quay trở lại bước 2.",
            WhenFailed = 2,
        },
        new("Cho ý kiến, ký", "Ban Giám đốc", "agency_leader", "nửa ngày", "4h") { Forms = ["Quyết định hỗ trợ"] },
        new("Nhân bản, đóng dấu", "NV văn thư", "clerk", "2 giờ (trong giờ hành chính)", "2h"),
        new("Chuyển trả", "Nhân viên bưu chính công ích", "external_agency", "", null));

    public static readonly GoldProcedure Purchase = new(
        "Mua sắm tài sản",
        new("Đề xuất mua sắm", "Các phòng, ban có nhu cầu", null, "Bất kỳ lúc nào", null) { Forms = ["Phiếu đề xuất (BM.01.MS)"] },
        new("Thẩm tra dự toán", "Chuyên viên kế toán", "specialist", "không quá 3 ngày", "3wd") { Forms = ["Bảng dự toán"] },
        new("Phê duyệt chủ trương", "Thủ trưởng đơn vị", "agency_leader", "1 ngày", "1wd")
        {
            Branch = "Không phê duyệt: trả về bước 1.",
            WhenFailed = 1,
        },
        new("Lựa chọn nhà thầu", "Tổ chuyên gia", null, "10 - 12 ngày làm việc", "12wd") { Forms = ["Hồ sơ mời thầu", "Báo cáo đánh giá"] },
        new("Thanh toán", "Thủ quỹ, kế toán", "cashier", "3 ngày", "3wd") { Forms = ["Chứng từ thanh toán"] });

    public static readonly IReadOnlyList<GoldProcedure> All = [Pharmacy, Labour, Purchase];
}
