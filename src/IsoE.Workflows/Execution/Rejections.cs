using System.Globalization;

namespace IsoE.Workflows.Execution;

/// <summary>Refusals that several commands share; each says what is possible now.</summary>
internal static class Rejections
{
    public static WorkflowInstance Started(WorkflowInstance? instance) =>
        instance ?? throw new RejectedException("not-started", new Text(
            "Quy trình chưa được khởi tạo. Hãy khởi tạo trước.", "The workflow has not been started. Start it first."));

    /// <summary>The instance, if it can still go on without a retry.</summary>
    public static WorkflowInstance Running(WorkflowInstance? instance)
    {
        var started = Started(instance);
        return started.Ended switch
        {
            null => started,
            WorkflowSubStatus.Faulted => throw new RejectedException("workflow-faulted", new Text(
                $"Quy trình đang dừng vì sự cố. Hãy xử lý rồi thử lại bước: {Incidents(started)}.",
                $"The workflow stands still because of an incident. Mend it and retry: {Incidents(started)}.")),
            WorkflowSubStatus.Cancelled => throw new RejectedException("workflow-ended", new Text(
                "Quy trình đã bị hủy, không còn việc nào để thực hiện.",
                "The workflow has been cancelled; nothing is left to do.")),
            _ => throw new RejectedException("workflow-ended", new Text(
                "Quy trình đã kết thúc, không còn việc nào để thực hiện.",
                "The workflow has finished; nothing is left to do.")),
        };
    }

    /// <summary>The bookmark, or why there is none: used already, or never offered.</summary>
    public static Bookmark Open(WorkflowInstance instance, string bookmarkId)
    {
        if (instance.Bookmarks.TryGetValue(bookmarkId, out var bookmark))
        {
            return bookmark;
        }

        return WasOffered(instance, bookmarkId)
            ? throw new RejectedException("bookmark-used", new Text(
                $"Việc “{bookmarkId}” đã được xử lý hoặc đã hủy. Việc đang chờ: {Waiting(instance)}.",
                $"“{bookmarkId}” has already been dealt with or was cancelled. Waiting now: {Waiting(instance)}."))
            : throw new RejectedException("bookmark-unknown", new Text(
                $"Không có việc “{bookmarkId}”. Việc đang chờ: {Waiting(instance)}.",
                $"There is nothing waiting called “{bookmarkId}”. Waiting now: {Waiting(instance)}."));
    }

    public static string Waiting(WorkflowInstance instance) =>
        instance.Bookmarks.IsEmpty ? "-" : string.Join(", ", instance.Bookmarks.Keys);

    public static string Incidents(WorkflowInstance instance) =>
        instance.Incidents.IsEmpty ? "-" : string.Join(", ", instance.Incidents.Keys);

    private static bool WasOffered(WorkflowInstance instance, string bookmarkId)
    {
        var dash = bookmarkId.LastIndexOf('-');
        return dash > 0
            && int.TryParse(bookmarkId[(dash + 1)..].Split('.')[0], CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= instance.Starts.GetValueOrDefault(bookmarkId[..dash]);
    }
}
