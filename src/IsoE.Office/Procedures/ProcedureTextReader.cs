using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>Cuts the Markdown body of an ISO text into its sections and asks for those every procedure must have.</summary>
internal static class ProcedureTextReader
{
    private const string English = "Summary in English";
    private static readonly string[] Required =
        ["Mục đích", "Phạm vi", "Tài liệu viện dẫn", "Định nghĩa và chữ viết tắt", "Yêu cầu và lưu ý"];

    public static (ProcedureText Text, IReadOnlyList<LoadProblem> Problems) Read(string file, string markdown, int firstLine)
    {
        var sections = new List<TextSection>();
        var lines = new List<string>();
        string? title = null;
        foreach (var line in markdown.Split('\n').Append("# "))
        {
            if (!line.StartsWith("# ", StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }
            if (title is not null) sections.Add(new TextSection(title, string.Join('\n', lines).Trim()));
            title = line[2..].Trim();
            lines.Clear();
        }
        var english = sections.FirstOrDefault(s => s.Title == English)?.Markdown ?? "";
        var text = new ProcedureText([.. sections.Where(s => s.Title != English)], english);
        return (text, [.. Missing(file, firstLine, sections)]);
    }

    private static IEnumerable<LoadProblem> Missing(string file, int firstLine, List<TextSection> sections) =>
        from title in Required.Append(English)
        where !sections.Any(s => s.Title == title && s.Markdown.Length > 0)
        select new LoadProblem(file, firstLine, "", new Text(
            $"Thiếu mục \"# {title}\" hoặc mục để trống.", $"The section \"# {title}\" is missing or empty."));
}
