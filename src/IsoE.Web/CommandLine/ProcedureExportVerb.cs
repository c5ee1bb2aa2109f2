using System.Text;
using IsoE.Office.Procedures.Bpmn;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Writes the flow of a procedure for other tools. Needs no database.</summary>
public sealed class ProcedureExportVerb : IVerb
{
    public string Name => "procedure export";

    public Text Summary => new("xuất lưu đồ của quy trình ra BPMN", "export a procedure's flow as BPMN");

    public Text Help => new(
        """
        Cách dùng: isoe procedure export ĐỊNH_NGHĨA.json --bpmn TỆP.bpmn [--language vi|en]

        Ghi lưu đồ thành BPMN 2.0 kèm hình vẽ, mở được bằng công cụ khác. Những gì BPMN không có chỗ chứa đi kèm trong
        phần mở rộng, nên "procedure import TỆP.bpmn" cho lại đúng định nghĩa. Tệp đã có thì ghi đè.
        Mã thoát: 0 đã ghi; 1 định nghĩa có lỗi; 2 dùng sai.
        """,
        """
        Usage: isoe procedure export DEFINITION.json --bpmn FILE.bpmn [--language vi|en]

        Writes the flow as BPMN 2.0 with its diagram, to be opened in other tools. What BPMN has no place for rides along
        in extension elements, so that "procedure import FILE.bpmn" gives the same definition. A file that is there is
        overwritten.
        Exit codes: 0 written; 1 the definition has errors; 2 bad usage.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var options = VerbArguments.Parse(arguments, ["--bpmn", .. SpokenLanguage.Options], []);
        var spoken = SpokenLanguage.In(options, terminal);
        if (options.Rest is not [var file])
            throw new UsageException(new Text("Hãy nêu đúng một tệp định nghĩa.", "Name exactly one definition."));
        var target = options.Get("--bpmn");
        var read = await DefinitionFile.Read(file, cancel);
        if (read.Definition is not { } definition)
        {
            foreach (var error in read.Errors) spoken.Say(error.Message);
            return ExitCode.Findings;
        }
        try
        {
            await File.WriteAllTextAsync(target, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{BpmnExport.Of(definition)}\n", new UTF8Encoding(false), cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(new Text($"Không ghi được “{target}”.", $"“{target}” cannot be written."));
        }
        return ExitCode.Ok;
    }
}
