using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Web.CommandLine;

/// <summary>A workflow definition in a file.</summary>
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

    public static UsageException Unreadable(string path) => new(new Text(
        $"Không đọc được “{path}”; hãy nêu một tệp hoặc thư mục có thật.",
        $"“{path}” cannot be read; name a file or a folder that exists."));

    private static UsageException TooLarge(string file) => new(new Text(
        $"Tệp “{file}” quá lớn, không thể là định nghĩa quy trình.",
        $"The file “{file}” is too large to be a workflow definition."));
}
