using FsCheck;
using FsCheck.Fluent;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Tests.Traces;

namespace IsoE.Workflows.Tests.Properties;

/// <summary>What holds of every instance, wherever it stands and whatever the next version looks like.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MigrationProperties
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 1, 0, 0, TimeSpan.Zero);

    private static Gen<Case> Cases =>
        from lines in RandomFlowchart.Lines
        from edits in NextVersion.Edit.ArrayOf(2)
        from choices in Gen.Choose(0, 10_000).ArrayOf(6)
        select new Case(lines, edits.Aggregate(lines, (l, edit) => edit(l)), choices);

    [Test]
    public void Fold_of_the_history_is_the_state_of_a_moved_instance() => Check(moved =>
    {
        var folded = moved.History.Concat(moved.Events)
            .Select(e => WorkflowEventJson.Read(WorkflowEventJson.TypeName(e), WorkflowEventJson.Write(e)))
            .Aggregate((WorkflowInstance?)null, WorkflowInstance.Apply);
        var state = WorkflowInstanceJson.Write(moved.State);
        Assert.That(WorkflowInstanceJson.Write(folded!), Is.EqualTo(state));
        Assert.That(WorkflowInstanceJson.Write(WorkflowInstanceJson.Read(state)), Is.EqualTo(state));
    });

    [Test]
    public void A_moved_instance_keeps_what_waits_and_repeats_no_side_effect() => Check(moved => Assert.Multiple(() =>
    {
        Assert.That(moved.State.Bookmarks.Keys, Is.EqualTo(moved.Before.Bookmarks.Keys), "bookmarks");
        Assert.That(moved.State.Activities.Keys, Is.EqualTo(moved.Before.Activities.Keys), "activities");
        Assert.That(moved.Events.Skip(1), Has.All.InstanceOf<WorkflowMigrated>().Or.InstanceOf<BookmarkRevised>());
        Assert.That(moved.State.DefinitionVersionId, Is.EqualTo("trace-v2"));
    }));

    [Test]
    public void Moving_twice_adds_nothing() => Check(moved =>
        Assert.That(Engine.Decide(moved.Next, moved.State, moved.Command), Is.Empty));

    [Test]
    public void A_moved_instance_goes_on_as_a_fresh_one_that_took_the_same_choices() => Check(moved =>
    {
        // What stands in an incident goes on only when somebody retries it: see the traces.
        if (!moved.Before.Incidents.IsEmpty)
        {
            return;
        }

        var (mine, fresh) = (moved.State, Fresh(moved));
        for (var step = 0; step < 25; step++)
        {
            Assert.That(Position(mine), Is.EqualTo(Position(fresh)), $"after {step} further steps");
            if (Loops(mine) || Goes(mine) is not { } waiting)
            {
                return;
            }

            mine = Take(moved.Next, mine, waiting, step);
            fresh = Take(moved.Next, fresh, waiting, step);
        }
    }, tests: 100);

    [Test]
    public void An_instance_moves_to_a_version_that_differs_only_in_what_steps_ask_for()
    {
        var moves = 0;
        var cases = from lines in RandomFlowchart.Lines
                    from choices in Gen.Choose(0, 10_000).ArrayOf(6)
                    select new Case(lines, [.. lines.Select(NextVersion.Reworded)], choices);
        Prop.ForAll(cases.ToArbitrary(), run =>
        {
            var (definition, next) = run.Versions();
            foreach (var (state, history) in Walk(definition, run.Choices))
            {
                var plan = Migrating.Plan(next, state, history);
                Assert.That(plan.CanMove, Is.EqualTo(state.Ended is null or WorkflowSubStatus.Faulted), string.Join(' ', plan.Obstacles));
                moves += plan.CanMove ? 1 : 0;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
        Assert.That(moves, Is.GreaterThan(60), "the property must not hold for want of cases");
    }

    private static void Check(Action<Moved> property, int tests = 40)
    {
        var moves = 0;
        Prop.ForAll(Cases.ToArbitrary(), run =>
        {
            var (definition, next) = run.Versions();
            foreach (var (state, history) in LoopsForEver(next) ? [] : Walk(definition, run.Choices))
            {
                if (Move(definition, next, state, history) is { } moved)
                {
                    moves++;
                    property(moved);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
        Assert.That(moves, Is.GreaterThan(tests / 4), "the property must not hold for want of cases");
    }

    private static Moved? Move(WorkflowDefinition definition, WorkflowDefinition next, WorkflowInstance state, List<WorkflowEvent> history)
    {
        var command = new MigrateInstance("move", Start.AddYears(1), next, history);
        try
        {
            var events = Engine.Decide(definition, state, command);
            return new Moved(next, state, events.Aggregate(state, WorkflowInstance.Apply), history, events, command);
        }
        catch (RejectedException)
        {
            Assert.That(Migrating.Plan(next, state, history).Obstacles, Is.Not.Empty);
            return null;
        }
    }

    /// <summary>The instance after each command, with its history; ends before an endless loop.</summary>
    private static IEnumerable<(WorkflowInstance State, List<WorkflowEvent> History)> Walk(WorkflowDefinition definition, int[] choices)
    {
        var state = Started(definition, out var started);
        var history = started.ToList();
        for (var i = 0; !Loops(state); i++)
        {
            yield return (state, [.. history]);
            if (i == choices.Length || state.Ended is not null || state.Bookmarks.IsEmpty)
            {
                yield break;
            }

            var bookmark = state.Bookmarks.Values.ElementAt(choices[i] % state.Bookmarks.Count);
            var events = Engine.Decide(definition, state, Command(bookmark, $"c{i}", i, choices[i]));
            history.AddRange(events);
            state = events.Aggregate(state, WorkflowInstance.Apply);
        }
    }

    private static bool LoopsForEver(WorkflowDefinition definition) => Loops(Started(definition, out _));

    private static bool Loops(WorkflowInstance state) => state.Incidents.Values.Any(incident => incident.Code == "endless-loop");

    private static WorkflowInstance Started(WorkflowDefinition definition, out IReadOnlyList<WorkflowEvent> events)
    {
        events = Engine.Decide(definition, null, new StartWorkflow(
            "start", Start, "i", "H", new Dictionary<string, System.Text.Json.JsonElement>()));
        return events.Aggregate((WorkflowInstance?)null, WorkflowInstance.Apply)!;
    }

    /// <summary>A new instance of the next version that is sent, in their order, the choices it can take.</summary>
    private static WorkflowInstance Fresh(Moved moved)
    {
        var state = Started(moved.Next, out _);
        var names = moved.History.OfType<ActivityStarted>().ToDictionary(s => s.ActivityInstanceId, s => s.ActivityId);
        var open = moved.History.OfType<ActivityResumed>().ToList();
        while (open.Find(r => Waiting(state, names[r.ActivityInstanceId]) is not null) is { } choice)
        {
            open.Remove(choice);
            var bookmark = state.Bookmarks.Values.FirstOrDefault(b => b.ActivityInstanceId == choice.ActivityInstanceId)
                ?? Waiting(state, names[choice.ActivityInstanceId])!;
            var output = bookmark.Wait is UserTask ? default : choice.Output;
            var outcome = bookmark.Wait is EventWait ? null : choice.Outcome;
            state = Engine.Decide(moved.Next, state, new ResumeBookmark($"f{open.Count}", Start, bookmark.Id, outcome, output))
                .Aggregate(state, WorkflowInstance.Apply);
        }

        return state;
    }

    private static Bookmark? Waiting(WorkflowInstance state, string activityId) =>
        state.Ended is null ? state.Bookmarks.Values.OrderBy(b => b.Id.Length).FirstOrDefault(b => b.ActivityId == activityId) : null;

    private static string? Goes(WorkflowInstance state) =>
        state.Ended is null ? state.Bookmarks.Values.Select(b => b.ActivityId).Order(StringComparer.Ordinal).FirstOrDefault() : null;

    private static WorkflowInstance Take(WorkflowDefinition definition, WorkflowInstance state, string activityId, int number) =>
        Engine.Decide(definition, state, Command(Waiting(state, activityId)!, $"g{number}", number, number))
            .Aggregate(state, WorkflowInstance.Apply);

    private static ResumeBookmark Command(Bookmark bookmark, string id, int number, int choice) => new(
        id,
        Start.AddHours(number),
        bookmark.Id,
        bookmark.Wait is UserTask task ? task.Outcomes[choice % task.Outcomes.Count] : null,
        bookmark.Wait is UserTask ? default : choice % 3 == 0 ? Values.Parse("{\"x\":true}") : Values.Of(choice % 3));

    /// <summary>Where it stands and what it holds, without the numbers of instances and tokens.</summary>
    private static string Position(WorkflowInstance state) => string.Join('\n',
    [
        $"{state.SubStatus} {state.Outcome}",
        .. state.Activities.Values.Select(a => $"{a.ActivityId} {a.Status}").Order(StringComparer.Ordinal),
        .. state.Tokens.Select(t => $"{t.SourceActivityId} {t.SourcePort} {t.TargetActivityId}").Order(StringComparer.Ordinal),
        .. state.Variables.Where(v => !Values.ToJson(v.Value).Contains("\"at\"", StringComparison.Ordinal)).Select(v => $"{v.Key}={Values.ToJson(v.Value)}"),
    ]);

    private sealed record Case(string[] Lines, string[] Next, int[] Choices)
    {
        public (WorkflowDefinition Definition, WorkflowDefinition Next) Versions() => (
            DefinitionReader.Read(FlowNotation.ToJson(Lines)).Definition!,
            DefinitionReader.Read(FlowNotation.ToJson(Next, version: 2)).Definition!);
    }

    private sealed record Moved(
        WorkflowDefinition Next,
        WorkflowInstance Before,
        WorkflowInstance State,
        IReadOnlyList<WorkflowEvent> History,
        IReadOnlyList<WorkflowEvent> Events,
        MigrateInstance Command);
}
