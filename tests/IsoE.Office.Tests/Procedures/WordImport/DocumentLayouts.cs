namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>What makes documents hard besides the table: pages, shapes, nesting, traces of editing, old fonts.</summary>
internal static class DocumentLayouts
{
    private static readonly string[] Header = ["TT", "Trình tự", "Trách nhiệm", "Thời gian", "Biểu mẫu/Kết quả"];

    public static readonly Layout SplitByPage = new("Bước bị ngắt trang", p => Of(p, new Docx().Table(
        [((Row)Header) with { RepeatedHeader = true },
        .. p.Steps.SelectMany((s, i) => i != 2 || s.DetailCell.Length == 0
            ? new[] { Plain(s, i) }
            : [new($"{i + 1}", s.Title, s.Who, s.When, s.FormCell), Header, new("", s.DetailCell, "", "", "")])])));

    public static readonly Layout TwoTables = new("Bảng nối tiếp sang trang sau", p => Of(p, new Docx()
        .Table([Header, .. p.Steps.Take(3).Select(Plain)])
        .Text("")
        .Table([Header, .. p.Steps.Skip(3).Select((s, i) => Plain(s, i + 3))])));

    public static readonly Layout TwoTablesOneHeader = new("Bảng nối tiếp không lặp tiêu đề", p => Of(p, new Docx()
        .Table([Header, .. p.Steps.Take(4).Select(Plain)])
        .Text("")
        .Table(p.Steps.Skip(4).Select((s, i) => Plain(s, i + 4)))));

    public static readonly Layout SectionFive = new("Mục 5 là một bảng", p => Of(p, new Docx()
        .Heading("1. MỤC ĐÍCH").Text("Thống nhất cách giải quyết thủ tục.")
        .Heading("5. NỘI DUNG QUY TRÌNH").Table(
            [new("5.1", Cell.Wide(4, "Cơ sở pháp lý")),
            new(Cell.Wide(5, "- Luật Doanh nghiệp số 59/2020/QH14;\n- Nghị định số 168/2025/NĐ-CP.")),
            new("5.2", Cell.Wide(2, "Thành phần hồ sơ"), "Bản chính", "Bản sao"),
            new("", Cell.Wide(2, "Giấy đề nghị (theo mẫu)"), "x", ""),
            new("", Cell.Wide(2, "Giấy tờ pháp lý của người nộp"), "", "x"),
            new("5.3", Cell.Wide(4, "Số lượng hồ sơ: 01 bộ")),
            new("5.4", Cell.Wide(4, "Thời gian xử lý: 07 ngày làm việc")),
            new("5.7", Cell.Wide(4, "Quy trình xử lý công việc")),
            Header,
            .. p.Steps.Select((s, i) => (Row)(string[])[$"B{i + 1}", s.TitleCell, s.Who, s.When, s.FormCell]),
            new("5.8", Cell.Wide(4, "Yêu cầu, điều kiện")),
            new(Cell.Wide(5, "Không có."))])));

    public static readonly Layout FullDocument = new("Tài liệu đủ các mục", FullDocuments.Of);

    public static readonly Layout ShapesInFirstColumn = new("Hình lưu đồ ở cột đầu", p => Of(p, new Docx().Table(
        [(string[])["Lưu đồ", "Mô tả", "Trách nhiệm", "Thời gian", "Biểu mẫu/Hồ sơ"],
        .. p.Steps.Select(s => new Row(
            new Cell(new DrawnShapes(s.WhenFailed is null ? [s.Title] : [s.Title, "Đạt", "Không đạt"])), s.DetailCell, s.Who, s.When, s.FormCell))])));

    // This layout has no room for sentences on where a dossier goes.
    public static readonly Layout OneFlowchart = new("Một lưu đồ dọc cả cột", p => (new Docx().Table(
        [(string[])["Trách nhiệm", "Trình tự (lưu đồ)", "Mô tả/Biểu mẫu", "Thời gian"],
        .. p.Steps.Select((s, i) => new Row(
            s.Who, i == 0 ? new Cell(new VmlShapes(p.Steps.Select(step => step.Title))) { Merge = Merge.Start } : Cell.Below,
            s.FormCell, s.When))]), [.. p.Steps.Select(s => s with { WhenFailed = null })]));

    public static readonly Layout NestedTable = new("Bảng lồng trong bảng", p => Of(p, new Docx().Table(
        new Row("ỦY BAN NHÂN DÂN\nPHƯỜNG AN HÒA ĐÔNG", "QUY TRÌNH\nMã hiệu: QT-21"),
        new Row(new Cell(new Line("Các bước thực hiện:"), new Nested([Header, .. p.Steps.Select(Plain)])) { Span = 2 }))));

    public static readonly Layout Numbered = new("Đánh số tự động và danh sách", p => Of(p, new Docx().Table(
        [Header,
        .. p.Steps.Select(s => new Row(
            new Cell(new Line("", List: 1)),
            new Cell([new Line(s.Title), .. s.DetailCell.Split('\n').Where(l => l.Length > 0).Select(l => new Line(l, List: 2))]),
            s.Who, s.When, new Cell(s.Forms.Select(f => new Line(f, List: 2)))))])));

    public static readonly Layout NumberedAsSteps = new("Đánh số tự động Bước n", p => Of(p, new Docx().Table(
        [(string[])["Bước thực hiện", "Nội dung", "Người thực hiện", "Thời hạn", "Kết quả"],
        .. p.Steps.Select(s => new Row(new Cell(new Line("", List: 3)), s.TitleCell, s.Who, s.When, s.FormCell))])));

    public static readonly Layout Tracked = new("Có thay đổi đang theo dõi", p => Of(p, new Docx().Table(
        [Header,
        .. p.Steps.SelectMany((s, i) => new Row[]
        {
            new($"{i + 1}", new Cell([new Line(s.Title), .. s.DetailCell.Split('\n').Where(l => l.Length > 0).Select(l => new Line(l))]),
                s.Who, new Cell(new Line("", Deleted: "9 ngày", Inserted: s.When)), s.FormCell),
            new("9", "Bước đã bỏ", "Văn thư", "1 ngày", "") { Deleted = true },
        })])));

    public static readonly Layout Broken = new("Chữ bị cắt, ô trong khung nội dung", p => Of(p, new Docx().Table(
        [Header,
        .. p.Steps.Select((s, i) => new Row(
            $"{i + 1}", new Cell(s.TitleCell.Split('\n').Select(l => new Line(l, Broken: true))),
            new Cell(new Line(s.Who, Broken: true)), new Cell(new Line(s.When, Broken: true)), s.FormCell) { InContentControl = true })])));

    public static readonly Layout Tcvn3 = new("Phông TCVN3", p => Of(p, new Docx { Font = ".VnTime", Letters = LegacyLetters.Tcvn3 }
        .Table([Header, .. p.Steps.Select(Plain)])));

    public static readonly Layout Vni = new("Phông VNI", p => Of(p, new Docx { Font = "VNI-Times", Letters = LegacyLetters.VniWindows }
        .Table([Header, .. p.Steps.Select(Plain)])));

    public static readonly Layout LettersApart = new("Chữ dựng sẵn tách dấu", p => Of(p, new Docx { Letters = LegacyLetters.Apart }
        .Table([Header, .. p.Steps.Select(Plain)])));

    private static Row Plain(GoldStep s, int i) => new($"{i + 1}", s.TitleCell, s.Who, s.When, s.FormCell);

    private static (Docx, IReadOnlyList<GoldStep>) Of(GoldProcedure procedure, Docx docx) => (docx, procedure.Steps);
}
