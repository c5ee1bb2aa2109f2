using IsoE.Documents.Forms;
using IsoE.Documents.Tests.Drawing;

namespace IsoE.Documents.Tests.Forms;

internal static class ReportSamples
{
    private static readonly Signer Chairman = new(["Chủ tịch"], "", "Phan Hữu Nghĩa");

    public static readonly IReadOnlyList<StatisticsLine> Lines =
    [
        new("Hộ tịch", 1460, 812, 560, 88, 1391, 880, 501, 10, 69, 66, 3, "Lĩnh vực thuộc thẩm quyền cấp xã"),
        new("Hoạt động xây dựng", 312, 240, 41, 31, 268, 102, 152, 14, 44, 41, 3),
        new("Thành lập và hoạt động của hộ kinh doanh", 228, 201, 21, 6, 221, 190, 31, 0, 7, 7, 0),
    ];

    public static StatisticsTable Statistics() => new()
    {
        Head = Samples.Head("", "", "Ủy ban nhân dân phường Hương Trà"),
        Period = "Từ ngày 15/06/2026 đến ngày 14/09/2026",
        Reporter = "UBND phường Hương Trà",
        Receiver = "UBND thành phố Huế",
        Lines = Lines,
        Signer = Chairman,
    };

    public static ComplianceReport Compliance() => new()
    {
        Head = Samples.Head("112/BC-UBND", "", "Ủy ban nhân dân phường Hương Trà"),
        Period = "Từ ngày 01/01/2026 đến ngày 30/09/2026",
        Summary =
        [
            "Trong kỳ báo cáo, Ủy ban nhân dân phường tiếp nhận 2.000 hồ sơ, đã giải quyết 1.880 hồ sơ; tỷ lệ giải quyết trước hạn và đúng hạn đạt 98,7 %.",
            "Có 24 hồ sơ quá hạn; 23 hồ sơ đã có văn bản xin lỗi. Nguyên nhân chủ yếu là chờ xác minh ranh giới thửa đất và chờ ý kiến của cơ quan phối hợp.",
        ],
        Indicators = [new("Tỷ lệ hồ sơ giải quyết đúng hạn", ">= 95 %", "98,7 %", true), new("Hồ sơ quá hạn có văn bản xin lỗi", "100 %", "95,8 %", false), new("Yêu cầu bổ sung quá một lần", "0", "0", true)],
        ByProcedure = [new("Cấp Giấy xác nhận tình trạng hôn nhân", 880, 501, 10), new("Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ", 102, 152, 14), new("Đăng ký thành lập hộ kinh doanh", 190, 31, 0)],
        ByUnit = [new("Phòng Kinh tế, Hạ tầng và Đô thị", 292, 183, 14), new("Phòng Văn hóa - Xã hội", 402, 260, 4), new("Văn phòng HĐND và UBND", 478, 241, 6)],
        ByMonth = [.. Enumerable.Range(1, 9).Select(m => new ShareLine($"{m:00}/2026", 100 + m, 70 + (m * 3), m % 4))],
        Overdue =
        [
            new("H57.32.15-260302-0011", "Cấp giấy phép xây dựng mới", "Phòng Kinh tế, Hạ tầng và Đô thị", "17:00 23/03/2026", "10:20 25/03/2026", "1,3 ngày", "Chờ xác minh ranh giới thửa đất với hộ liền kề", "03/PXL"),
            new("H57.32.15-260518-0104", "Cấp Giấy xác nhận tình trạng hôn nhân", "Văn phòng HĐND và UBND", "17:00 22/05/2026", "", "0,5 ngày", "Chưa nhận được kết quả xác minh của UBND xã Quảng Điền", ""),
        ],
        LeadTimes = [new("Cấp giấy phép xây dựng mới", "Thẩm định hồ sơ thiết kế", "Chuyên viên", "4 ngày", 268, "2,5 ngày", "4,1 ngày", "7,0 ngày"), new("Cấp giấy phép xây dựng mới", "Ký duyệt", "Chủ tịch UBND", "1 ngày", 268, "0,4 ngày", "0,9 ngày", "2,0 ngày")],
        Statistics = Lines,
        Sources = ["Số liệu được đọc từ lịch sử không thể sửa đổi của 2.000 hồ sơ, lập lúc 08 giờ 15 phút ngày 08 tháng 10 năm 2026."],
        Recipients = ["UBND thành phố Huế;", "Thường trực HĐND phường;", "Lưu: VT, ISO."],
        Signer = Chairman,
    };

