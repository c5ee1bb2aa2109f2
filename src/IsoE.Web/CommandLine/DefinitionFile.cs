using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Web.CommandLine;

/// <summary>A workflow definition in a file, and the ISO text that lies beside it.</summary>
internal static class DefinitionFile
{
    // A definition has at most 5 MB; what is far larger is not read at all.
    private const long LargestFile = 64L * 1024 * 1024;

    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static async Task<DefinitionReadResult> Read(string file, CancellationToken cancel)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > LargestFile }) throw TooLarge(file);
            return DefinitionReader.Read(await File.ReadAllBytesAsync(file, cancel));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file);
        }
    }

    /// <summary>
    /// The context of <c>workflows/CODE/vN.json</c> is <c>iso-procedures/CODE.md</c>; a file elsewhere, or one whose
    /// text does not stand, is held against the roles only.
    /// </summary>
    public static async Task<VerificationContext> ContextOf(string file, CancellationToken cancel)
    {
        var folder = Directory.GetParent(Path.GetFullPath(file));
        var root = folder?.Parent is { Name: "workflows" } workflows ? workflows.Parent : null;
        var text = root is null ? null : Path.Combine(root.FullName, "iso-procedures", $"{folder!.Name}.md");
        if (text is null || !File.Exists(text)) return GateContext.WithoutText;
        var (procedure, _) = ProcedureReader.Read(text, await File.ReadAllTextAsync(text, cancel));
        return procedure is null ? GateContext.WithoutText : GateContext.Of(procedure);
    }

    public static UsageException Unreadable(string path) => new(new Text(
        $"Không đọc được “{path}”; hãy nêu một tệp hoặc thư mục có thật.",
        $"“{path}” cannot be read; name a file or a folder that exists."));

    private static UsageException TooLarge(string file) => new(new Text(
        $"Tệp “{file}” quá lớn, không thể là định nghĩa quy trình.",
        $"The file “{file}” is too large to be a workflow definition."));
}
