namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>Layouts the reader was not tuned on.</summary>
internal static class HoldOutLayouts
{
    public static readonly Layout Activities = new("Hoạt động, chủ trì, thời lượng", p => Of(p, new Docx().Table(
        [(string[])["Hoạt động", "Chủ trì", "Thời lượng", "Tài liệu liên quan", "STT"],
        .. p.Steps.Select((s, i) => (Row)(string[])[s.TitleCell, s.Who, s.When, s.FormCell, $"({i + 1})"])])));

    public static readonly Layout HeaderApart = new("Tiêu đề là bảng riêng", p => Of(p, new Docx()
        .Text("Sơ đồ quy trình")
        .Table((Row)(string[])["Bước", "Thực hiện", "Nội dung thực hiện", "Thời gian xử lý", "Hồ sơ phát sinh"])
        .Table(p.Steps.Select((s, i) => (Row)(string[])[$"{i + 1}", s.Who, s.TitleCell, s.When, s.FormCell]))));

    public static readonly Layout SeveralProcedures = new("Quyết định có nhiều quy trình", p => Of(p, new Docx()
        .Text("Quy trình số 01").Text($"1. Quy trình nội bộ giải quyết TTHC: “{p.Name}” (Mã TTHC: 1.013814)")
        .Table(
            [(string[])["Thứ tự công việc", "Nội dung công việc", "Trách nhiệm thực hiện", "Thời gian thực hiện", "Sản phẩm đầu ra"],
            .. p.Steps.Select((s, i) => (Row)(string[])[$"Bước {i + 1}", s.TitleCell, s.Who, s.When, s.FormCell]),
            new(Cell.Wide(3, "Tổng thời gian giải quyết TTHC"), Cell.Wide(2, "10 ngày làm việc"))])
        .Text("Quy trình số 02").Text("2. Quy trình nội bộ giải quyết TTHC: “Thủ tục khác”")
        .Table(
            (string[])["Thứ tự công việc", "Nội dung công việc", "Trách nhiệm thực hiện", "Thời gian thực hiện", "Sản phẩm đầu ra"],
            (string[])["Bước 1", "Nhận hồ sơ", "Văn thư", "1 ngày", ""],
            (string[])["Bước 2", "Ký văn bản", "Chủ tịch UBND", "1 ngày", ""])));

    public static readonly Layout Stages = new("Giai đoạn và bước con", p => Of(p, new Docx().Table(
        [new("Số TT", "Giai đoạn / bước công việc", "Trách nhiệm của", "Hoàn thành trong", "Đầu ra"),
        new("A", Cell.Wide(4, "Giai đoạn chuẩn bị")),
        .. p.Steps.Take(3).Select((s, i) => (Row)(string[])[$"{i + 1}/", s.TitleCell, s.Who, s.When, s.FormCell]),
        new("Số TT", "Giai đoạn / bước công việc (tiếp theo)", "Trách nhiệm của", "Hoàn thành trong", "Đầu ra"),
        new("B", Cell.Wide(4, "Giai đoạn thực hiện")),
        .. p.Steps.Skip(3).Select((s, i) => (Row)(string[])[$"{i + 4}/", s.TitleCell, s.Who, s.When, s.FormCell])])));

    private static (Docx, IReadOnlyList<GoldStep>) Of(GoldProcedure procedure, Docx docx) => (docx, procedure.Steps);
}
