using IsoE.Office.Procedures.WordImport.Steps;

namespace IsoE.Office.Procedures.WordImport.Sections;

/// <summary>Writes a section as Markdown: paragraphs, lists, and rows of tables as list items.</summary>
internal static class SectionMarkdown
{
    public static string Of(DocumentSection section, Ledger ledger)
    {
        var lines = new List<string>();
        if (section.Inline.Length > 0 && !section.HeadingLines.All(ledger.IsTaken)) lines.Add(Paragraph(section.Inline));
        foreach (var item in section.Items)
        {
            if (item.Lines.Any() && item.Lines.All(ledger.IsTaken)) continue;
            if (item.IsRow) lines.Add("- " + string.Join("; ", item.Texts.Where(text => text.Length > 0)));
            else lines.AddRange(item.Lines.Select(line => Line(line.Label, line.Text)));
        }
        return Joined(lines);
    }

    private static string Line(string label, string text)
    {
        var bare = PlainWords.WithoutBullet(text);
        return label == "-" || bare != text ? $"- {bare}" : Paragraph(label.Length > 0 ? $"{label} {text}" : text);
    }

    // A sign that Markdown or the file would take for a heading is kept as a sign.
    private static string Paragraph(string text) => text[0] is '#' or '-' or '>' or '|' ? "\\" + text : text;

    private static string Joined(List<string> lines)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) text.Append(IsItem(lines[i - 1]) && IsItem(lines[i]) ? "\n" : "\n\n");
            text.Append(lines[i]);
        }
        return text.ToString();
    }

    private static bool IsItem(string line) => line.StartsWith("- ", StringComparison.Ordinal);
}
