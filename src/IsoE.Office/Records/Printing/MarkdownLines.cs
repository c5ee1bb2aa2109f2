using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IsoE.Office.Records.Printing;

/// <summary>The plain paragraphs of a written section; a list gives one paragraph for each item.</summary>
internal static class MarkdownLines
{
    public static List<string> Of(string markdown) =>
    [
        .. Markdown.Parse(markdown)
            .Descendants<LeafBlock>()
            .Select(block => TextOf(block.Inline))
            .Where(line => line.Length > 0),
    ];

    private static string TextOf(ContainerInline? inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            if (part is LiteralInline literal)
                text.Append(literal.Content.AsSpan());
            else if (part is CodeInline code)
                text.Append(code.Content);
            else if (part is LineBreakInline)
                text.Append(' ');
        }

        return text.ToString().Trim();
    }
}
