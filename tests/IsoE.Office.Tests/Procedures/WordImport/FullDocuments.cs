namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>A whole ISO document: control page, sections 1 to 7, several tables besides that of the steps.</summary>
internal static class FullDocuments
{
    public const string Purpose = "Quy định trình tự, trách nhiệm và thời gian giải quyết thủ tục, bảo đảm đúng pháp luật và đúng hạn.";
    public const string Scope = "Áp dụng đối với cá nhân, tổ chức có yêu cầu và các bộ phận liên quan của Ủy ban nhân dân phường.";

    public static (Docx Docx, IReadOnlyList<GoldStep> Steps) Of(GoldProcedure p) => (Make(p), p.Steps);

    private static Docx Make(GoldProcedure p)
    {
        var docx = Cover(new Docx(), p).Heading("1. MỤC ĐÍCH").Text(Purpose)
            .Heading("2. PHẠM VI").Text(Scope)
            .Heading("3. TÀI LIỆU VIỆN DẪN").Texts("- TCVN ISO 9001:2015.", "- Các văn bản tại mục 5.1.")
            .Heading("4. ĐỊNH NGHĨA/VIẾT TẮT")
            .Texts("UBND: Ủy ban nhân dân", "- TTHC: Thủ tục hành chính", "Người nộp hồ sơ là cá nhân hoặc tổ chức có yêu cầu.")
            .Heading("5. NỘI DUNG QUY TRÌNH");
        Details(docx).Heading("5.7. Quy trình xử lý công việc", 2).Table(
            [(string[])["TT", "Trình tự", "Trách nhiệm", "Thời gian", "Biểu mẫu/Kết quả"],
            .. p.Steps.Select((s, i) => (Row)(string[])[$"{i + 1}", s.TitleCell, s.Who, s.When, s.FormCell])]);
        return End(docx);
    }

    private static Docx Cover(Docx docx, GoldProcedure p) => docx
        .Table(new Row("ỦY BAN NHÂN DÂN\nPHƯỜNG AN HÒA ĐÔNG", $"QUY TRÌNH\n{p.Name}", "Mã hiệu: QT-21/MC\nLần ban hành: 02\nNgày ban hành: 05/01/2026"))
        .Table(
            (string[])["Trách nhiệm", "Soạn thảo", "Xem xét", "Phê duyệt"],
            (string[])["Họ tên", "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"],
            (string[])["Chức vụ", "Chuyên viên", "Thư ký ISO", "Chủ tịch"])
        .Text("Mã thủ tục hành chính: 1.001612")
        .Table(
            (string[])["Ngày tháng", "Trang/phần liên quan", "Mô tả nội dung thay đổi", "Lần ban hành/sửa đổi"],
            (string[])["05/01/2026", "Toàn bộ", "Ban hành lại theo mô hình mới", "02"]);

    private static Docx Details(Docx docx) => docx
        .Heading("5.1. Cơ sở pháp lý", 2)
        .Texts("- Luật Doanh nghiệp số 59/2020/QH14 ngày 17/6/2020;", "- Nghị định số 168/2025/NĐ-CP ngày 30/6/2025 của Chính phủ về đăng ký doanh nghiệp;")
        .Heading("5.2. Thành phần hồ sơ", 2)
        .Table(
            (string[])["TT", "Tên giấy tờ", "Bản chính", "Bản sao"],
            (string[])["1", "Giấy đề nghị đăng ký hộ kinh doanh (Mẫu số 1)", "x", ""],
            (string[])["2", "Giấy tờ pháp lý của chủ hộ kinh doanh", "", "01"])
        .Heading("5.3. Số lượng hồ sơ", 2).Text("01 bộ")
        .Heading("5.4. Thời gian xử lý", 2).Text("03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.")
        .Heading("5.5. Nơi tiếp nhận và trả kết quả", 2).Text("Trung tâm Phục vụ hành chính công phường.")
        .Heading("5.6. Lệ phí", 2).Text("100.000 đồng/lần.");

    private static Docx End(Docx docx) => docx
        .Heading("5.8. Yêu cầu, điều kiện", 2).Text("Tên hộ kinh doanh không trùng trong phạm vi cấp xã.")
        .Heading("6. BIỂU MẪU").Table(
            (string[])["TT", "Mã hiệu", "Tên biểu mẫu"],
            (string[])["1", "BM-21.01", "Phiếu thẩm định"],
            (string[])["2", "Mẫu số 01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"])
        .Heading("7. HỒ SƠ LƯU").Table(
            (string[])["TT", "Hồ sơ lưu", "Thời gian lưu", "Nơi lưu"],
            (string[])["1", "Phiếu thẩm định", "05 năm", "Phòng Kinh tế"],
            (string[])["2", "Giấy chứng nhận (bản lưu)", "Vĩnh viễn", "Lưu trữ cơ quan"])
        .Text("Hồ sơ được lưu theo quy định hiện hành.");
}