    public static DossierRecord Dossier() => new()
    {
        Head = Samples.Head("", "", "Ủy ban nhân dân phường Hương Trà"),
        Code = Samples.Code,
        Procedure = "1.013225 - Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ",
        ProcedureVersion = "Phiên bản 2, hiệu lực từ 01/10/2026",
        Status = "Đã trả kết quả",
        OnTime = "Quá hạn 0,4 ngày",
        Identity =
        [
            new("Người nộp", "Nguyễn Thị Huyền Trân"), new("Số điện thoại", "0905 123 456"),
            new("Kênh nộp", "Trực tiếp"), new("Đơn vị chủ trì", "Phòng Kinh tế, Hạ tầng và Đô thị"),
            new("Tiếp nhận", "08:15 08/10/2026"), new("Hẹn trả", "17:00 29/10/2026"),
            new("Kết thúc xử lý", "10:20 30/10/2026"), new("Trả kết quả", "14:05 30/10/2026"),
        ],
        Components = Samples.Receipt().Components,
        Fields = [new("Địa điểm xây dựng", "Thửa 118, tờ bản đồ số 24"), new("Số tầng", "3"), new("Diện tích sàn", "286,5 m²"), new("Loại công trình", "Nhà ở riêng lẻ")],
        Answers = [new("Lấy ý kiến cơ quan phòng cháy, chữa cháy", "Lê Quang Minh", "16:30 28/10/2026", "Đã nhận", [new("Số, ký hiệu văn bản", "214/PC07"), new("Ý kiến", "Đồng ý với điều kiện")])],
        Steps =
        [
            new("1", "Tiếp nhận hồ sơ", "Trần Văn Đức", "08:15 08/10/2026", "08:40 08/10/2026", "0,5 ngày", "25 phút", "Trước hạn", "Đủ hồ sơ"),
            new("2", "Thẩm định hồ sơ thiết kế và điều kiện cấp phép", "Lê Quang Minh", "08:40 08/10/2026", "16:05 13/10/2026", "4 ngày", "3,9 ngày", "Đúng hạn", "Đạt"),
            new("3", "Lấy ý kiến cơ quan phòng cháy, chữa cháy", "Công an phường", "16:05 13/10/2026", "16:30 28/10/2026", "12 ngày", "11,1 ngày", "Đúng hạn", "Im lặng - coi như đồng ý"),
            new("4", "Ký duyệt", "Phan Hữu Nghĩa", "09:00 29/10/2026", "10:20 30/10/2026", "0,5 ngày", "1,2 ngày", "Quá hạn", "Ký"),
        ],
        Decisions = [new("16:05 13/10/2026", "Lê Quang Minh, chuyên viên", "Hồ sơ đạt, chuyển lấy ý kiến", "Phù hợp quy hoạch chi tiết 1/500"), new("10:20 30/10/2026", "Phan Hữu Nghĩa, Chủ tịch UBND", "Cấp giấy phép xây dựng", "Điều 102 Luật Xây dựng")],
        Pauses = [],
        Issued = [new("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "0975/TNHS", "08:40 08/10/2026", "Trần Văn Đức", Hash(1)), new("Giấy phép xây dựng", "118/GPXD", "10:20 30/10/2026", "Phan Hữu Nghĩa", Hash(2))],
        History = [.. Enumerable.Range(1, 24).Select(i => new HistoryLine($"{i}", "08:15 08/10/2026", "Trần Văn Đức", i % 2 == 0 ? "Hoàn thành công việc: Tiếp nhận hồ sơ" : "Giao việc: Thẩm định hồ sơ thiết kế", Hash(i)))],
        HistoryCheck = "Chuỗi băm gồm 24 dòng đã được tính lại lúc 08 giờ 15 phút ngày 08 tháng 10 năm 2026 và nguyên vẹn.",
        Diagram = FlowSamples.MaritalStatus(),
    };

    private static string Hash(int i) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([(byte)i]));
}
