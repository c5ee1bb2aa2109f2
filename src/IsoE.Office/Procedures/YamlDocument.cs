using IsoE.Workflows;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IsoE.Office.Procedures;

/// <summary>A YAML file being read strictly. Collects every problem with its line, so that an author sees them all at once.</summary>
public sealed class YamlDocument
{
    private readonly List<LoadProblem> problems = [];
    private readonly int lineOffset;

    private YamlDocument(string file, int lineOffset)
    {
        File = file;
        this.lineOffset = lineOffset;
    }

    public string File { get; }

    public IReadOnlyList<LoadProblem> Problems => problems;

    /// <summary>Parses <paramref name="yaml"/>; a text that is not a YAML mapping gives an empty root and a problem.</summary>
    /// <param name="lineOffset">Lines that precede the YAML in the file (front matter begins on line 2).</param>
    public static (YamlDocument Document, YamlMap Root) Parse(string file, string yaml, int lineOffset = 0)
    {
        var document = new YamlDocument(file, lineOffset);
        return (document, new YamlMap(document.ParseRoot(yaml), "", document));
    }

    /// <param name="line">Line inside the YAML, counted from 1.</param>
    public void Report(long line, string place, Text message) =>
        problems.Add(new LoadProblem(File, (int)line + lineOffset, place, message));

    private YamlMappingNode ParseRoot(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
            Report(1, "", new Text(
                "Tệp phải chứa đúng một tài liệu YAML dạng khóa: giá trị.",
                "The file must hold exactly one YAML document of keys and values."));
        }
        catch (YamlException e)
        {
            Report(e.Start.Line, "", new Text($"Không đọc được YAML: {e.Message}", $"The YAML cannot be read: {e.Message}"));
        }
        catch (InvalidOperationException)
        {
            // The library's scanner gives up on some open brackets without naming a place.
            Report(1, "", new Text("Không đọc được YAML: có dấu ngoặc hoặc dấu nháy chưa đóng.", "The YAML cannot be read: a bracket or a quote is not closed."));
        }
        return [];
    }
}
