namespace IsoE.Office.Procedures.Editing;

/// <summary>The sections of the Markdown body and the characters between their headings.</summary>
internal static class TextSections
{
    /// <param name="Start">Behind the heading's line.</param>
    /// <param name="End">Before the next heading, or the end of the text.</param>
    public sealed record Span(string Title, int Start, int End);

    public static IReadOnlyList<Span> Of(string content, int from)
    {
        var sections = new List<Span>();
        for (var at = from; at < content.Length;)
        {
            var next = content.IndexOf('\n', at) is >= 0 and var end ? end + 1 : content.Length;
            if (content.AsSpan(at).StartsWith("# "))
            {
                if (sections.Count > 0) sections[^1] = sections[^1] with { End = at };
                sections.Add(new Span(content[(at + 2)..next].Trim(), next, content.Length));
            }
            at = next;
        }
        return sections;
    }
}
