using System.Text.RegularExpressions;
using IsoE.Office.Procedures.Editing.Source;
using IsoE.Workflows;
using YamlDotNet.Core;

namespace IsoE.Office.Procedures.Editing;

/// <summary>
/// The ISO text of a procedure as its author edits it: the exact text, and the values in it. Immutable; an edit gives
/// another draft. Values are found by path: <c>name.vi</c>, <c>legalBasis[2].title.vi</c>.
/// </summary>
/// <remarks>
/// Reading is lenient, so that a half-written text can be finished; whether it stands is asked by
/// <see cref="ProcedureReader"/>. How edits are written is told at <see cref="YamlSource"/>.
/// </remarks>
public sealed partial class TextDraft
{
    private TextDraft(string content, YamlMapping root, int bodyStart)
    {
        (Content, Root, BodyStart) = (content, root, bodyStart);
    }

    public string Content { get; }

    internal YamlMapping Root { get; }

    internal int BodyStart { get; }

    /// <returns>The draft, or why the text cannot be edited in forms.</returns>
    public static (TextDraft? Draft, Text? Problem) Read(string content)
    {
        var match = FrontMatter().Match(content);
        if (!match.Success) return (null, new Text(
            "Văn bản phải bắt đầu bằng phần đầu YAML nằm giữa hai dòng ---.",
            "The text must begin with YAML front matter between two lines of ---."));
        try
        {
            var yaml = match.Groups["yaml"];
            return YamlParts.Read(yaml.Value, yaml.Index) is YamlMapping root
                ? (new TextDraft(content, root, match.Length), null)
                : (null, new Text("Phần đầu của văn bản phải gồm các dòng khóa: giá trị.", "The front matter must consist of keys and values."));
        }
        catch (YamlException e)
        {
            return (null, new Text(
                $"Phần đầu của văn bản không phải YAML hợp lệ, dòng {e.Start.Line + 1}.",
                $"The front matter is no valid YAML, line {e.Start.Line + 1}: {e.Message}"));
        }
        catch (InvalidOperationException)
        {
            // The library's scanner gives up on some open brackets without naming a place.
            return (null, new Text(
                "Phần đầu của văn bản không phải YAML hợp lệ: có dấu ngoặc hoặc dấu nháy chưa đóng.",
                "The front matter is no valid YAML: a bracket or a quote is not closed."));
        }
    }

    /// <exception cref="RejectedException">The edit does not fit the draft.</exception>
    public TextDraft With(TextEdit edit)
    {
        var edited = edit.Apply(this);
        if (edited == Content) return this;
        var (draft, problem) = Read(edited);
        return draft ?? throw new RejectedException("edit-refused", problem!);
    }

    public TextDraft With(IEnumerable<TextEdit> edits) => edits.Aggregate(this, (draft, edit) => draft.With(edit));

    /// <summary>The single value at a path; null when there is none.</summary>
    public string? Value(string path) => Find(path) is YamlScalar { IsNothing: false } scalar ? scalar.Value : null;

    /// <summary>A value in both languages; empty where it is missing.</summary>
    public Text Bilingual(string path) => new(Value(path + ".vi") ?? "", Value(path + ".en") ?? "");

    /// <summary>How many items the list at a path has.</summary>
    public int Count(string path) => Find(path) is YamlList list ? list.Items.Count : 0;

    /// <summary>The single values of a list.</summary>
    public IReadOnlyList<string> Values(string path) =>
        Find(path) is YamlList list ? [.. list.Items.OfType<YamlScalar>().Select(item => item.Value)] : [];

    public bool Has(string path) => Find(path) is not null and not YamlScalar { IsNothing: true };

    /// <summary>The position of the item whose <paramref name="key"/> is <paramref name="value"/>; null when there is none.</summary>
    public int? IndexOf(string list, string key, string value) =>
        Enumerable.Range(0, Count(list)).Where(i => Value($"{list}[{i}].{key}") == value).Select(i => (int?)i).FirstOrDefault();

    /// <summary>The written sections, in the order of the text.</summary>
    public IReadOnlyList<TextSection> Sections =>
        [.. TextSections.Of(Content, BodyStart).Select(section => new TextSection(section.Title, Content[section.Start..section.End].Trim()))];

    internal YamlPart? Find(string path)
    {
        YamlPart? part = Root;
        foreach (Match step in Step().Matches(path))
        {
            part = step.Groups["index"] is { Success: true } index
                ? part is YamlList list && int.Parse(index.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var i && i < list.Items.Count ? list.Items[i] : null
                : (part as YamlMapping)?.Find(step.Groups["key"].Value);
        }
        return part;
    }

    /// <summary>The mapping at a path; the whole front matter for the empty path.</summary>
    /// <exception cref="RejectedException">There is none any more.</exception>
    internal YamlMapping Mapping(string path) => Find(path) as YamlMapping ?? throw new RejectedException("no-such-place", new Text(
        $"Văn bản không còn mục “{path}”. Hãy tải lại trang.", $"The text has no “{path}” any more. Load the page again."));

    [GeneratedRegex(@"\A\uFEFF?---[ \t]*\r?\n(?<yaml>.*?\n)---[ \t]*(\r?\n|\z)", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"(?<key>[^.\[\]]+)|\[(?<index>\d{1,6})\]")]
    private static partial Regex Step();
}
