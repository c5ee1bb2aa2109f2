using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Editing;

namespace IsoE.Office.Tests.Procedures.Editing;

/// <summary>What holds of every edit of every shipped ISO text. A failure prints its seed.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class TextEditProperties
{
    private static readonly string[] Texts =
    [
        "Một câu bình thường", "a: b", "# c", "- d", "{e}", "[f, g]", "'h'", "\"i\"", "null", "yes", "12", "2026-01-05", " j ", "k #l", "m,n", "*o", "&p", "!q", "%r", "|", ">", "?",
        "hai\ndòng", "\\t\t", "Ω’s – “x”", "đ:", "@s", "`t`", "😀",
    ];

    private static readonly string[] Lists = ["legalBasis", "components", "records", "blankForms", "constraints", "abbreviations", "cases", "form", "taskForms"];

    private static Arbitrary<(string Code, int[] Choices)> Sessions => (
        from code in Gen.Elements("NB-01", "1.001612", "1.013225")
        from choices in Gen.Choose(0, 1_000_000).ArrayOf(24)
        select (code, choices)).ToArbitrary();

    [Test]
    public void A_value_written_is_the_value_read_and_no_other_value_changes() => Prop.ForAll(Sessions, session =>
    {
        var draft = Shipped(session.Code);
        foreach (var pick in session.Choices.Chunk(3))
        {
            var list = Lists[pick[0] % Lists.Length];
            if (draft.Count(list) == 0) continue;
            var path = $"{list}[{pick[1] % draft.Count(list)}]";
            var key = new[] { "vi", "en", "source", "number", "extra" }[pick[2] % 5];
            var text = Texts[pick[2] % Texts.Length];

            var edited = draft.With(new SetValues(path, [KeyValuePair.Create(key, (JsonNode?)text)], ["id", "code", "number", "vi", "en", "source"]));

            Assert.That(edited.Value($"{path}.{key}"), Is.EqualTo(text), path);
            Assert.That(Values(edited, $"{path}.{key}"), Is.EqualTo(Values(draft, $"{path}.{key}")), path);
            draft = edited;
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Test]
    public void An_item_added_and_removed_again_gives_the_earlier_bytes() => Prop.ForAll(Sessions, session =>
    {
        var draft = Shipped(session.Code);
        foreach (var pick in session.Choices.Chunk(3))
        {
            var list = Lists[pick[0] % Lists.Length];
            var item = new JsonObject { ["id"] = Texts[pick[1] % Texts.Length], ["name"] = new JsonObject { ["vi"] = Texts[pick[2] % Texts.Length], ["en"] = new string('n', pick[2] % 150) } };

            var added = draft.With(new AddItem("", list, item, []));

            Assert.That(added.Value($"{list}[{draft.Count(list)}].name.vi"), Is.EqualTo(Texts[pick[2] % Texts.Length]));
            Assert.That(added.With(new RemoveItem("", list, draft.Count(list))).Content, Is.EqualTo(draft.Content), list);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Test]
    public void Moved_items_keep_the_text_readable_and_come_back() => Prop.ForAll(Sessions, session =>
    {
        var draft = Shipped(session.Code);
        foreach (var pick in session.Choices.Chunk(2))
        {
            var list = Lists[pick[0] % Lists.Length];
            if (draft.Count(list) < 2) continue;
            var index = pick[1] % (draft.Count(list) - 1);

            var moved = draft.With(new MoveItem("", list, index, 1));

            Assert.That(ProcedureReader.Read("x.md", moved.Content).Problems, Is.Empty, list);
            Assert.That(moved.With(new MoveItem("", list, index + 1, -1)).Content, Is.EqualTo(draft.Content), list);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    private static TextDraft Shipped(string code) =>
        TextDraft.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "iso-procedures", $"{code}.md"))).Draft!;

    /// <summary>Every single value of the front matter with its path, but for the one named.</summary>
    private static List<string> Values(TextDraft draft, string except)
    {
        var values = new List<string>();
        Walk("", Yaml(draft), values);
        return [.. values.Where(value => !value.StartsWith(except + " = ", StringComparison.Ordinal))];
    }

    private static YamlDotNet.RepresentationModel.YamlNode Yaml(TextDraft draft)
    {
        var stream = new YamlDotNet.RepresentationModel.YamlStream();
        stream.Load(new StringReader(draft.Content.Split("\n---\n")[0]));
        return stream.Documents[0].RootNode;
    }

    private static void Walk(string path, YamlDotNet.RepresentationModel.YamlNode node, List<string> values)
    {
        switch (node)
        {
            case YamlDotNet.RepresentationModel.YamlMappingNode map:
                foreach (var (key, value) in map.Children) Walk(path.Length == 0 ? $"{key}" : $"{path}.{key}", value, values);
                break;
            case YamlDotNet.RepresentationModel.YamlSequenceNode list:
                for (var i = 0; i < list.Children.Count; i++) Walk($"{path}[{i}]", list.Children[i], values);
                break;
            default:
                values.Add($"{path} = {node}");
                break;
        }
    }
}
