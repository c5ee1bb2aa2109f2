using System.Globalization;
using System.Text.Json;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Web.CommandLine;

/// <summary>One instance in memory, moved by written commands; writes what happens as JSON lines.</summary>
/// <remarks>Time is made up, one minute a command, so that the same commands always print the same lines.</remarks>
internal sealed class CommandedRun(WorkflowDefinition definition, Terminal terminal)
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private WorkflowInstance? _instance;
    private int _commands;

    public bool HasStarted => _instance is not null;

    public void Start(IEnumerable<KeyValuePair<string, string>> inputs) => Try(null, () =>
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, text) in inputs) given[name] = Value(name, text);
        return new StartWorkflow(NextId(), Now, "run", "run", given);
    });

    /// <summary>Performs one line of a commands file; blank lines and comments do nothing.</summary>
    public void Perform(string line)
    {
        if (line.Length == 0 || line[0] == '#') return;
        var words = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var (subject, rest) = Cut(words.Length > 1 ? words[1] : "");
        Try(words[0] == "event" ? null : subject, () => words[0] switch
        {
            _ when subject.Length == 0 => throw Malformed(line),
            "complete" => Complete(subject, rest),
            "timeout" when rest.Length == 0 => new TimeoutBookmark(NextId(), Now, BookmarkOf(subject).Id),
            "event" => new PublishEvent(NextId(), Now, subject, Json(rest)),
            "retry" when rest.Length == 0 => new RetryActivity(NextId(), Now, IncidentOf(subject).ActivityInstanceId),
            _ => throw Malformed(line),
        });
    }

    public void WriteState() => JsonLines.Write(terminal.Out, json =>
    {
        var instance = _instance ?? new WorkflowInstance();
        json.WriteString("status", instance.Status.ToString());
        json.WriteString("subStatus", instance.SubStatus.ToString());
        json.WriteStartArray("openTasks");
        foreach (var bookmark in instance.Bookmarks.Values) json.WriteStringValue(bookmark.ActivityId);
        json.WriteEndArray();
        json.WriteStartObject("variables");
        foreach (var (name, value) in instance.Variables)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
        json.WriteEndObject();
    });

    private DateTimeOffset Now => Begin.AddMinutes(_commands);

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"command-{++_commands}");

    private void Try(string? activityId, Func<WorkflowCommand> command)
    {
        try
        {
            foreach (var e in Engine.Decide(definition, _instance, command()))
            {
                var activity = EventLines.ActivityOf(e, _instance);
                _instance = WorkflowInstance.Apply(_instance, e);
                EventLines.Write(terminal.Out, e, activity);
            }
        }
        catch (RejectedException refused)
        {
            EventLines.WriteRejected(terminal.Out, activityId, refused, terminal.Language);
        }
    }

    private ResumeBookmark Complete(string activityId, string rest)
    {
        var bookmark = BookmarkOf(activityId);
        var (outcome, json) = rest.Length > 0 && rest[0] is '{' or '[' or '"' ? ("", rest) : Cut(rest);
        return new ResumeBookmark(NextId(), Now, bookmark.Id, outcome.Length == 0 ? null : outcome, Json(json));
    }

    private Bookmark BookmarkOf(string activityId) =>
        _instance!.Bookmarks.Values.FirstOrDefault(bookmark => bookmark.ActivityId == activityId)
        ?? throw new RejectedException("not-waiting", new Text(
            $"Bước “{activityId}” không chờ gì. Đang chờ: {Listed(_instance.Bookmarks.Values.Select(b => b.ActivityId))}.",
            $"“{activityId}” is not waiting. Waiting now: {Listed(_instance.Bookmarks.Values.Select(b => b.ActivityId))}."));

    private Incident IncidentOf(string activityId) =>
        _instance!.Incidents.Values.FirstOrDefault(incident => incident.ActivityId == activityId)
        ?? throw new RejectedException("no-incident", new Text(
            $"Bước “{activityId}” không có sự cố. Đang có sự cố: {Listed(_instance.Incidents.Values.Select(i => i.ActivityId))}.",
            $"“{activityId}” has no incident. Incidents now: {Listed(_instance.Incidents.Values.Select(i => i.ActivityId))}."));

    private static string Listed(IEnumerable<string> ids) =>
        string.Join(", ", ids.Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : "-";

    // "5" is text for an input of type String and a number for any other.
    private JsonElement Value(string name, string text)
    {
        var isText = definition.Inputs.FirstOrDefault(input => input.Name == name) is { TypeName: "String", IsArray: false };
        if (isText) return JsonSerializer.SerializeToElement(text);
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }

    private static JsonElement Json(string text)
    {
        try
        {
            return text.Length == 0 ? default : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw new RejectedException("json-malformed", new Text(
                $"“{text}” không phải JSON.", $"“{text}” is not JSON."));
        }
    }

    private static (string Word, string After) Cut(string text)
    {
        var words = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        return (words.Length > 0 ? words[0] : "", words.Length > 1 ? words[1].Trim() : "");
    }

    private static RejectedException Malformed(string line) => new("command-malformed", new Text(
        $"Không hiểu lệnh “{line}”; có thể dùng: complete, timeout, event, retry.",
        $"The command “{line}” is not understood; possible are complete, timeout, event, retry."));
}
