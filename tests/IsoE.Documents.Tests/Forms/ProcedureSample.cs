using IsoE.Documents.Forms;
using IsoE.Documents.Tests.Drawing;

namespace IsoE.Documents.Tests.Forms;

internal static class ProcedureSample
{
    public static ProcedureDocument Permit(bool obsolete = false) => new()
    {
        UpperAgency = "",
        Agency = "UBND phường Hương Trà",
        Name = "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ",
        Code = "QT-12",
        Issue = "02",
        IssuedOn = "01/10/2026",
        Obsolete = obsolete,
        Control =
        [
            new("Soạn thảo", "Lê Quang Minh", "Chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị", "22/09/2026"),
            new("Xem xét", "Nguyễn Văn Sơn", "Đại diện lãnh đạo về chất lượng (QMR)", "26/09/2026"),
            new("Phê duyệt", "Phan Hữu Nghĩa", "Chủ tịch UBND phường", "30/09/2026"),
        ],
        Revisions =
        [
            new("07/07/2025", "Toàn bộ", "Ban hành lần đầu theo mô hình chính quyền địa phương hai cấp", "01"),
            new("01/10/2026", "5.1, 5.4, 5.7", "Rút thời gian giải quyết nhà ở riêng lẻ từ 15 xuống 12 ngày làm việc; thêm bước lấy ý kiến phòng cháy, chữa cháy", "02"),
        ],
        Distribution = [new("Lãnh đạo UBND phường", "01"), new("Phòng Kinh tế, Hạ tầng và Đô thị", "01"), new("Trung tâm Phục vụ hành chính công", "01"), new("Thư ký ISO", "01")],
        Purpose = ["Quy định thống nhất trình tự, trách nhiệm và thời gian cấp giấy phép xây dựng mới, bảo đảm đúng pháp luật, công khai và đúng hẹn."],
        Scope = ["Áp dụng đối với tổ chức, cá nhân đề nghị cấp giấy phép xây dựng trên địa bàn phường và các bộ phận có liên quan của UBND phường."],
        References = ["TCVN ISO 9001:2015 Hệ thống quản lý chất lượng - Các yêu cầu;", "Sổ tay chất lượng của UBND phường;", "Các văn bản pháp lý nêu tại mục 5.1."],
        Terms = [new("UBND", "Ủy ban nhân dân"), new("TTPVHCC", "Trung tâm Phục vụ hành chính công"), new("GPXD", "Giấy phép xây dựng")],
        LegalBasis = ["Luật Xây dựng số 50/2014/QH13 và các luật sửa đổi, bổ sung;", "Nghị định số 175/2024/NĐ-CP ngày 30 tháng 12 năm 2024 của Chính phủ;", "Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ."],
        Components =
        [
            new("Đơn đề nghị cấp giấy phép xây dựng theo mẫu", "01", ""),
            new("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất", "", "01"),
            new("Bản vẽ thiết kế xây dựng (mặt bằng, mặt đứng, mặt cắt, móng, sơ đồ đấu nối hạ tầng)", "02", ""),
            new("Bản cam kết bảo đảm an toàn đối với công trình liền kề (nếu có)", "01", ""),
        ],
        Sets = "01 bộ.",
        Time = ["Nhà ở riêng lẻ: 12 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.", "Công trình cấp III, cấp IV: 15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ."],
        Place = "Trung tâm Phục vụ hành chính công phường Hương Trà; Cổng Dịch vụ công quốc gia; dịch vụ bưu chính công ích.",
        Fees = ["75.000 đồng/giấy phép (nhà ở riêng lẻ)."],
        Steps =
        [
            new("B1", "Tiếp nhận, kiểm tra hồ sơ; cấp giấy tiếp nhận và hẹn trả kết quả", "Cán bộ tiếp nhận", "0,5 ngày", "Mẫu số 01, 02, 03"),
            new("B2", "Phân công thụ lý", "Lãnh đạo phòng", "0,5 ngày", "Mẫu số 06"),
            new("B3", "Thẩm định hồ sơ thiết kế và điều kiện cấp phép", "Chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị", "4 ngày", "BM-12.01"),
            new("B4a", "Kiểm tra thực địa", "Chuyên viên", "3 ngày", "BM-12.02 Biên bản kiểm tra"),
            new("B4b", "Lấy ý kiến cơ quan phòng cháy, chữa cháy; quá thời hạn không trả lời coi như đồng ý", "Công an phường", "12 ngày (song song)", "Văn bản trả lời"),
            new("B5", "Dự thảo Giấy phép xây dựng", "Chuyên viên", "1 ngày", "Dự thảo GPXD"),
            new("B6", "Duyệt dự thảo", "Lãnh đạo phòng", "1 ngày", "Phiếu trình"),
            new("B7", "Ký duyệt", "Chủ tịch UBND", "1 ngày", "Giấy phép xây dựng"),
            new("B8", "Vào sổ, đóng dấu, phát hành; trả kết quả", "Văn thư; cán bộ trả kết quả", "0,5 ngày", "Mẫu số 07"),
        ],
        Diagram = FlowSamples.Permit(states: false),
        Conditions = ["Công trình phù hợp quy hoạch chi tiết xây dựng đã được phê duyệt.", "Chỉ yêu cầu bổ sung hồ sơ một lần."],
        Forms = [new("BM-12.01", "Phiếu thẩm định hồ sơ cấp giấy phép xây dựng"), new("BM-12.02", "Biên bản kiểm tra thực địa")],
        Records = [new("Hồ sơ cấp giấy phép xây dựng", "01", "Vĩnh viễn", "Lưu trữ UBND phường"), new("Phiếu kiểm soát quá trình giải quyết hồ sơ", "01", "5 năm", "Phòng Kinh tế, Hạ tầng và Đô thị")],
    };
}
