using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IsoE.Office.Procedures;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Tests.Procedures;

/// <summary>The publish gate on the shipped procedures together with their ISO texts, whole and harmed.</summary>
public class GateTests
{
    private static readonly ConcurrentDictionary<string, Procedure> Texts = new();

    private static IEnumerable<string> Codes() =>
        Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "workflows")).Select(folder => Path.GetFileName(folder)!).Order();

    [TestCaseSource(nameof(Codes))]
    public void A_shipped_procedure_passes_with_its_text(string code) =>
        Assert.That(Findings(code, Definition(code)).Select(f => $"{f.Code} {f.Message.En}"), Is.Empty);

    [TestCaseSource(nameof(Codes))]
    public void Harm_done_to_any_counted_step_is_found(string code)
    {
        var count = Definition(code)["root"]!["activities"]!.AsArray().Count;
        for (var i = 0; i < count; i++)
        {
            AssertFound(code, i, "timeLimit", "800h", FindingCodes.TimeOverLimit, OnlyCounted);
            AssertFound(code, i, "role", "wizard", FindingCodes.UnknownRole, Always);
            AssertFound(code, i, "record", "no-such-record", FindingCodes.UnknownRecord, Always);
            AssertFound(code, i, "form", "no-such-form", FindingCodes.UnknownForm, Always);
            AssertFound(code, i, "clock", "stands", FindingCodes.InvalidClock, Always);
            AssertFound(code, i, "onTimeout", "NoSuchOutcome", FindingCodes.InvalidOnTimeout, Always);
        }
    }

    private static void AssertFound(string code, int index, string input, string value, string finding, Func<JsonNode, bool> applies)
    {
        var harmed = Definition(code);
        var activity = harmed["root"]!["activities"]![index]!;
        if (activity[input]?["expression"] is not { } expression || !applies(activity)) return;
        expression["type"] = "Literal";
        expression["value"] = value;
        Assert.That(Findings(code, harmed).Select(f => f.Code), Does.Contain(finding), $"{activity["id"]} {input}");
    }

    private static bool Always(JsonNode activity) => true;

    private static bool OnlyCounted(JsonNode activity) =>
        activity["clock"]?["expression"]?["value"]?.GetValue<string>() == "counts";

    private static IReadOnlyList<Finding> Findings(string code, JsonNode definition)
    {
        var read = DefinitionReader.Read(definition.ToJsonString());
        Assert.That(read.Errors, Is.Empty);
        return PublishGate.Check(Texts.GetOrAdd(code, TextOf), read.Definition!, Surroundings.None);
    }

    private static Procedure TextOf(string code)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "iso-procedures", $"{code}.md");
        var (procedure, problems) = ProcedureReader.Read(file, File.ReadAllText(file));
        Assert.That(problems, Is.Empty);
        return procedure!;
    }

    private static JsonNode Definition(string code) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", code, "v1.json")))!;
}
