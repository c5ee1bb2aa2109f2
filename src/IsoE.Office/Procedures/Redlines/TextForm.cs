using System.Text.Json;
using System.Text.RegularExpressions;
using IsoE.Office.Procedures.Redlines.Trees;
using IsoE.Workflows;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>The ISO text of a version as a tree: <c>front</c> holds its front matter, <c>body</c> the sections with their paragraphs.</summary>
/// <param name="Tree">One value, the text itself, when its front matter cannot be read.</param>
/// <param name="Procedure">What it says, when it is complete.</param>
internal sealed partial record TextForm(Tree Tree, Procedure? Procedure)
{
    public const string Front = "front";
    public const string Body = "body";
    public const string Paragraphs = "paragraphs";

    public static TextForm Of(string text)
    {
        var composed = VietnameseText.Compose(text).ReplaceLineEndings("\n");
        var match = FrontMatter().Match(composed);
        if (!match.Success || FrontOf(match.Groups["yaml"].Value) is not { } front) return new TextForm(Tree.Value(text), null);
        var tree = Tree.Map([(Front, front), (Body, Tree.List(Sections(composed[match.Length..])))]);
        return new TextForm(tree, ProcedureReader.Read("", composed).Procedure);
    }

    public string Write() => Write(Tree);

    /// <summary>The tree as text: YAML a line for each value, paragraphs with one blank line between them.</summary>
    public static string Write(Tree tree)
    {
        if (tree.Kind == TreeKind.Value) return tree.ToJson().GetString()!;
        var sections = tree.Find(Body)!.Tree.Branches.Select(b => b.Tree.ToJson()).SelectMany(Blocks);
        return $"---\n{YamlText.Of(tree.Find(Front)!.Tree.ToJson())}---\n{string.Join("\n\n", sections)}\n";
    }

    private static IEnumerable<string> Blocks(JsonElement section)
    {
        var title = section.GetProperty("title").GetString()!;
        if (title.Length > 0) yield return "# " + title;
        foreach (var paragraph in section.GetProperty(Paragraphs).EnumerateArray()) yield return paragraph.GetString()!;
    }

    private static IEnumerable<(string Title, Tree Section)> Sections(string markdown)
    {
        var (title, lines) = ("", new List<string>());
        foreach (var line in markdown.Split('\n').Append("# "))
        {
            if (!line.StartsWith("# ", StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }
            var paragraphs = ParagraphsOf(lines);
            if (title.Length > 0 || paragraphs.Count > 0) yield return (title, Tree.Map([("title", Tree.Value(title)), (Paragraphs, Tree.Sequence(paragraphs))]));
            title = line[2..].Trim();
            lines.Clear();
        }
    }

    private static List<string> ParagraphsOf(List<string> lines)
    {
        var paragraphs = new List<string>();
        foreach (var line in lines)
        {
            if (line.Trim().Length == 0) paragraphs.Add("");
            else if (paragraphs is [.., { Length: > 0 }]) paragraphs[^1] += "\n" + line;
            else paragraphs.Add(line);
        }
        return [.. paragraphs.Where(p => p.Length > 0)];
    }

    private static Tree? FrontOf(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode root }] ? Tree.Of(Json(root)) : null;
        }
        catch (Exception e) when (e is YamlException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    // Through JSON, so that lists get their keys in one place.
    private static JsonElement Json(YamlNode root)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(root, writer);
        return Values.Parse(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(YamlNode node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case YamlMappingNode map:
                writer.WriteStartObject();
                foreach (var (key, value) in map.Children)
                {
                    writer.WritePropertyName(key.ToString());
                    Write(value, writer);
                }
                writer.WriteEndObject();
                break;
            case YamlSequenceNode list:
                writer.WriteStartArray();
                foreach (var item in list.Children) Write(item, writer);
                writer.WriteEndArray();
                break;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" }:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteStringValue(((YamlScalarNode)node).Value?.Trim());
                break;
        }
    }

    [GeneratedRegex(@"\A---\n(?<yaml>.*?\n)---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();
}
