using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows.Activities;

namespace IsoE.Workflows.Execution;

/// <summary>Resumes what waits: by a person, an answer, an event or the passing of time.</summary>
internal static class Resuming
{
    public static void Perform(Burst burst, WorkflowInstance instance, ResumeBookmark command)
    {
        var bookmark = Rejections.Open(instance, command.BookmarkId);
        var outcome = Chosen(burst, bookmark, command.Outcome);
        var output = bookmark.Wait is UserTask or SubProcedureWait
            ? Result(command.At, command.Outcome ?? outcome, command.Output)
            : command.Output;
        Resume(burst, bookmark, outcome, output, timedOut: false);
    }

    public static void Perform(Burst burst, WorkflowInstance instance, TimeoutBookmark command)
    {
        var bookmark = Rejections.Open(instance, command.BookmarkId);
        var outcome = TimeoutOutcome(bookmark);
        var output = bookmark.Wait is UserTask or SubProcedureWait
            ? Result(command.At, outcome, Values.Null)
            : Values.Null;
        Resume(burst, bookmark, outcome, output, timedOut: true);
    }

    public static void Perform(Burst burst, WorkflowInstance instance, PublishEvent command)
    {
        var waiting = instance.Bookmarks.Values.Where(b => b.Wait is EventWait e && e.EventName == command.EventName).ToList();
        if (waiting.Count == 0)
        {
            var awaited = instance.Bookmarks.Values.Select(b => (b.Wait as EventWait)?.EventName).OfType<string>().Distinct();
            var list = string.Join(", ", awaited) is { Length: > 0 } names ? names : "-";
            throw new RejectedException("event-not-awaited", new Text(
                $"Không bước nào chờ sự kiện “{command.EventName}”. Đang chờ: {list}.",
                $"Nothing waits for the event “{command.EventName}”. Awaited now: {list}."));
        }

        // One resumed branch may end another that waited for the same event.
        foreach (var bookmark in waiting.Where(b => burst.State.Bookmarks.ContainsKey(b.Id)))
        {
            Resume(burst, bookmark, ((EventWait)bookmark.Wait).Outcome, command.Payload, timedOut: false);
        }
    }

    /// <summary>Burns the bookmark and lets its activity complete with the outcome.</summary>
    public static void Resume(Burst burst, Bookmark bookmark, string outcome, JsonElement output, bool timedOut)
    {
        var result = Values.Keep(output);
        var id = bookmark.ActivityInstanceId;
        burst.Raise(new ActivityResumed(id, bookmark.Id, outcome, result, timedOut));
        burst.Attempt(id, run =>
        {
            run.Bind("result", result);
            run.Complete(outcome);
        });
    }

    /// <summary>What a task leaves: <c>{outcome, by, at, ...fields entered}</c>.</summary>
    private static JsonElement Result(DateTimeOffset at, string outcome, JsonElement output)
    {
        var entered = output.ValueKind == JsonValueKind.Object ? JsonObject.Create(output)! : [];
        var result = new JsonObject
        {
            ["outcome"] = outcome,
            ["by"] = entered["by"]?.DeepClone(),
            ["at"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in entered.Where(f => !result.ContainsKey(f.Key)).ToList())
        {
            result[name] = value?.DeepClone();
        }

        if (output.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            result["value"] = JsonNode.Parse(output.GetRawText());
        }

        return Values.Of(result);
    }

    private static string Chosen(Burst burst, Bookmark bookmark, string? asked)
    {
        if (bookmark.Wait is DelayWait)
        {
            throw new RejectedException("waits-for-time", new Text(
                $"“{bookmark.Id}” chỉ chờ đến giờ, không ai hoàn thành được.",
                $"“{bookmark.Id}” waits for its time to come; nobody can complete it."));
        }

        var offered = Offered(bookmark.Wait);
        var outcome = asked ?? (offered.Count == 1 ? offered[0] : null);
        return outcome switch
        {
            null => throw new RejectedException("outcome-missing", new Text(
                $"Việc “{bookmark.Id}” cần một kết quả: {string.Join(", ", offered)}.",
                $"“{bookmark.Id}” needs an outcome: {string.Join(", ", offered)}.")),
            _ when offered.Contains(outcome) => outcome,
            _ when bookmark.Wait is SubProcedureWait sub => AnyOther(burst, bookmark, sub),
            _ => throw new RejectedException("outcome-unknown", new Text(
                $"Việc “{bookmark.Id}” không có kết quả “{outcome}”. Có thể chọn: {string.Join(", ", offered)}.",
                $"“{bookmark.Id}” has no outcome “{outcome}”. It offers: {string.Join(", ", offered)}.")),
        };
    }

    /// <summary>Whether what waits can end with the outcome, by somebody or by time.</summary>
    public static bool Offers(Wait wait, string outcome) => wait switch
    {
        EventWait { Outcome: EventWait.Received } => outcome is EventWait.Received or EventWait.Timeout,
        SubProcedureWait => outcome == "Done" || Offered(wait).Contains(outcome),
        _ => Offered(wait).Contains(outcome),
    };

    /// <summary>
    /// An outcome that is not told apart takes Done. Where Done leads nowhere the step goes on as if no answer had
    /// come, by the outcome of its timeout: a procedure that was stopped must not end this one in silence.
    /// </summary>
    private static string AnyOther(Burst burst, Bookmark bookmark, SubProcedureWait sub)
    {
        var container = burst.State.Activities[bookmark.ActivityInstanceId].ParentId is { } parent ? burst.RunOf(parent).Activity : null;
        var leadsNowhere = container?.Type is Flowchart && !container.Connections.Any(c => c.Source == bookmark.ActivityId && c.Port == "Done");
        return leadsNowhere && sub.Outcomes.Contains(sub.OnTimeout) ? sub.OnTimeout : "Done";
    }

    private static IReadOnlyList<string> Offered(Wait wait) => wait switch
    {
        UserTask task => task.Outcomes,
        SubProcedureWait { Outcomes.Count: > 0 } sub => sub.Outcomes,
        EventWait e => [e.Outcome],
        _ => ["Done"],
    };

    private static string TimeoutOutcome(Bookmark bookmark) => bookmark.Wait switch
    {
        UserTask task => Taken(bookmark, task.DueOn ?? task.TimeLimit, task.OnTimeout),
        SubProcedureWait sub => Taken(bookmark, sub.TimeLimit, sub.OnTimeout),
        EventWait { TimeLimit: not null, Outcome: EventWait.Received } => EventWait.Timeout,
        DelayWait => "Done",
        _ => throw NoLimit(bookmark),
    };

    private static string Taken(Bookmark bookmark, string? limit, string onTimeout) => onTimeout switch
    {
        _ when limit is null => throw NoLimit(bookmark),
        Timeouts.Warn => throw new RejectedException("timeout-warns", new Text(
            $"Việc “{bookmark.Id}” quá hạn chỉ được nhắc, không tự chuyển bước.",
            $"“{bookmark.Id}” only warns when it is overdue; it does not go on by itself.")),
        Timeouts.Escalate => throw new RejectedException("timeout-escalates", new Text(
            $"Việc “{bookmark.Id}” quá hạn thì báo cấp trên, không tự chuyển bước.",
            $"“{bookmark.Id}” is escalated when it is overdue; it does not go on by itself.")),
        _ => onTimeout,
    };

    private static RejectedException NoLimit(Bookmark bookmark) => new("no-time-limit", new Text(
        $"Việc “{bookmark.Id}” không có thời hạn.", $"“{bookmark.Id}” has no time limit."));
}
