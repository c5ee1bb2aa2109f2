namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>Flowchart shapes as Word 2010 and later save them (twice: DrawingML and, for old readers, VML).</summary>
/// <param name="Texts">Text of each shape, from the top down.</param>
internal sealed record DrawnShapes(params IEnumerable<string> Texts) : IContent
{
    public string Write(Docx docx) =>
        $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing>{Anchor(docx)}</w:drawing></mc:Choice>"
        + $"<mc:Fallback>{VmlShapes.Group(docx, Texts)}</mc:Fallback></mc:AlternateContent></w:r></w:p>";

    private string Anchor(Docx docx)
    {
        // Saved in another order than they stand, as happens when a shape is brought to the front.
        var shapes = Texts.Select((text, i) => Shape(docx, text, i * 1_000_000)).Reverse();
        return "<wp:anchor><wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>1000</wp:posOffset></wp:positionV><a:graphic>"
            + "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\"><wpg:wgp>"
            + string.Concat(shapes) + Arrow + "</wpg:wgp></a:graphicData></a:graphic></wp:anchor>";
    }

    private const string Arrow = "<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x=\"5\" y=\"5\"/></a:xfrm></wps:spPr><wps:bodyPr/></wps:wsp>";

    private static string Shape(Docx docx, string text, int top) =>
        $"""<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="{top}"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="flowChartProcess"/></wps:spPr><wps:txbx><w:txbxContent>{Xml.Paragraph(docx, text)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>""";
}

/// <summary>Flowchart shapes as Word 2003 saved them.</summary>
internal sealed record VmlShapes(params IEnumerable<string> Texts) : IContent
{
    public string Write(Docx docx) => $"<w:p><w:r>{Group(docx, Texts)}</w:r></w:p>";

    public static string Group(Docx docx, IEnumerable<string> texts) =>
        $"<w:pict><v:group coordsize=\"1000,9000\">{string.Concat(texts.Select((text, i) => Shape(docx, text, i * 900)).Reverse())}</v:group></w:pict>";

    private static string Shape(Docx docx, string text, int top) =>
        $"""<v:rect style="position:absolute;left:10;top:{top};width:900;height:600"><v:textbox><w:txbxContent>{Xml.Paragraph(docx, text)}</w:txbxContent></v:textbox></v:rect>""";
}
