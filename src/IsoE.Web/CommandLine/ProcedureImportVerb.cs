using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Bpmn;
using IsoE.Office.Procedures.WordImport;
using IsoE.Web.Language;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Turns a procedure in Word into the two files of a draft. Needs no database.</summary>
public sealed class ProcedureImportVerb : IVerb
{
    private static readonly string[] Valued = ["--out", "--code", "--name", "--table", .. SpokenLanguage.Options];

    public string Name => "procedure import";

    public Text Summary => new("nhập quy trình từ tệp Word hoặc BPMN", "import a procedure from Word or BPMN");

    public Text Help => new(
        """
        Cách dùng: isoe procedure import TỆP --out THƯ_MỤC [--code MÃ] [--name TÊN] [--table N] [--language vi|en]

        Đọc bảng các bước và các mục của tài liệu ISO trong tệp Word, hoặc lưu đồ trong tệp BPMN 2.0 (.bpmn), ghi workflows/MÃ/v1.json và iso-procedures/MÃ.md
        vào thư mục; tệp đã có thì không ghi đè. In từng điều cần xem lại, rồi từng ô không đưa được vào dự thảo.
          --code   mã thủ tục; không nêu thì lấy mã ghi trong tệp
          --name   tên thủ tục; không nêu thì lấy tên ghi trong tệp
          --table  bảng các bước thứ mấy, khi tệp có nhiều bảng
        Mã thoát: 0 đã ghi, không có gì cần xem lại; 1 có điều cần xem lại, hoặc tệp không nhập được; 2 dùng sai.
        """,
        """
        Usage: isoe procedure import FILE --out DIR [--code CODE] [--name NAME] [--table N] [--language vi|en]

        Reads the table of steps and the sections of an ISO document in Word (.docx), or the flow of a drawing in BPMN 2.0
        (.bpmn), and writes workflows/CODE/v1.json and
        iso-procedures/CODE.md into the folder; files that are there are not overwritten. Prints everything to look at,
        then every cell that is not in the draft.
          --code   the procedure's code; without it the one written in the file
          --name   its name; without it the one written in the file
          --table  which table of steps, when the file has several
        Exit codes: 0 written, nothing to look at; 1 things to look at, or the file cannot be imported; 2 bad usage.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var options = VerbArguments.Parse(arguments, Valued, []);
        var spoken = SpokenLanguage.In(options, terminal);
        if (options.Rest is not [var file])
            throw new UsageException(new Text("Hãy nêu đúng một tệp Word hoặc BPMN.", "Name exactly one file of Word or BPMN."));
        var folder = options.Get("--out");
        if (Path.GetExtension(file).Equals(".bpmn", StringComparison.OrdinalIgnoreCase)) return await Drawn(options, spoken, file, folder, cancel);
        var table = TableOf(options);
        var word = Opened(file, content => ReadWordProcedure.Run(content, [], table));
        var code = CodeOf(options, word.Text.Code?.Value ?? word.Text.Number?.Value?.Split('/')[0]);
        var name = options.Find("--name") ?? word.Text.Name?.Value ?? Path.GetFileNameWithoutExtension(file);
        var draft = ImportedDraft.Of(word, code, new Text(name, name), Shown.Day(TimeProvider.System.GetUtcNow()));
        await Write(folder, code, draft.Content, cancel);
        return Tell(spoken, word, draft);
    }

    private static async Task<int> Drawn(VerbArguments options, Terminal terminal, string file, string folder, CancellationToken cancel)
    {
        var template = ProcedureTemplate.Of("QT-00", new Text("", ""), Shown.Day(TimeProvider.System.GetUtcNow()));
        var reading = Opened(file, bpmn => BpmnImport.Read(bpmn, template.Flow));
        var code = CodeOf(options, reading.Code);
        var name = options.Find("--name") ?? (reading.Name.Length > 0 ? reading.Name : code);
        var text = ProcedureTemplate.Of(code, new Text(name, name), Shown.Day(TimeProvider.System.GetUtcNow())).Text;
        await Write(folder, code, new ProcedureContent(reading.FlowAs(code), text), cancel);
        foreach (var remark in reading.Remarks) terminal.Say(remark.Sentence());
        return reading.Remarks.Count > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static async Task Write(string folder, string code, ProcedureContent content, CancellationToken cancel)
    {
        await Write(Path.Combine(folder, "workflows", code, "v1.json"), content.Flow, cancel);
        await Write(Path.Combine(folder, "iso-procedures", $"{code}.md"), content.Text, cancel);
    }

    private static string CodeOf(VerbArguments options, string? written)
    {
        var code = options.Find("--code") ?? written ?? throw new UsageException(new Text(
            "Tệp không ghi mã thủ tục; hãy nêu --code.", "The file gives no code; name it with --code."));
        return code.Length is > 0 and < 40 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && code[0] != '.' ? code : throw new UsageException(new Text(
            $"Mã “{code}” không dùng làm tên tệp được; hãy nêu --code gồm chữ, số, dấu chấm, gạch nối.",
            $"The code “{code}” cannot name a file; give --code with letters, digits, dots and hyphens."));
    }

    private static T Opened<T>(string file, Func<Stream, T> read)
    {
        try
        {
            using var content = File.OpenRead(file);
            return read(content);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DefinitionFile.Unreadable(file);
        }
    }

    private static int TableOf(VerbArguments options) => options.Find("--table") is not { } text ? 1
        : int.TryParse(text, out var table) && table > 0 ? table
        : throw new UsageException(new Text("--table là số thứ tự của bảng, từ 1.", "--table is the number of the table, from 1."));

    private static async Task Write(string path, string content, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
            await file.WriteAsync(content.AsMemory(), cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(new Text($"Không ghi được “{path}”: tệp đã có, hoặc thư mục không ghi được.", $"“{path}” cannot be written: it is there already, or the folder cannot be written to."));
        }
    }

    private static int Tell(Terminal terminal, WordProcedure word, ImportedDraft draft)
    {
        terminal.Say(new Text($"{word.Sheet.Steps.Count} bước.", $"{word.Sheet.Steps.Count} steps."));
        foreach (var remark in draft.Remarks) terminal.Say(remark.Sentence());
        foreach (var text in word.NotUnderstood)
            terminal.Out.WriteLine($"{text.Source.Place().In(terminal.Language)}: “{WorkflowVerifyVerb.OneLine(text.Source.Text)}” – {text.Reason.In(terminal.Language)}");
        return draft.Remarks.Count + word.NotUnderstood.Count > 0 ? ExitCode.Findings : ExitCode.Ok;
    }
}
