using IsoE.Office.Procedures;

namespace IsoE.Office.Tests.Procedures.Redlines;

/// <summary>The shipped procedures as their two texts.</summary>
internal static class ShippedContents
{
    public static IReadOnlyList<ProcedureContent> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "v*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    public static ProcedureContent Of(string code) => Read(Path.Combine(AppContext.BaseDirectory, "workflows", code, "v1.json"));

    private static ProcedureContent Read(string flow) => new(
        File.ReadAllText(flow),
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "iso-procedures", Path.GetFileName(Path.GetDirectoryName(flow)) + ".md")));
}
