using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Tests.Traces;

namespace IsoE.Workflows.Tests.Execution;

[Parallelizable(ParallelScope.All)]
public sealed class EngineTests
{
    private static readonly StartWorkflow Start = new(
        "c1", new DateTimeOffset(2026, 1, 15, 1, 0, 0, TimeSpan.Zero), "i", "H", new Dictionary<string, JsonElement>());

    [TestCase("SetVariable a variable=V value=1\nWriteLine b text=b\na --> b\nb --> a", TestName = "A_flowchart_that_never_stops_is_an_incident")]
    [TestCase("While a condition==true\n  body: WriteLine b text=b", TestName = "A_while_that_never_stops_is_an_incident")]
    public void An_endless_loop_is_an_incident(string flow)
    {
        var after = After(Read("variable V Object\n" + flow), Start);

        Assert.That(after.SubStatus, Is.EqualTo(WorkflowSubStatus.Faulted));
        Assert.That(after.Incidents.Values.Single().Code, Is.EqualTo("endless-loop"));
    }

    [Test]
    public void An_instance_stays_with_its_version()
    {
        var first = Read("RunTask a taskName=a");
        var state = After(first, Start);

        var second = first with { Id = "trace-v2", Version = 2 };

        var resume = new ResumeBookmark("c2", Start.At, "a-1", null, default);
        Assert.That(() => Engine.Decide(second, state, resume), Throws.ArgumentException);
    }

    [Test]
    public void An_unknown_activity_is_shown_but_never_run()
    {
        var json = FlowNotation.ToJson(["RunTask a taskName=a"]).Replace("Elsa.RunTask", "Elsa.SendEmail", StringComparison.Ordinal);
        var draft = DefinitionReader.Read(json, new DefinitionReadOptions(ShowUnknownActivities: true)).Definition!;

        var rejection = Assert.Throws<RejectedException>(() => Engine.Decide(draft, null, Start));

        Assert.That(rejection.Code, Is.EqualTo("unknown-activity-type"));
        Assert.That(DefinitionWriter.Write(draft), Does.Contain("\"originalActivityJson\"").And.Contain("Elsa.NotFoundActivity"));
    }

    [Test]
    public void A_command_that_is_rejected_can_be_sent_again_when_it_is_possible()
    {
        var definition = Read("Sequence s\n  RunTask a taskName=a\n  RunTask b taskName=b");
        var state = After(definition, Start);
        var early = new ResumeBookmark("c2", Start.At, "b-1", null, default);
        Assert.Throws<RejectedException>(() => Engine.Decide(definition, state, early));

        state = Apply(state, Engine.Decide(definition, state, new ResumeBookmark("c3", Start.At, "a-1", null, default)));

        Assert.That(Engine.Decide(definition, state, early), Is.Not.Empty);
    }

    [Test]
    public void An_unknown_event_in_a_history_is_named()
    {
        var error = Assert.Throws<JsonException>(() => WorkflowEventJson.Read("MoonRisen", "{}"));

        Assert.That(error.Message, Does.Contain("MoonRisen"));
    }

    private static WorkflowDefinition Read(string flow) => DefinitionReader.Read(FlowNotation.ToJson(flow.Split('\n'))).Definition!;

    private static WorkflowInstance After(WorkflowDefinition definition, WorkflowCommand command) =>
        Apply(null, Engine.Decide(definition, null, command));

    private static WorkflowInstance Apply(WorkflowInstance? state, IEnumerable<WorkflowEvent> events) =>
        events.Aggregate(state, (s, e) => WorkflowInstance.Apply(s, e))!;
}
