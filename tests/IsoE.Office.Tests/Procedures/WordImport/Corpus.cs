namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>The documents of the score.</summary>
internal static class Corpus
{
    private static readonly Layout[] Tables =
    [
        Layouts.Plain, Layouts.OtherOrder, Layouts.DetailColumn, Layouts.TwoHeaderRows, Layouts.TwoRowsAStep, Layouts.TitleAbove,
        Layouts.TitleHoldsNumber, Layouts.UnitInHeader, Layouts.Groups, Layouts.SharedCells, Layouts.TwoPerformers, Layouts.NoHeader,
        DocumentLayouts.SplitByPage, DocumentLayouts.TwoTables, DocumentLayouts.TwoTablesOneHeader, DocumentLayouts.SectionFive,
        DocumentLayouts.FullDocument, DocumentLayouts.ShapesInFirstColumn, DocumentLayouts.OneFlowchart, DocumentLayouts.NestedTable,
        DocumentLayouts.Numbered, DocumentLayouts.NumberedAsSteps, DocumentLayouts.Tracked, DocumentLayouts.Broken,
        DocumentLayouts.Tcvn3, DocumentLayouts.Vni, DocumentLayouts.LettersApart,
    ];

    /// <summary>Every layout with two procedures.</summary>
    public static IReadOnlyList<ImportCase> Development { get; } =
    [
        .. Tables.SelectMany((layout, i) => new[]
        {
            layout.Of(GoldProcedures.All[i % GoldProcedures.All.Count]),
            layout.Of(GoldProcedures.All[((i * 3) + 2) % GoldProcedures.All.Count]),
        }).DistinctBy(c => c.Name),
    ];

    /// <summary>Words and layouts that were written before the reader and not looked at while it was tuned.</summary>
    public static IReadOnlyList<ImportCase> HoldOut { get; } =
    [
        .. from layout in new[] { HoldOutLayouts.Activities, HoldOutLayouts.HeaderApart, HoldOutLayouts.SeveralProcedures, HoldOutLayouts.Stages }
           from procedure in HoldOutProcedures.All
           select layout.Of(procedure),
    ];

    /// <summary>Documents with things in unusual places, for what must not get lost.</summary>
    public static IReadOnlyList<ImportCase> Strange { get; } =
    [
        new("Chữ xóa, chữ ẩn, chú thích, góp ý", new Docx()
            .Table(
                (string[])["TT", "Trình tự", "Trách nhiệm", "Thời gian"],
                new("1", new Cell(new Markup(docx => $"<w:p>{Xml.Run(docx, "Tiếp nhận")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>chữ ẩn</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>")), "Văn thư",
                    new Cell(new Line("1 giờ", Deleted: "9 ngày"))),
                (string[])["2", "Trả lời", "Văn thư", "2 giờ"])
            .Part("footnotes.xml", Xml.Types + "footnotes+xml", Xml.Relations + "footnotes", Xml.Part("footnotes", "<w:footnote w:id=\"2\"><w:p><w:r><w:t>Trừ ngày lễ</w:t></w:r></w:p></w:footnote>"))
            .Part("comments.xml", Xml.Types + "comments+xml", Xml.Relations + "comments", Xml.Part("comments", "<w:comment w:id=\"1\"><w:p><w:r><w:t>Cần xem lại bước này</w:t></w:r></w:p></w:comment>")), []),
        new("Hình vẽ ngoài bảng, ô lạ, bảng lồng trong ô bước", new Docx()
            .Raw(new DrawnShapes("Bắt đầu", "Kiểm tra", "Kết thúc").Write(new Docx()))
            .Table(
                (string[])["TT", "Trình tự", "Trách nhiệm", "Thời gian", "Mức độ", "Kết quả"],
                new("1", new Cell(new Line("Tiếp nhận"), new Nested((string[])["Kênh", "Trực tuyến"])), "Văn thư", "1 giờ", "Toàn trình", "Sổ"),
                new("", Cell.Wide(5, "Lưu ý: không nhận hồ sơ ngoài giờ")),
                (string[])["2", "Trả lời", "Văn thư", "2 giờ", "", "Công văn"])
            .Texts("Nơi nhận: như trên", "Phụ trách: ông A"), []),
    ];
}
