namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>The ways agencies lay out a table of steps; simple tables first. The reader was developed on these.</summary>
internal static class Layouts
{
    public static readonly Layout Plain = new("Năm cột", p => Of(p, new Docx().Heading("5.7. Quy trình xử lý công việc", 2).Table(
        [(string[])["TT", "Trình tự", "Trách nhiệm", "Thời gian", "Biểu mẫu/Kết quả"],
        .. p.Steps.Select((s, i) => (Row)(string[])[$"{i + 1}", s.TitleCell, s.Who, s.When, s.FormCell])])));

    public static readonly Layout OtherOrder = new("Thứ tự cột khác", p => Of(p, new Docx().Text("II. QUY TRÌNH NỘI BỘ").Table(
        [(string[])["Các bước", "Người thực hiện", "Nội dung công việc", "Hồ sơ, biểu mẫu", "Thời hạn"],
        .. p.Steps.Select((s, i) => (Row)(string[])[$"Bước {i + 1}", s.Who, s.TitleCell, s.FormCell, s.When])])));

    public static readonly Layout DetailColumn = new("Cột mô tả và ghi chú", p => Of(p, new Docx().Table(
        [(string[])["STT", "TÊN BƯỚC", "Mô tả công việc", "Đơn vị/người thực hiện", "Thời gian thực hiện", "Sản phẩm", "Ghi chú"],
        .. p.Steps.Select((s, i) => (Row)(string[])[$"{i + 1:00}", s.Title, s.DetailCell, s.Who, s.When, s.FormCell, ""])])));

    public static readonly Layout TwoHeaderRows = new("Tiêu đề hai hàng", p => Of(p, new Docx().Table(
        [new(Cell.First("TT"), Cell.First("Nội dung các bước thực hiện"), Cell.Wide(2, "Trách nhiệm"), Cell.First("Thời gian giải quyết"), Cell.First("Kết quả")),
        new(Cell.Below, Cell.Below, "Chủ trì", "Phối hợp", Cell.Below, Cell.Below),
        .. p.Steps.Select((s, i) => new Row($"{i + 1}", s.TitleCell, s.Who, "", s.When, s.FormCell))])));

    public static readonly Layout TwoRowsAStep = new("Hai hàng một bước", p => Of(p, new Docx().Table(
        [(string[])["TT", "Trình tự công việc", "Trách nhiệm", "Thời gian", "Biểu mẫu"],
        .. p.Steps.SelectMany((s, i) => new Row[]
        {
            new(Cell.First($"{i + 1}"), s.Title, s.Who, s.When, s.FormCell),
            new(Cell.Below, Cell.Wide(4, s.DetailCell)),
        })])));

    public static readonly Layout TitleAbove = new("Tên bước gộp cả hàng", p => Of(p, new Docx().Table(
        [(string[])["Cách thực hiện", "Người chịu trách nhiệm", "Thời hạn", "Tài liệu, biểu mẫu"],
        .. p.Steps.SelectMany((s, i) => new Row[]
        {
            new(Cell.Wide(4, $"Bước {i + 1}: {s.Title}")),
            new(s.DetailCell, s.Who, s.When, s.FormCell),
        })])));

    public static readonly Layout TitleHoldsNumber = new("Số bước trong tên", p => Of(p, new Docx().Table(
        [(string[])["Trình tự thực hiện", "Trách nhiệm", "Thời gian", "Kết quả/Biểu mẫu"],
        .. p.Steps.Select((s, i) => (Row)(string[])[$"Bước {i + 1}. {s.TitleCell}", s.Who, s.When, s.FormCell])])));

    public static readonly Layout UnitInHeader = new("Đơn vị thời gian ở tiêu đề", p =>
    {
        var steps = p.Steps.Select(s => s.Limit is { } limit && limit.EndsWith('h') ? s : s with { When = "", Limit = null }).ToList();
        return (new Docx().Table(
            [(string[])["B", "Công việc", "Bộ phận", "TG (giờ)", "BM"],
            .. steps.Select((s, i) => (Row)(string[])[$"B{i + 1}", s.TitleCell, s.Who, s.Limit?.TrimEnd('h') ?? "", s.FormCell])]), steps);
    });

    public static readonly Layout Groups = new("Hàng nhóm và hàng tổng", p => Of(p, new Docx().Table(
        [(string[])["STT", "Các bước thực hiện", "Cơ quan/người thực hiện", "Thời gian", "Kết quả"],
        new(Cell.Wide(5, "I. TIẾP NHẬN")),
        .. p.Steps.Take(2).Select((s, i) => (Row)(string[])[$"{i + 1}", s.TitleCell, s.Who, s.When, s.FormCell]),
        new(Cell.Wide(5, "II. GIẢI QUYẾT VÀ TRẢ KẾT QUẢ")),
        .. p.Steps.Skip(2).Select((s, i) => (Row)(string[])[$"{i + 3}", s.TitleCell, s.Who, s.When, s.FormCell]),
        new(Cell.Wide(3, "Tổng thời gian giải quyết"), "07 ngày làm việc", "")])));

    public static readonly Layout SharedCells = new("Ô gộp cho nhiều bước", p =>
    {
        // One cell names who acts in the first two steps; the time of both stands in one cell too.
        var steps = p.Steps.Select((s, i) => i == 1 ? s with { Role = p.Steps[0].Role, Limit = null } : s).ToList();
        return (new Docx().Table(
            [(string[])["TT", "Trình tự", "Trách nhiệm", "Thời gian", "Biểu mẫu/Kết quả"],
            .. p.Steps.Select((s, i) => new Row(
                $"{i + 1}", s.TitleCell,
                i switch { 0 => Cell.First(s.Who), 1 => Cell.Below, _ => s.Who },
                i switch { 0 => Cell.First(s.When), 1 => Cell.Below, _ => s.When },
                s.FormCell))]), steps);
    });

    public static readonly Layout TwoPerformers = new("Hai người, mỗi người một thời hạn", p =>
    {
        // The third step is done by two people one after the other, each with an own time.
        var second = p.Steps[2] with { Who = "Lãnh đạo phòng", Role = "division_head", When = "2 giờ", Limit = "2h", Forms = [], WhenFailed = null };
        return (new Docx().Table(
            [(string[])["TT", "Trình tự", "Trách nhiệm", "Thời gian", "Biểu mẫu/Kết quả"],
            .. p.Steps.SelectMany((s, i) => i == 2
                ? new Row[]
                {
                    new(Cell.First("3"), Cell.First(s.TitleCell), s.Who, s.When, s.FormCell),
                    new(Cell.Below, Cell.Below, second.Who, second.When, ""),
                }
                : [(string[])[$"{i + 1}", s.TitleCell, s.Who, s.When, s.FormCell]])]),
            [.. p.Steps.Take(3), second, .. p.Steps.Skip(3)]);
    });

    public static readonly Layout NoHeader = new("Không có hàng tiêu đề", p => Of(p, new Docx().Text("Các bước thực hiện như sau:").Table(
        p.Steps.Select((s, i) => (Row)(string[])[$"{i + 1}", s.TitleCell, s.Who, s.When, s.FormCell]))));

    private static (Docx, IReadOnlyList<GoldStep>) Of(GoldProcedure procedure, Docx docx) => (docx, procedure.Steps);
}
