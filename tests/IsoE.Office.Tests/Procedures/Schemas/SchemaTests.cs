using System.Text.Json.Nodes;
using IsoE.Office.Procedures;
using IsoE.Office.Tests.Checkers;
using IsoE.Workflows.Definitions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IsoE.Office.Tests.Procedures.Schemas;

/// <summary>The published JSON Schemas against the readers they are made by, judged by a validator that is not ours.</summary>
public class SchemaTests
{
    private static readonly JsonObject OfFlow = DefinitionSchema.Make();
    private static readonly JsonObject OfText = ProcedureReader.Schema();

    private static IEnumerable<string> Flows => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json", SearchOption.AllDirectories);

    private static IEnumerable<string> Texts => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "iso-procedures"), "*.md");

    [Test]
    public void Every_shipped_definition_is_valid() =>
        Assert.That(Checker.Schema(OfFlow, Flows.Select(file => (file, JsonNode.Parse(File.ReadAllText(file))))), Is.Empty);

    [Test]
    public void Every_shipped_text_is_valid() =>
        Assert.That(Checker.Schema(OfText, Texts.Select(file => (file, FrontMatter(File.ReadAllText(file))))), Is.Empty);

    [Test]
    public void The_text_of_a_new_procedure_is_valid()
    {
        var text = ProcedureTemplate.Of("QT-90", new("Mới", "New"), new DateOnly(2026, 11, 2)).Text;

        Assert.That(Checker.Schema(OfText, [("template", FrontMatter(text))]), Is.Empty);
    }

    [TestCase("level: commune", "level: village", "level")]
    [TestCase("limit: \"3wd\"", "limit: \"soon\"", "limit")]
    [TestCase("result: {", "outcome: {", "additional")]
    [TestCase("result: {", "outcome: {", "result")]
    [TestCase("retention: \"10y\"", "retention: \"long\"", "retention")]
    [TestCase("name: {vi: Cấp Giấy", "name: {de: Cấp Giấy", "vi")]
    public void What_the_reader_of_texts_refuses_the_schema_refuses(string right, string wrong, string said)
    {
        var text = Changed(Path.Combine("iso-procedures", "1.004873.md"), right, wrong);

        Assert.That(ProcedureReader.Read("text.md", text).Problems, Is.Not.Empty);
        Assert.That(Checker.Schema(OfText, [("text", FrontMatter(text))]), Has.Some.Contains(said));
    }

    [TestCase("\"Elsa.FlowDecision\"", "\"Elsa.Oracle\"")]
    [TestCase("\"version\": 1,\n  \"tool", "\"version\": \"one\",\n  \"tool")]
    [TestCase("\"definitionId\"", "\"definition\"")]
    [TestCase("\"id\": \"receive\",", "\"key\": \"receive\",")]
    [TestCase("\"type\": \"JavaScript\"", "\"type\": \"Python\"")]
    public void What_the_reader_of_definitions_refuses_the_schema_refuses(string right, string wrong)
    {
        var json = Changed(Path.Combine("workflows", "1.004873", "v1.json"), right, wrong);

        Assert.That(DefinitionReader.Read(json).Errors, Is.Not.Empty);
        Assert.That(Checker.Schema(OfFlow, [("flow", JsonNode.Parse(json))]), Is.Not.Empty);
    }

    [TestCase("cases[0].limit", "#/properties/cases/items/properties/limit")]
    [TestCase("control.drafted.role", "#/properties/control/properties/drafted/properties/role")]
    [TestCase("taskForms[2].fields[0].type", "#/properties/taskForms/items/properties/fields/items/properties/type")]
    [TestCase("nonsense.at.all", "#")]
    public void A_place_in_a_text_has_its_place_in_the_schema(string place, string pointer) =>
        Assert.That(SchemaPlace.Of(OfText, place), Is.EqualTo(pointer));

    [TestCase("$.version", "#/properties/version")]
    [TestCase("$.variables[3].typeName", "#/properties/variables/items")]
    [TestCase("$.root.activities[4].type", "#/$defs/activity/properties/type")]
    [TestCase("$.root.activities[4].separateFrom", "#/$defs/IsoE.UserTask/properties/separateFrom")]
    public void A_place_in_a_definition_has_its_place_in_the_schema(string place, string pointer) =>
        Assert.That(SchemaPlace.Of(OfFlow, place), Is.EqualTo(pointer));

    [TestCase("workflow-definition.schema.json")]
    [TestCase("iso-procedure.schema.json")]
    public void The_published_file_is_what_the_reader_says(string file)
    {
        var schema = file.StartsWith("workflow", StringComparison.Ordinal) ? OfFlow : OfText;
        var path = Path.Combine(Root(), "schemas", file);
        var written = PublishedSchemas.Write(schema);
        if (Environment.GetEnvironmentVariable("ISOE_UPDATE_SCHEMAS") == "1") File.WriteAllText(path, written);

        Assert.That(File.ReadAllText(path), Is.EqualTo(written), "Write it anew with ISOE_UPDATE_SCHEMAS=1.");
    }

    private static string Changed(string file, string right, string wrong)
    {
        var before = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
        var at = before.IndexOf(right, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, "The file does not hold what the test wants to break.");
        return before[..at] + wrong + before[(at + right.Length)..];
    }

    private static JsonNode? FrontMatter(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text.Split("---\n")[1]));
        return Node(yaml.Documents[0].RootNode);
    }

    // By the core schema of YAML, as the editors read it that know schemas.
    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject([.. map.Children.Select(pair => KeyValuePair.Create(pair.Key.ToString(), Node(pair.Value)))]),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when decimal.TryParse(plain.Value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IsoE.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
