using FsCheck;
using FsCheck.Fluent;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Tests.Traces;

namespace IsoE.Workflows.Tests.Properties;

/// <summary>What holds of every definition and every order of commands. A failure prints its seed.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EngineProperties
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 1, 0, 0, TimeSpan.Zero);

    private static Arbitrary<(string[] Lines, int[] Choices)> Runs => (
        from lines in RandomFlowchart.Lines
        from choices in Gen.Choose(0, 10_000).ArrayOf(14)
        select (lines, choices)).ToArbitrary();

    [Test]
    public void The_stored_history_gives_the_state_byte_for_byte() => Check(run =>
    {
        WorkflowInstance? replayed = null;
        foreach (var step in Steps(run.Lines, run.Choices))
        {
            foreach (var e in step.Events)
            {
                var stored = WorkflowEventJson.Write(e);
                var read = WorkflowEventJson.Read(WorkflowEventJson.TypeName(e), stored);
                Assert.That(WorkflowEventJson.Write(read), Is.EqualTo(stored));
                replayed = WorkflowInstance.Apply(replayed, read);
            }

            var state = WorkflowInstanceJson.Write(step.After);
            Assert.That(WorkflowInstanceJson.Write(replayed!), Is.EqualTo(state));
            replayed = WorkflowInstanceJson.Read(state);
            Assert.That(WorkflowInstanceJson.Write(replayed), Is.EqualTo(state));
        }
    });

    [Test]
    public void Equal_commands_give_equal_events() => Check(run =>
    {
        var first = Steps(run.Lines, run.Choices).SelectMany(s => s.Events).Select(WorkflowEventJson.Write);
        var second = Steps(run.Lines, run.Choices).SelectMany(s => s.Events).Select(WorkflowEventJson.Write);
        Assert.That(first, Is.EqualTo(second));
    });

    [Test]
    public void A_repeated_command_adds_nothing() => Check(run =>
    {
        var definition = Definition(run.Lines);
        foreach (var step in Steps(run.Lines, run.Choices))
        {
            Assert.That(Engine.Decide(definition, step.After, step.Command), Is.Empty);
        }
    });

    [Test]
    public void An_ended_instance_leaves_nothing_behind() => Check(run =>
    {
        foreach (var after in Steps(run.Lines, run.Choices).Select(s => s.After))
        {
            if (after.Ended is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled)
            {
                Assert.Multiple(() =>
                {
                    Assert.That(after.Tokens, Is.Empty, "tokens");
                    Assert.That(after.Bookmarks, Is.Empty, "bookmarks");
                    Assert.That(after.Activities, Is.Empty, "activities");
                    Assert.That(after.Incidents, Is.Empty, "incidents");
                });
            }
        }
    });

    [Test]
    public void An_instance_that_goes_on_waits_for_something() => Check(run =>
    {
        foreach (var after in Steps(run.Lines, run.Choices).Select(s => s.After).Where(s => s.Ended is null))
        {
            Assert.That(after.SubStatus, Is.EqualTo(WorkflowSubStatus.Suspended), "never stuck in silence");
        }
    });

    [Test]
    public void A_bookmark_id_is_never_offered_twice() => Check(run =>
    {
        var offered = Steps(run.Lines, run.Choices)
            .SelectMany(s => s.Events).OfType<ActivitySuspended>().Select(s => s.Bookmark.Id).ToList();
        Assert.That(offered, Is.Unique);
    });

    private static void Check(Action<(string[] Lines, int[] Choices)> property) =>
        Prop.ForAll(Runs, property).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static WorkflowDefinition Definition(string[] lines) =>
        DefinitionReader.Read(FlowNotation.ToJson(lines)).Definition!;

    private static IEnumerable<Step> Steps(string[] lines, int[] choices)
    {
        var definition = Definition(lines);
        WorkflowInstance? state = null;
        for (var i = 0; i <= choices.Length; i++)
        {
            var command = state is null ? Begin() : Choose(state, i, choices[i - 1]);
            if (command is null)
            {
                yield break;
            }

            var events = Engine.Decide(definition, state, command);
            state = events.Aggregate(state, (s, e) => WorkflowInstance.Apply(s, e))!;
            yield return new Step(command, events, state);
            if (state.Incidents.Values.Any(incident => incident.Code == "endless-loop"))
            {
                yield break;
            }
        }
    }

    private static StartWorkflow Begin() => new("c0", Start, "i", "H", new Dictionary<string, System.Text.Json.JsonElement>());

    /// <summary>One of the commands the state allows; null when there is none.</summary>
    private static WorkflowCommand? Choose(WorkflowInstance state, int number, int choice)
    {
        var (id, at) = ($"c{number}", Start.AddHours(number));
        var possible = new List<WorkflowCommand>();
        possible.AddRange(state.Incidents.Keys.Select(k => new RetryActivity(id, at, k)));
        if (state.Ended is null)
        {
            possible.AddRange(state.Bookmarks.Values.SelectMany(b => Resumes(b, id, at, choice)));
        }

        if (state.Ended is null or WorkflowSubStatus.Faulted && choice % 17 == 0)
        {
            possible.Add(new CancelWorkflow(id, at, new Text("Thôi", "Stop")));
        }

        return possible.Count == 0 ? null : possible[choice % possible.Count];
    }

    private static IEnumerable<WorkflowCommand> Resumes(Bookmark bookmark, string id, DateTimeOffset at, int choice)
    {
        if (bookmark.Wait is UserTask task)
        {
            yield return new TimeoutBookmark(id, at, bookmark.Id);
            yield return new ResumeBookmark(id, at, bookmark.Id, task.Outcomes[choice % 2], default);
        }
        else if (bookmark.Wait is EventWait e)
        {
            yield return new PublishEvent(id, at, e.EventName!, Values.Of(choice));
        }
        else
        {
            var output = choice % 3 == 0 ? Values.Parse("{\"x\":true}") : Values.Of(choice % 3);
            yield return new ResumeBookmark(id, at, bookmark.Id, null, output);
        }
    }

    private sealed record Step(WorkflowCommand Command, IReadOnlyList<WorkflowEvent> Events, WorkflowInstance After);
}
