using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Web.Demo;
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
        Cách dùng: isoe workflow verify ĐƯỜNG_DẪN... [--agency MÃ] [--language vi|en]

        Kiểm tra từng tệp JSON, hoặc mọi tệp .json trong thư mục, bằng chính cửa kiểm tra khi ban hành: mọi bước đến được
        và đến được điểm kết thúc, không bế tắc, không thiếu đồng bộ, mọi kết quả được nối, vai trò, biểu mẫu, hồ sơ,
        thời hạn, điều kiện. workflows/MÃ/vN.json được kiểm tra cùng iso-procedures/MÃ.md nếu có và cùng các quy trình
        khác trong thư mục workflows mà một bước có thể mở.
          --agency  mã một cơ quan mẫu: kiểm tra thêm đủ người cho từng vai trò và đủ người để tách nhiệm vụ
        In mỗi phát hiện một dòng: tệp: mã: nội dung [các bước]; cuối cùng là số lỗi và số cảnh báo (luồng lỗi).
        Mã thoát: 0 ban hành được, có thể còn cảnh báo; 1 có lỗi; 2 dùng sai hoặc không đọc được.
        """,
        """
        Usage: isoe workflow verify PATH... [--agency CODE] [--language vi|en]

        Checks each JSON file, or every .json file of a folder, by the same gate as publishing: every activity can be
        reached and can reach an end, no deadlock, no lack of synchronisation, every outcome connected, roles, forms,
        records, time, conditions. workflows/CODE/vN.json is checked together with iso-procedures/CODE.md where there is
        one, and with the other procedures of the folder workflows that a step may start.
          --agency  code of a sample agency: its people must also hold every role and be enough to keep duties apart
        Prints one finding a line: file: code: message [activity ids]; at the end the number of errors and of warnings
        (error stream).
        Exit codes: 0 can be published, perhaps with warnings; 1 errors; 2 bad usage or an unreadable path.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var options = VerbArguments.Parse(arguments, ["--agency", .. SpokenLanguage.Options], []);
        var spoken = SpokenLanguage.In(options, terminal);
        if (options.Rest.Count == 0)
            throw new UsageException(new Text("Hãy nêu tệp hoặc thư mục cần kiểm tra.", "Name a file or a folder to check."));
        var staff = options.Find("--agency") is { } agency ? StaffOf(agency) : null;
        var (around, errors, warnings) = (new LibrariesAround(), 0, 0);
        foreach (var file in options.Rest.SelectMany(FilesOf).ToList())
            foreach (var (refuses, line) in await Verify(file, around, staff, spoken.Language, cancel))
            {
                await spoken.Out.WriteLineAsync(line.AsMemory(), cancel);
                (errors, warnings) = refuses ? (errors + 1, warnings) : (errors, warnings + 1);
            }
        if (errors + warnings > 0)
            await spoken.Error.WriteLineAsync(new Text($"{errors} lỗi, {warnings} cảnh báo", $"{errors} errors, {warnings} warnings").In(spoken.Language).AsMemory(), cancel);
        return errors > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static Staff StaffOf(string code)
    {
        var agencies = SampleAgencies.Load(Path.Combine(AppContext.BaseDirectory, "samples", "agency.yaml")).Agencies;
        var known = string.Join(", ", agencies.Select(agency => agency.Id));
        return agencies.FirstOrDefault(agency => agency.Id == code)?.Staff() ?? throw new UsageException(new Text(
            $"Không có cơ quan mẫu “{code}”; các cơ quan mẫu: {known}.", $"There is no sample agency “{code}”; the sample agencies: {known}."));
    }

    private static async Task<IReadOnlyList<(bool Refuses, string Line)>> Verify(
        string file, LibrariesAround around, Staff? staff, string language, CancellationToken cancel)
    {
        var read = await DefinitionFile.Read(file, cancel);
        if (read.Definition is not { } definition)
            return [.. read.Errors.Select(error => (true, $"{file}: {Line(error, language)}"))];
        var (textFile, text, faults) = await LibrariesAround.TextOf(file, cancel);
        var findings = PublishGate.Check(text, definition, new Surroundings(staff, await around.ProceduresOf(file, cancel)));
        return
        [
            .. faults.Select(fault => (true, Line(fault, language))),
            .. findings.Select(finding => (finding.Refuses, $"{(finding.Place is null ? file : textFile)}: {Line(finding, language)}")),
        ];
    }

    private static string Line(Finding finding, string language)
    {
        var place = finding.Place is null ? "" : $" ({finding.Place})";
        return $"{finding.Code}: {OneLine(finding.Message.In(language))}{place} [{string.Join(", ", finding.ActivityIds)}]";
    }

    private static string Line(LoadProblem fault, string language)
    {
        var place = new Text($"dòng {fault.Line}, {fault.Place}", $"line {fault.Line}, {fault.Place}").In(language).TrimEnd(',', ' ') + $", {PublishedSchemas.PlaceOf(fault)}";
        return $"{fault.File}: {FindingCodes.InvalidText}: {OneLine(fault.Message.In(language))} ({place}) []";
    }

    private static string Line(DefinitionError error, string language)
    {
        var place = new Text($"dòng {error.Line}, cột {error.Column}", $"line {error.Line}, column {error.Column}");
        return $"{error.Code}: {OneLine(error.Message.In(language))} ({place.In(language)}, {error.Path}, {PublishedSchemas.PlaceOf(error)}) []";
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
