using System.Text.Json;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Web.CommandLine;

/// <summary>
/// Engine events as JSON lines: <c>type</c>, <c>activityId</c> (null where no single activity is meant), then the
/// event's own data. A line written by <c>WriteLine</c> has that type and its <c>text</c>.
/// </summary>
internal static class EventLines
{
    /// <param name="before">The state before the event.</param>
    public static string? ActivityOf(WorkflowEvent e, WorkflowInstance? before) => e switch
    {
        ActivityStarted x => x.ActivityId,
        ActivitySuspended x => x.Bookmark.ActivityId,
        ActivityResumed x => ActivityOf(x.ActivityInstanceId, before),
        ActivityCompleted x => ActivityOf(x.ActivityInstanceId, before),
        ActivityCanceled x => ActivityOf(x.ActivityInstanceId, before),
        ActivityFaulted x => ActivityOf(x.ActivityInstanceId, before),
        ActivityRetried x => ActivityOf(x.ActivityInstanceId, before),
        ActivityStateSet x => ActivityOf(x.ActivityInstanceId, before),
        BookmarkRevised x => x.Bookmark.ActivityId,
        LineWritten x => ActivityOf(x.ActivityInstanceId, before),
        NotificationRequested x => ActivityOf(x.ActivityInstanceId, before),
        RecordIssued x => ActivityOf(x.ActivityInstanceId, before),
        TokenEmitted x => x.SourceActivityId,
        _ => null,
    };

    public static void Write(TextWriter output, WorkflowEvent e, string? activityId) => JsonLines.Write(output, json =>
    {
        json.WriteString("type", e is LineWritten ? "WriteLine" : WorkflowEventJson.TypeName(e));
        json.WriteString("activityId", activityId);
        if (e is LineWritten line)
        {
            json.WriteString("text", line.Line);
            return;
        }
        using var data = JsonDocument.Parse(WorkflowEventJson.Write(e));
        foreach (var field in data.RootElement.EnumerateObject().Where(field => field.Name is not ("type" or "activityId")))
            field.WriteTo(json);
    });

    public static void WriteRejected(TextWriter output, string? activityId, RejectedException refused, string language) =>
        JsonLines.Write(output, json =>
        {
            json.WriteString("type", "Rejected");
            json.WriteString("activityId", activityId);
            json.WriteString("code", refused.Code);
            json.WriteString("reason", refused.Reason.In(language));
        });

    private static string? ActivityOf(string activityInstanceId, WorkflowInstance? state) =>
        state?.Activities.GetValueOrDefault(activityInstanceId)?.ActivityId;
}
