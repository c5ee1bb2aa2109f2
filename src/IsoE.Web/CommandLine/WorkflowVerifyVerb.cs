using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Web.CommandLine;

/// <summary>Holds workflow definitions against the publish gate. Needs no database.</summary>
public sealed class WorkflowVerifyVerb : IVerb
{
    public string Name => "workflow verify";

    public Text Summary => new("kiểm tra định nghĩa quy trình", "check workflow definitions");

    public Text Help => new(
        """
        Cách dùng: isoe workflow verify ĐƯỜNG_DẪN... [--language vi|en]

        Kiểm tra từng tệp JSON, hoặc mọi tệp .json trong thư mục, như khi ban hành: mọi bước đến được và đến được điểm
        kết thúc, không bế tắc, không thiếu đồng bộ, mọi kết quả được nối, vai trò, biểu mẫu, hồ sơ, thời hạn.
        workflows/MÃ/vN.json được kiểm tra cùng iso-procedures/MÃ.md nếu có.
        In mỗi phát hiện một dòng: tệp: mã: nội dung [các bước].
        Mã thoát: 0 không có phát hiện; 1 có phát hiện; 2 dùng sai hoặc không đọc được.
        """,
        """
        Usage: isoe workflow verify PATH... [--language vi|en]

        Checks each JSON file, or every .json file of a folder, as publishing does: every activity can be reached and
        can reach an end, no deadlock, no lack of synchronisation, every outcome connected, roles, forms, records, time.
        workflows/CODE/vN.json is checked together with iso-procedures/CODE.md where there is one.
        Prints one finding a line: file: code: message [activity ids].
        Exit codes: 0 no findings; 1 findings; 2 bad usage or an unreadable path.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var options = VerbArguments.Parse(arguments, SpokenLanguage.Options, []);
        var spoken = SpokenLanguage.In(options, terminal);
        if (options.Rest.Count == 0)
            throw new UsageException(new Text("Hãy nêu tệp hoặc thư mục cần kiểm tra.", "Name a file or a folder to check."));
        var found = false;
        foreach (var file in options.Rest.SelectMany(FilesOf).ToList())
            found |= await Verify(file, spoken, cancel);
        return found ? ExitCode.Findings : ExitCode.Ok;
    }

    private static async Task<bool> Verify(string file, Terminal terminal, CancellationToken cancel)
    {
        var read = await DefinitionFile.Read(file, cancel);
        var lines = read.Definition is { } definition
            ? WorkflowVerifier.Verify(definition, await DefinitionFile.ContextOf(file, cancel)).Select(finding => Line(finding, terminal.Language))
            : read.Errors.Select(error => Line(error, terminal.Language));
        var any = false;
        foreach (var line in lines)
        {
            any = true;
            await terminal.Out.WriteLineAsync($"{file}: {line}".AsMemory(), cancel);
        }
        return any;
    }

    private static string Line(Finding finding, string language) =>
        $"{finding.Code}: {OneLine(finding.Message.In(language))} [{string.Join(", ", finding.ActivityIds)}]";

    private static string Line(DefinitionError error, string language)
    {
        var place = new Text($"dòng {error.Line}, cột {error.Column}", $"line {error.Line}, column {error.Column}");
        return $"{error.Code}: {OneLine(error.Message.In(language))} ({place.In(language)}, {error.Path}) []";
    }

    internal static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static IEnumerable<string> FilesOf(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw DefinitionFile.Unreadable(path);
        try
        {
            return [.. Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DefinitionFile.Unreadable(path);
        }
    }
}
