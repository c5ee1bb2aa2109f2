using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification.StateSpace;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>The sentences of <see cref="Soundness"/>, each with the way to the trouble.</summary>
internal static class SoundnessFindings
{
    public static Finding Deadlock(Reached state, string merge, IReadOnlyList<Connection> missing)
    {
        var branches = string.Join(", ", missing.Select(c => $"{c.Source} ({c.Port})"));
        return Made(FindingCodes.Deadlock, state, [merge, .. missing.Select(c => c.Source)], new Text(
            $"Bước “{merge}” chờ mãi nhánh không thể đến nữa: {branches}. Hãy nối các nhánh lại trước, hoặc đổi cách gộp.",
            $"'{merge}' waits for ever for a branch that can no longer arrive: {branches}. Let the branches meet before, or change how they join."));
    }

    public static Finding Doubled(Reached state, string id) => Made(FindingCodes.LackOfSynchronisation, state, [id], new Text(
        $"Bước “{id}” được mở lần nữa khi lần trước chưa xong: các nhánh song song gặp nhau ở đây mà không có bước gộp chờ tất cả.",
        $"'{id}' is reached again while it is still open: parallel branches meet here without a join that waits for all."));

    public static Finding LeftBehind(Reached state, Burst burst)
    {
        var left = burst.LeftBehind.Distinct().ToList();
        var end = burst.Started[^1];
        return Made(FindingCodes.LeftBehind, state, [end, .. left], new Text(
            $"Quy trình kết thúc tại “{end}” khi còn việc dang dở: {string.Join(", ", left)}. Hãy gộp các nhánh trước khi kết thúc.",
            $"The flow ends at '{end}' while something is still under way: {string.Join(", ", left)}. Join the branches before the end."));
    }

    public static Finding Endless(Reached? from, Move? move, IReadOnlyList<string> loop)
    {
        var before = from?.Path ?? FlowPath.None;
        var place = move is null ? new Text("ngay khi bắt đầu", "at the start") : new Text(
            $"sau “{move.ActivityId}” ({move.Outcome})", $"after '{move.ActivityId}' ({move.Outcome})");
        return new Finding(FindingCodes.Livelock, Severity.Refusal, new Text(
            $"Các bước tự động lặp mãi {place.Vi} mà không chờ ai; vòng lặp cần một bước có người quyết định.",
            $"Automatic activities go round for ever {place.En}; the loop needs a step where a person decides."),
            [.. loop])
        {
            Path = before with { ActivityIds = [.. before.ActivityIds, .. loop] },
            Moves = [.. from?.Moves ?? [], .. move is null ? Array.Empty<Move>() : [move]],
        };
    }

    public static Finding Stuck(Reached state)
    {
        var waiting = state.Root!.Waiting.Select(going => going.Activity.Id).Distinct().ToList();
        var tokens = state.Root.All.SelectMany(going => going.Tokens).Select(token => token.Target).Distinct().ToList();
        return waiting.Count == 0
            ? Made(FindingCodes.Deadlock, state, tokens, new Text(
                $"Quy trình dừng lại và không gì đưa đi tiếp được; đang đứng trước: {string.Join(", ", tokens)}.",
                $"The flow stands still and nothing can move it; it stands before: {string.Join(", ", tokens)}."))
            : Made(FindingCodes.Livelock, state, waiting, new Text(
                $"Từ đây dù chọn kết quả nào cũng không đến được điểm kết thúc: {string.Join(", ", waiting)}.",
                $"From here no outcome leads to an end any more: {string.Join(", ", waiting)}."));
    }

    public static Finding NeverStarts(string id) => new(FindingCodes.NeverRuns, Severity.Refusal, new Text(
        $"Bước “{id}” có đường đến nhưng không bao giờ được thực hiện.",
        $"'{id}' can be reached on the diagram but is never carried out."), [id]);

    private static Finding Made(string code, Reached state, IReadOnlyList<string> trouble, Text message) =>
        new(code, Severity.Refusal, message, [.. trouble.Distinct()]) { Path = state.Path, Moves = state.Moves };
}
