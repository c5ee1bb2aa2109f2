using System.Globalization;
using System.Reflection;
using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>What a new procedure begins with: one step, and an ISO text with every part that has to be filled in.</summary>
public static class ProcedureTemplate
{
    /// <param name="today">The day in the agency's zone, for the control page.</param>
    public static ProcedureContent Of(string code, Text name, DateOnly today) => new(
        Filled("flow.json", code, name, today), Filled("text.md", code, name, today));

    private static string Filled(string file, string code, Text name, DateOnly today) => Read(file)
        .Replace("{code}", code, StringComparison.Ordinal)
        .Replace("{nameVi}", Quoted(name.Vi), StringComparison.Ordinal)
        .Replace("{nameEn}", Quoted(name.En), StringComparison.Ordinal)
        .Replace("{today}", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Inside double quotes, which JSON and YAML read alike.</summary>
    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Template/{file}")
            ?? throw new InvalidOperationException($"The template {file} is not embedded in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
