using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>Reads a paragraph: its lines, and the text of the shapes anchored in it from the top down.</summary>
internal sealed partial class ParagraphReader(MainDocumentPart part, TextStyles styles, ListLabels labels, LeftOut leftOut)
{
    internal MainDocumentPart Part => part;

    internal TextStyles Styles => styles;

    internal LeftOut LeftOut => leftOut;

    public (IReadOnlyList<WordLine> Lines, IReadOnlyList<WordShape> Shapes) Read(OpenXmlElement paragraph)
    {
        var walk = new ParagraphWalk(this, paragraph);
        walk.Children(paragraph);
        var label = labels.Next(paragraph);
        var heading = styles.IsHeading(paragraph);
        var lines = walk.Text().Split('\n').Select(Blanks).ToList();
        var read = lines.Where((text, i) => text.Length > 0 || (i == 0 && label.Length > 0))
            .Select((text, i) => new WordLine(text, i == 0 ? label : "", heading)).ToList();
        return (read, [.. walk.Shapes.OrderBy(s => s.Top, ShapePlace.FromTheTop).Select(s => s.Shape)]);
    }

    internal static string Blanks(string text) => AnyBlank().Replace(VietnameseText.Compose(text), " ").Trim();

    [GeneratedRegex(@"[\s\u00A0\u200B\uFEFF]+")]
    private static partial Regex AnyBlank();
}
