using System.Text.Json;
using IsoE.Web.CommandLine;

namespace IsoE.Web.Tests.CommandLine;

public class WorkflowVerbTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("isoe-verbs").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private const string Activities =
        """
        {"id":"hello","nodeId":"w:f:hello","name":"hello","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"JavaScript","value":"`Chào ${getInput('who')}`"}}},
        {"id":"approve","nodeId":"w:f:approve","name":"approve","type":"IsoE.UserTask","version":1,"title":{"typeName":"String","expression":{"type":"Literal","value":"Duyệt"}},"role":{"typeName":"String","expression":{"type":"Literal","value":"specialist"}},"timeLimit":{"typeName":"String","expression":{"type":"Literal","value":"4h"}},"onTimeout":{"typeName":"String","expression":{"type":"Literal","value":"Late"}},"outcomes":{"typeName":"String[]","expression":{"type":"Literal","value":["Ok","Late"]}},"result":{"typeName":"Object","memoryReference":{"id":"v"}}},
        {"id":"wait","nodeId":"w:f:wait","name":"wait","type":"IsoE.Wait","version":1,"event":{"typeName":"String","expression":{"type":"Literal","value":"paid"}},"timeLimit":{"typeName":"String","expression":{"type":"Literal","value":"3d"}}},
        {"id":"done","nodeId":"w:f:done","name":"done","type":"Elsa.Finish","version":1}
        """;

    private const string Connections =
        """
        {"source":{"activity":"hello","port":"Done"},"target":{"activity":"approve","port":"In"}},
        {"source":{"activity":"approve","port":"Ok"},"target":{"activity":"done","port":"In"}},
        {"source":{"activity":"approve","port":"Late"},"target":{"activity":"wait","port":"In"}},
        {"source":{"activity":"wait","port":"Received"},"target":{"activity":"done","port":"In"}}
        """;

    private const string LastConnection =
        """,{"source":{"activity":"wait","port":"Timeout"},"target":{"activity":"approve","port":"In"}}""";

    private string Write(string connections, string name = "flow.json")
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(
            file,
            $$$"""
            {"id":"flow-1","definitionId":"flow","name":"Flow","version":1,
             "variables":[{"id":"v","name":"Approval","typeName":"Object","isArray":false,"value":null}],
             "inputs":[{"name":"who","type":"String"}],"outputs":[],"outcomes":[],
             "root":{"id":"main","nodeId":"w:f","name":"Main","type":"Elsa.Flowchart","version":1,
             "activities":[{{{Activities}}}],"connections":[{{{connections}}}]}}
            """);
        return file;
    }

    private string Good() => Write(Connections + LastConnection);

    private static JsonElement[] Json(Shell shell) => [.. shell.Lines.Select(line => JsonElement.Parse(line))];

    private static string?[] Types(Shell shell) => [.. Json(shell)[..^1].Select(line => line.GetProperty("type").GetString())];

    [Test]
    public async Task A_definition_in_order_has_no_findings()
    {
        var shell = await Shell.Run("workflow", "verify", Good());

        Assert.That((shell.Exit, shell.Out), Is.EqualTo((ExitCode.Ok, "")));
    }

    [Test]
    public async Task A_finding_is_one_line_with_file_code_and_activity()
    {
        var file = Write(Connections);
        var shell = await Shell.Run("workflow", "verify", _folder);

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.Findings));
        Assert.That(shell.Lines, Has.Length.EqualTo(1));
        Assert.That(shell.Lines[0], Does.StartWith($"{file}: unconnected-outcome: ").And.EndWith(" [wait]").And.Contain("'Timeout'"));
    }

    [Test]
    public async Task A_file_that_is_no_definition_is_a_finding_with_its_place()
    {
        var file = Path.Combine(_folder, "broken.json");
        await File.WriteAllTextAsync(file, "{\n  \"id\": ");
        var shell = await Shell.Run("workflow", "verify", file, "--lang", "vi");

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.Findings));
        Assert.That(shell.Lines[0], Does.StartWith($"{file}: ").And.Contain("dòng 2"));
    }

    [TestCase("workflow verify")]
    [TestCase("workflow verify /nowhere/at/all")]
    [TestCase("workflow verify --fast x")]
    [TestCase("workflow run")]
    [TestCase("workflow run /nowhere.json")]
    [TestCase("workflow run a b")]
    public async Task What_cannot_be_read_is_bad_usage(string arguments)
    {
        var shell = await Shell.Run(arguments.Split(' '));

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.BadUsage));
        Assert.That(shell.Error, Does.StartWith("error: "));
    }

    [Test]
    public async Task A_run_prints_every_event_and_ends_with_the_state()
    {
        var shell = await Shell.Run("workflow", "run", Good(), "--input", "who=An");

        var lines = Json(shell);
        var written = lines[..^1].Single(line => line.GetProperty("type").GetString() == "WriteLine");
        Assert.Multiple(() =>
        {
            Assert.That(shell.Exit, Is.EqualTo(ExitCode.Ok));
            Assert.That(lines[..^1].All(line => line.TryGetProperty("activityId", out _)), Is.True);
            Assert.That(written.GetProperty("activityId").GetString(), Is.EqualTo("hello"));
            Assert.That(written.GetProperty("text").GetString(), Is.EqualTo("Chào An"));
            Assert.That(shell.Lines[^1], Is.EqualTo(
                """{"status":"Running","subStatus":"Suspended","openTasks":["approve"],"variables":{"Approval":null}}"""));
        });
    }

    [Test]
    public async Task Commands_from_a_file_move_the_run_and_a_rejected_one_does_not_stop_it()
    {
        var commands = Path.Combine(_folder, "commands.txt");
        await File.WriteAllTextAsync(
            commands,
            """
            # the task waits, the other things do not
            complete nothing
            complete approve Maybe
            complete approve Ok {not json
            event paid
            retry approve
            dance

            timeout approve
            event paid {"amount": 5}
            complete approve Ok
            """);

        var shell = await Shell.Run("workflow", "run", Good(), "--commands", commands);

        var rejected = Json(shell).Where(line => line.TryGetProperty("type", out var type) && type.GetString() == "Rejected").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(rejected.Select(line => line.GetProperty("code").GetString()), Is.EqualTo(new[]
            {
                "not-waiting", "outcome-unknown", "json-malformed", "event-not-awaited", "no-incident", "command-malformed",
                "not-waiting",
            }));
            Assert.That(rejected[0].GetProperty("reason").GetString(), Does.Contain("approve"));
            Assert.That(Types(shell), Does.Contain("WorkflowFinished"));
            Assert.That(shell.Lines[^1], Does.StartWith("""{"status":"Finished","subStatus":"Finished","openTasks":[],"""));
        });
    }

    [Test]
    public async Task Commands_can_come_from_the_standard_input_with_fields_but_no_outcome()
    {
        var shell = await Shell.Run(Verbs.All, "timeout approve\ntimeout wait\ncomplete approve Ok {\"note\": \"Đạt\"}\n", "en", "workflow", "run", Good(), "--commands", "-");

        var state = Json(shell)[^1];
        Assert.That(state.GetProperty("status").GetString(), Is.EqualTo("Finished"));
        Assert.That(state.GetProperty("variables").GetProperty("Approval").GetProperty("note").GetString(), Is.EqualTo("Đạt"));
        Assert.That(shell.Lines[^1], Does.Contain("Đạt"));
    }

    [Test]
    public async Task The_same_run_prints_the_same_bytes()
    {
        var file = Good();
        var first = await Shell.Run(Verbs.All, "complete approve Ok", "en", "workflow", "run", file, "--commands", "-");
        var second = await Shell.Run(Verbs.All, "complete approve Ok", "en", "workflow", "run", file, "--commands", "-");

        Assert.That(second.Out, Is.EqualTo(first.Out));
    }

    [Test]
    public async Task An_input_that_is_not_declared_is_rejected_and_nothing_starts()
    {
        var shell = await Shell.Run("workflow", "run", Good(), "--input", "whom=An");

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.Findings));
        Assert.That(Types(shell), Is.EqualTo(new[] { "Rejected" }));
        Assert.That(shell.Lines[0], Does.Contain("who"));
        Assert.That(shell.Lines[^1], Does.Contain("Pending"));
    }

    [Test]
    public async Task A_definition_with_errors_does_not_run()
    {
        var file = Path.Combine(_folder, "broken.json");
        await File.WriteAllTextAsync(file, "[]");
        var shell = await Shell.Run("workflow", "run", file);

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.Findings));
        Assert.That(shell.Error, Does.StartWith($"{file}:1:"));
    }
}
