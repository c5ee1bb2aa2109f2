using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Quality.Actions;

/// <summary>Actions as a part of a report.</summary>
internal static class ActionTable
{
    public static ReportPart Of(Text name, IReadOnlyList<AssignedAction> actions)
    {
        var (done, late) = (actions.Count(action => action.IsDone), actions.Count(action => action is { IsOpen: true, IsLate: true }));
        return new ReportPart(
            name,
            [new($"{actions.Count} việc, {done} đã xong, {late} quá hạn chưa xong.", $"{Wording.Count(actions.Count, "action")}, {done} done, {late} late and not done.")],
            [new("Việc", "Action"), new("Đơn vị", "Unit"), new("Hạn", "Due"), new("Tình trạng", "State"), new("Kết quả, bằng chứng", "Result, evidence"), new("Theo hồ sơ", "Decided in")],
            [.. actions.Select(Row)]);
    }

    private static IReadOnlyList<Text> Row(AssignedAction action) =>
    [
        action.What,
        action.Unit,
        ReportPart.Day(action.DueOn),
        action.Task.DoneAt is { } at ? new($"{action.State.Vi} {ReportPart.Day(at).Vi}", $"{action.State.En} {ReportPart.Day(at).En}") : action.State,
        action.Done.Count == 0 ? ReportPart.Same(null) : new(
            string.Join('\n', action.Done.Select(each => $"{each.Key.Vi}: {each.Value.Vi}")), string.Join('\n', action.Done.Select(each => $"{each.Key.En}: {each.Value.En}"))),
        ReportPart.Same(action.Dossier.Code),
    ];
}
