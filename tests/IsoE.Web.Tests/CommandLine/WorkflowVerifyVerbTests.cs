using System.Text.Json.Nodes;
using IsoE.Web.CommandLine;

namespace IsoE.Web.Tests.CommandLine;

/// <summary>The verb on a copy of a shipped procedure with its text and the procedure it starts, whole and harmed.</summary>
public class WorkflowVerifyVerbTests
{
    private string _root = "";

    private string Flow => Path.Combine(_root, "workflows", "1.004873", "v1.json");

    [SetUp]
    public void CopyLibrary()
    {
        _root = Directory.CreateTempSubdirectory("isoe-verify-").FullName;
        foreach (var code in new[] { "1.004873", "NB-01" })
        {
            Copy(Path.Combine("workflows", code, "v1.json"));
            Copy(Path.Combine("iso-procedures", $"{code}.md"));
        }
    }

    [TearDown]
    public void RemoveLibrary() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task A_library_in_order_has_no_findings()
    {
        var shell = await Shell.Run("workflow", "verify", _root);

        Assert.That((shell.Exit, shell.Out, shell.Error), Is.EqualTo((ExitCode.Ok, "", "")));
    }

    [Test]
    public async Task A_warning_is_printed_and_does_not_stand_in_the_way()
    {
        Change(flow => Step(flow, "sign").Remove("timeLimit"));

        var shell = await Shell.Run("workflow", "verify", Flow);

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.Ok));
        Assert.That(shell.Lines, Has.Length.EqualTo(1));
        Assert.That(shell.Lines[0], Does.StartWith($"{Flow}: no-time-limit: ").And.EndWith(" [sign]"));
        Assert.That(shell.Error, Does.Contain("0 errors, 1 warnings"));
    }

    [Test]
    public async Task What_the_text_asks_of_the_flow_is_checked()
    {
        Change(flow => Step(flow, "sign")["timeLimit"]!["expression"]!["value"] = "80h");

        var shell = await Shell.Run("workflow", "verify", Flow);

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.Findings));
        Assert.That(shell.Out, Does.Contain($"{Flow}: time-over-limit: "));
    }

    [TestCase("result: {vi: Giấy", "outcome: {vi: Giấy", "line ")]
    [TestCase("    form: Mẫu số 02", "    form: Mẫu số 99", "records.")]
    public async Task A_fault_of_the_text_is_told_with_its_file_and_place(string right, string wrong, string place)
    {
        var text = Path.Combine(_root, "iso-procedures", "1.004873.md");
        var before = await File.ReadAllTextAsync(text);
        await File.WriteAllTextAsync(text, before.Replace(right, wrong, StringComparison.Ordinal));

        var shell = await Shell.Run("workflow", "verify", Flow);

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.Findings));
        Assert.That(shell.Lines[0], Does.Contain("1.004873.md: invalid-text: ").And.Contain(place).And.EndWith(" []"));
    }

    [Test]
    public async Task A_procedure_that_a_step_starts_must_be_in_the_library()
    {
        Directory.Delete(Path.Combine(_root, "workflows", "NB-01"), recursive: true);

        var shell = await Shell.Run("workflow", "verify", Flow);

        Assert.That(shell.Out, Does.Contain($"{Flow}: unknown-procedure: ").And.Contain("NB-01"));
    }

    [Test]
    public async Task The_people_of_an_agency_are_asked_for_only_when_it_is_named()
    {
        var ward = await Shell.Run("workflow", "verify", Flow, "--agency", "H29.150");
        var department = await Shell.Run("workflow", "verify", Flow, "--agency", "H29.15");

        Assert.That((ward.Exit, ward.Out), Is.EqualTo((ExitCode.Ok, "")));
        Assert.That(department.Exit, Is.EqualTo(ExitCode.Findings));
        Assert.That(department.Lines, Has.Some.StartsWith($"{Flow}: unstaffed: "));
    }

    [Test]
    public async Task Duties_that_the_people_of_the_agency_cannot_keep_apart_are_told()
    {
        // The ward has one records clerk.
        Change(flow =>
        {
            Step(flow, "draft")["role"]!["expression"]!["value"] = "clerk";
            Step(flow, "draft").Remove("unit");
            Step(flow, "issue")["separateFrom"] = JsonNode.Parse("""{"typeName":"String[]","expression":{"type":"Literal","value":["draft"]}}""");
        });

        var shell = await Shell.Run("workflow", "verify", Flow, "--agency", "H29.150");

        Assert.That(shell.Lines, Has.Some.StartsWith($"{Flow}: inseparable: ").And.Some.Contain("Lý Thị Hạnh"));
    }

    [Test]
    public async Task An_agency_that_is_not_among_the_samples_is_bad_usage()
    {
        var shell = await Shell.Run("workflow", "verify", Flow, "--agency", "nowhere");

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.BadUsage));
        Assert.That(shell.Error, Does.Contain("H29.150"));
    }

    private void Copy(string file)
    {
        var target = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(AppContext.BaseDirectory, file), target);
    }

    private void Change(Action<JsonNode> change)
    {
        var flow = JsonNode.Parse(File.ReadAllText(Flow))!;
        change(flow);
        File.WriteAllText(Flow, flow.ToJsonString());
    }

    private static JsonObject Step(JsonNode flow, string id) =>
        flow["root"]!["activities"]!.AsArray().Single(activity => (string)activity!["id"]! == id)!.AsObject();
}
