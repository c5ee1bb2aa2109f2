using System.Globalization;
using System.Text;
using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Tests.Traces;

/// <summary>
/// Runs the commands of a trace and prints what happens. A line beginning with <c>&gt;</c> is a command, every other
/// line what it caused.
/// </summary>
/// <remarks>
/// Commands: <c>start [JSON inputs]</c>, <c>complete ACTIVITY_ID [OUTCOME] [JSON]</c>, <c>bookmark BOOKMARK_ID
/// [OUTCOME]</c>, <c>timeout ACTIVITY_ID</c>, <c>event NAME [JSON]</c>, <c>retry ACTIVITY_ID</c>, <c>cancel
/// REASON</c>, <c>migrate</c> (to the second version), <c>again</c> (the same command once more), <c>variables</c>. Each
/// command is one minute after the one before.
/// </remarks>
internal sealed class TraceRunner(WorkflowDefinition definition, WorkflowDefinition? next = null)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 1, 0, 0, TimeSpan.Zero);

    private readonly StringBuilder output = new();
    private WorkflowInstance? instance;
    private WorkflowCommand? last;
    private int commands;

    public WorkflowInstance? Instance => instance;

    public List<WorkflowEvent> History { get; } = [];

    public static string Run(WorkflowDefinition definition, WorkflowDefinition? next, IEnumerable<string> commands)
    {
        var runner = new TraceRunner(definition, next);
        foreach (var command in commands)
        {
            runner.Perform(command);
        }

        return runner.output.ToString();
    }

    public void Perform(string line)
    {
        output.Append(CultureInfo.InvariantCulture, $"> {line}\n");
        if (line == "variables")
        {
            PrintVariables();
            return;
        }

        try
        {
            last = line == "again" ? last! : Parse(line);
            var events = Engine.Decide(Current, instance, last);
            foreach (var e in events)
            {
                instance = WorkflowInstance.Apply(instance, e);
                Print(e);
            }

            History.AddRange(events);
            output.Append(CultureInfo.InvariantCulture, $"= {State()}\n");
        }
        catch (RejectedException e)
        {
            output.Append(CultureInfo.InvariantCulture, $"Rejected {e.Code}: {e.Reason.En}\n");
        }
    }

    private WorkflowDefinition Current => next is not null && instance?.DefinitionVersionId == next.Id ? next : definition;

    private WorkflowCommand Parse(string line)
    {
        var words = line.Split(' ', 3);
        var rest = words.Length > 1 ? line[(words[0].Length + 1)..] : "";
        var id = string.Create(CultureInfo.InvariantCulture, $"c{++commands}");
        var at = Start.AddMinutes(commands);
        return words[0] switch
        {
            "start" => new StartWorkflow(id, at, "instance", "H-1", Inputs(rest)),
            "complete" => Resume(id, at, BookmarkOf(words[1]), words),
            "bookmark" => Resume(id, at, words[1], words),
            "timeout" => new TimeoutBookmark(id, at, BookmarkOf(words[1])),
            "event" => new PublishEvent(id, at, words[1], words.Length > 2 ? Values.Parse(words[2]) : default),
            "retry" => new RetryActivity(id, at, FaultedOf(words[1])),
            "cancel" => new CancelWorkflow(id, at, new Text(rest, rest)),
            "migrate" => new MigrateInstance(id, at, next!, [.. History]),
            _ => throw new ArgumentException($"Unknown command of a trace: {line}"),
        };
    }

    private static ResumeBookmark Resume(string id, DateTimeOffset at, string bookmark, string[] words)
    {
        var rest = words.Length > 2 ? words[2] : "";
        var json = rest is "true" or "false" ? 0 : rest.IndexOfAny(['{', '"', '[']);
        var outcome = (json < 0 ? rest : rest[..json]).Trim();
        return new ResumeBookmark(
            id, at, bookmark, outcome.Length > 0 ? outcome : null, json < 0 ? default : Values.Parse(rest[json..]));
    }

    private static Dictionary<string, JsonElement> Inputs(string json) =>
        json.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private string BookmarkOf(string activityId) =>
        instance?.Bookmarks.Values.FirstOrDefault(b => b.ActivityId == activityId)?.Id ?? activityId + "-1";

    private string FaultedOf(string activityId) =>
        instance?.Incidents.Values.FirstOrDefault(i => i.ActivityId == activityId)?.ActivityInstanceId ?? activityId;

    private void Print(WorkflowEvent e)
    {
        var text = e switch
        {
            CommandAccepted or WorkflowStarted => null,
            ActivityStarted x => $"started {x.ActivityInstanceId}",
            ActivitySuspended x => $"waits {x.ActivityInstanceId} {Described(x.Bookmark.Wait)}",
            ActivityResumed x => $"resumed {x.ActivityInstanceId} {x.Outcome}{(x.TimedOut ? " timed out" : "")}",
            ActivityCompleted x => $"completed {x.ActivityInstanceId} {string.Join(',', x.Outcomes)}".TrimEnd(),
            ActivityCanceled x => $"canceled {x.ActivityInstanceId}: {x.Reason.En}",
            ActivityFaulted x => $"faulted {x.ActivityInstanceId} {x.Code}: {x.Message.En}",
            ActivityRetried x => $"retried {x.ActivityInstanceId}",
            TokenEmitted x => $"token {x.TokenId} {x.SourceActivityId} -{x.SourcePort}-> {x.TargetActivityId}",
            TokenConsumed x => $"token {x.TokenId} consumed",
            VariableSet x => $"variable {x.Name} = {Values.ToJson(x.Value)}",
            OutputSet x => $"output {x.Name} = {Values.ToJson(x.Value)}",
            ActivityStateSet x => $"state {x.ActivityInstanceId} {x.Name} = {Values.ToJson(x.Value)}",
            WorkflowNamed x => $"named {x.Name}",
            WorkflowCorrelated x => $"correlated {x.CorrelationId}",
            LineWritten x => $"line {x.Line}",
            NotificationRequested x => $"notify {x.To}: {x.Subject.Vi} | {x.Message.Vi}",
            RecordIssued x => $"record {x.Record} {x.Milestone} {Values.ToJson(x.Data)}",
            WorkflowMigrated x => Described(x),
            BookmarkRevised x => $"revised {x.Bookmark.Id} {Described(x.Bookmark.Wait)}",
            WorkflowFinished x => $"finished {x.Outcome}".TrimEnd(),
            WorkflowCancelled x => $"cancelled: {x.Reason.En}",
            WorkflowFaulted x => $"workflow faulted: {x.Message.En}",
            _ => WorkflowEventJson.TypeName(e),
        };
        if (text is not null)
        {
            output.Append(text).Append('\n');
        }
    }

    private static string Described(WorkflowMigrated e)
    {
        var tokens = e.Tokens.Select(t => $"\n  token {t.Id} {t.SourceActivityId} -{t.SourcePort}-> {t.TargetActivityId}");
        var variables = e.Variables.Select(v => $"\n  variable {v.Key} = {Values.ToJson(v.Value)}");
        return $"migrated {e.FromVersionId} -> {e.DefinitionVersionId}: {string.Join(' ', e.Activities.Select(a => a.Id))}"
            + string.Concat(tokens) + string.Concat(variables);
    }

    private static string Described(Wait wait) => wait switch
    {
        UserTask x => $"task “{x.Title.En}”{(x.About is null ? "" : $" about “{x.About}”")} {x.Role} [{string.Join(',', x.Outcomes)}]",
        RunTask x => $"run {x.TaskName} {Values.ToJson(x.Payload)}",
        EventWait x => $"event {x.EventName} {x.TimeLimit}".TrimEnd(),
        DelayWait x => $"until {x.Until:yyyy-MM-ddTHH:mm:ss}",
        SubProcedureWait x => $"procedure {x.Procedure} {Values.ToJson(x.Input)}",
        _ => "",
    };

    private string State()
    {
        var open = instance!.Bookmarks.Keys.Concat(instance.Incidents.Values.Select(i => $"!{i.ActivityInstanceId}"));
        return $"{instance.Status}/{instance.SubStatus} {string.Join(' ', open)}".TrimEnd();
    }

    private void PrintVariables()
    {
        foreach (var (name, value) in instance!.Variables)
        {
            output.Append(CultureInfo.InvariantCulture, $"{name} = {Values.ToJson(value)}\n");
        }
    }
}
