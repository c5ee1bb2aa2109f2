using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Web.CommandLine;

/// <summary>Runs one workflow definition in memory, driven by a list of commands. Needs no database.</summary>
public sealed class WorkflowRunVerb : IVerb
{
    public string Name => "workflow run";

    public Text Summary => new("chạy thử một định nghĩa quy trình", "run a workflow definition in memory");

    public Text Help => new(
        """
        Cách dùng: isoe workflow run TỆP [--input TÊN=GIÁ_TRỊ]... [--commands TỆP] [--language vi|en]

        --input     dữ liệu vào; GIÁ_TRỊ là JSON nếu đọc được, nếu không là chuỗi
        --commands  mỗi dòng một lệnh; “-” là đầu vào chuẩn; dòng trống và dòng bắt đầu bằng # được bỏ qua:
                      complete MÃ_BƯỚC [KẾT_QUẢ] [JSON]
                      timeout MÃ_BƯỚC
                      event TÊN [JSON]
                      retry MÃ_BƯỚC

        In mỗi sự kiện một dòng JSON có type và activityId; lệnh bị từ chối in dòng type "Rejected" rồi chạy tiếp.
        Dòng cuối: {"status":…,"subStatus":…,"openTasks":[…],"variables":{…}}.
        Mã thoát: 0 đã chạy; 1 định nghĩa có lỗi hoặc không khởi tạo được; 2 dùng sai.
        """,
        """
        Usage: isoe workflow run FILE [--input NAME=VALUE]... [--commands FILE] [--language vi|en]

        --input     an input; VALUE is JSON where it can be read as such, otherwise text
        --commands  one command a line; "-" is the standard input; blank lines and lines beginning with # are skipped:
                      complete ACTIVITY_ID [OUTCOME] [JSON]
                      timeout ACTIVITY_ID
                      event NAME [JSON]
                      retry ACTIVITY_ID

        Prints one JSON line an event, with type and activityId; a rejected command prints a line of type "Rejected"
        and the run goes on. Last line: {"status":…,"subStatus":…,"openTasks":[…],"variables":{…}}.
        Exit codes: 0 it ran; 1 the definition has errors or cannot be started; 2 bad usage.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var options = VerbArguments.Parse(arguments, [.. SpokenLanguage.Options, "--input", "--commands"], []);
        var spoken = SpokenLanguage.In(options, terminal);
        if (options.Rest.Count != 1)
            throw new UsageException(new Text("Hãy nêu đúng một tệp định nghĩa.", "Name exactly one definition file."));
        var inputs = options.All("--input").Select(ReadInput).ToList();
        using var commands = Commands(options.Find("--commands"), spoken);
        var read = await DefinitionFile.Read(options.Rest[0], cancel);
        return read.Definition is { } definition
            ? await Run(definition, inputs, commands, spoken, cancel)
            : RefuseDefinition(options.Rest[0], read.Errors, spoken);
    }

    private static async Task<int> Run(
        WorkflowDefinition definition,
        List<KeyValuePair<string, string>> inputs,
        TextReader commands,
        Terminal terminal,
        CancellationToken cancel)
    {
        var run = new CommandedRun(definition, terminal);
        run.Start(inputs);
        while (run.HasStarted && await commands.ReadLineAsync(cancel) is { } line)
            run.Perform(line.Trim());
        run.WriteState();
        return run.HasStarted ? ExitCode.Ok : ExitCode.Findings;
    }

    private static KeyValuePair<string, string> ReadInput(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? KeyValuePair.Create(text[..equals], text[(equals + 1)..])
            : throw new UsageException(new Text(
                $"--input cần dạng TÊN=GIÁ_TRỊ, không phải “{text}”.", $"--input takes NAME=VALUE, not “{text}”."));
    }

    private static TextReader Commands(string? file, Terminal terminal)
    {
        if (file is null) return new StringReader("");
        if (file == "-") return terminal.In;
        try
        {
            return new StreamReader(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DefinitionFile.Unreadable(file);
        }
    }

    private static int RefuseDefinition(string file, IReadOnlyList<DefinitionError> errors, Terminal terminal)
    {
        foreach (var error in errors)
            terminal.Error.WriteLine(
                $"{file}:{error.Line}:{error.Column}: {error.Code}: {error.Message.In(terminal.Language)} ({error.Path})");
        return ExitCode.Findings;
    }
}
