using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tests.Procedures.Mutants;

/// <summary>
/// Plays a procedure in the engine with every step taking all the time it may, and tells the most working hours any run
/// takes on which no step is done again.
/// </summary>
internal sealed class LongestRun(Procedure text, WorkflowDefinition definition, Entries entries, Func<string, ProcedureVersion?> others)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private decimal most;
    private IReadOnlyList<string> longest = [];
    private int commands;

    /// <summary>The cases whose legal limit some run exceeds, each with what is done in the longest of them.</summary>
    public IEnumerable<string> CasesOver()
    {
        foreach (var @case in text.Cases)
        {
            (most, longest) = (0, []);
            seen.Clear();
            foreach (var input in entries.Inputs(definition).Where(input => !input.TryGetValue("case", out var given) || given.GetString() == @case.Id))
                Send(Moment.Start, new StartWorkflow(NewId(), DateTimeOffset.UnixEpoch, "i", "c", input), 0, "start@0");
            if (most > Hours(@case.Limit)) yield return $"{@case.Id}: {most:0.##} h by {string.Join(' ', longest)}";
        }
    }

    private void Go(Moment moment)
    {
        // The one that is ready first goes first: so a race is won by the branch that can win it.
        if (moment.State!.Bookmarks.Values.OrderBy(bookmark => moment.Ends[bookmark.ActivityInstanceId]).FirstOrDefault() is not { } first) return;
        var at = moment.Ends[first.ActivityInstanceId];
        foreach (var (outcome, entered) in entries.Of(first.Wait))
            Send(moment, new ResumeBookmark(NewId(), DateTimeOffset.UnixEpoch, first.Id, outcome, entered), at, $"{first.ActivityId}:{outcome}@{at:0.##}");
        if (Entries.TimesOut(first.Wait))
            Send(moment, new TimeoutBookmark(NewId(), DateTimeOffset.UnixEpoch, first.Id), at, $"{first.ActivityId}:timeout@{at:0.##}");
    }

    private void Send(Moment before, WorkflowCommand command, decimal at, string said)
    {
        var events = Engine.Decide(definition, before.State, command);
        var after = before.After(events, at, OwnHours) with { Trail = [.. before.Trail, said] };
        (most, longest) = at > most ? (at, after.Trail) : (most, longest);
        if (!after.IsRepeated && seen.Add(after.Key(entries))) Go(after);
    }

    private decimal OwnHours(Wait wait) => wait switch
    {
        UserTask { Clock: Clocks.Counts } task => Hours(task.TimeLimit),
        EventWait { Clock: Clocks.Counts } waiting => Hours(waiting.TimeLimit),
        SubProcedureWait { Clock: Clocks.Counts } sub => sub.TimeLimit is { } limit ? Hours(limit)
            : others(sub.Procedure)!.Procedure.Cases is var cases && cases.FirstOrDefault(@case => @case.Id == sub.Case) is { } own ? Hours(own.Limit)
            : cases.Max(@case => Hours(@case.Limit)),
        _ => 0,
    };

    private static decimal Hours(string? limit) => limit is null ? 0 : Hours(TimeLimit.Parse(limit));

    private static decimal Hours(TimeLimit limit) => limit.Unit switch
    {
        TimeUnit.WorkingMinutes => limit.Value / 60m,
        TimeUnit.WorkingHours => limit.Value,
        TimeUnit.WorkingDays => limit.Value * 8m,
        TimeUnit.CalendarDays => limit.Value * 8m * 5 / 7,
        _ => 8,
    };

    private string NewId() => $"c{++commands}";

    /// <summary>A state of a run with the hours at which what is open ends and at which its tokens came.</summary>
    private sealed record Moment(
        WorkflowInstance? State,
        IReadOnlyDictionary<string, decimal> Ends,
        IReadOnlyDictionary<string, decimal> Tokens,
        IReadOnlySet<string> Done,
        bool IsRepeated)
    {
        public IReadOnlyList<string> Trail { get; init; } = [];

        public static Moment Start { get; } = new(null, new Dictionary<string, decimal>(), new Dictionary<string, decimal>(), new HashSet<string>(), false);

        public Moment After(IReadOnlyList<WorkflowEvent> events, decimal at, Func<Wait, decimal> hours)
        {
            var (state, ends, tokens) = (State, Ends.ToDictionary(), Tokens.ToDictionary());
            var (done, repeated, consumed) = (Done.ToHashSet(), false, at);
            foreach (var e in events)
            {
                state = WorkflowInstance.Apply(state, e);
                switch (e)
                {
                    case TokenConsumed token:
                        consumed = Math.Max(consumed, tokens.GetValueOrDefault(token.TokenId));
                        break;
                    case ActivityStarted started:
                        repeated |= !done.Add(started.ActivityId) && !IsOneOfSeveral(events, started);
                        ends[started.ActivityInstanceId] = consumed;
                        consumed = at;
                        break;
                    case ActivitySuspended suspended:
                        ends[suspended.ActivityInstanceId] += hours(suspended.Bookmark.Wait);
                        break;
                    case TokenEmitted token:
                        tokens[token.TokenId] = at;
                        break;
                }
            }

            return new Moment(state, ends, tokens, done, repeated);
        }

        /// <summary>A parallel loop begins its step several times in one go.</summary>
        private static bool IsOneOfSeveral(IReadOnlyList<WorkflowEvent> events, ActivityStarted started) =>
            events.OfType<ActivityStarted>().Any(loop => loop.ActivityInstanceId == started.ParentActivityInstanceId && loop.ActivityType == "Elsa.ParallelForEach");

        public string Key(Entries entries) => string.Join(
            '|',
            string.Join(',', State!.Bookmarks.Values.Select(open => $"{open.ActivityId}@{Ends[open.ActivityInstanceId]}")),
            string.Join(',', State.Tokens.Select(token => $"{token.SourceActivityId}:{token.SourcePort}@{Tokens.GetValueOrDefault(token.Id)}")),
            string.Join(',', State.Variables.Select(variable => entries.Deciding(variable.Key, variable.Value))),
            string.Join(',', State.Input.Select(input => input.Value.ToString())),
            string.Join(',', Done.Order(StringComparer.Ordinal)));
    }
}
