namespace IsoE.Office.DocumentControl;

/// <summary>Brings the remarks of an import together into comments.</summary>
internal static class CommentLines
{
    private const int Longest = 3800;

    /// <summary>Lines joined up to the length of a comment; a line that is longer by itself is cut.</summary>
    public static IEnumerable<string> Joined(IEnumerable<string> lines)
    {
        var text = "";
        foreach (var line in lines.Select(line => line.Length > Longest ? line[..Longest] + "…" : line))
        {
            if (text.Length > 0 && text.Length + line.Length > Longest)
            {
                yield return text;
                text = "";
            }
            text += (text.Length > 0 ? "\n" : "") + line;
        }
        if (text.Length > 0) yield return text;
    }
}
