using IsoE.Office.Procedures.Redlines;

namespace IsoE.Office.Tests.Procedures.Redlines;

/// <summary>The shipped procedures as their two texts.</summary>
internal static class ShippedSources
{
    public static IReadOnlyList<ProcedureSource> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "v*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    public static ProcedureSource Of(string code) => Read(Path.Combine(AppContext.BaseDirectory, "workflows", code, "v1.json"));

    private static ProcedureSource Read(string flow) => new(
        File.ReadAllText(flow),
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "iso-procedures", Path.GetFileName(Path.GetDirectoryName(flow)) + ".md")));
}
