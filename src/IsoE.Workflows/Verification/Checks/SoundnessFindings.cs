using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification.StateSpace;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>The sentences of <see cref="Soundness"/>, each with the way to the trouble.</summary>
internal sealed class SoundnessFindings(WorkflowDefinition definition)
{
    public Finding Deadlock(Reached state, string merge, IReadOnlyList<Connection> missing)
    {
        var (at, branches) = (Called(merge), Listed(missing.Select(Branch)));
        return Made(FindingCodes.Deadlock, state, [merge, .. missing.Select(c => c.Source)], new Text(
            $"Bước “{at.Vi}” chờ mãi nhánh không thể đến nữa: {branches.Vi}. Hãy nối các nhánh lại trước, hoặc đổi cách gộp.",
            $"'{at.En}' waits for ever for a branch that can no longer arrive: {branches.En}. Let the branches meet before, or change how they join."));
    }

    public static Finding Fails(Reached state, Activity activity, ActivityInput input, Text reason) =>
        Made(FindingCodes.ExpressionFails, state, [activity.Id], new Text(
            $"Bước “{activity.Called().Vi}” không tính được “{input.Name}” trên đường này, vì giá trị mà biểu thức đọc chưa có: {reason.Vi}",
            $"'{activity.Called().En}' cannot evaluate '{input.Name}' on this way, because what it reads has not been given: {reason.En}"));

    public static Finding Uncovered(Reached state, Activity activity, Text values) =>
        Made(FindingCodes.NotExhaustive, state, [activity.Id], new Text(
            $"“{activity.Called().Vi}” không có lối đi cho mọi giá trị{(values.Vi.Length > 0 ? $", ví dụ khi {values.Vi}" : "")}; hãy thêm trường hợp hoặc nối lối Default.",
            $"'{activity.Called().En}' has no way out for every value{(values.En.Length > 0 ? $", for example when {values.En}" : "")}; add a case or connect Default."));

    public Finding Doubled(Reached state, string id) => Made(FindingCodes.LackOfSynchronisation, state, [id], new Text(
        $"Bước “{Called(id).Vi}” được mở lần nữa khi lần trước chưa xong: các nhánh song song gặp nhau ở đây mà không có bước gộp chờ tất cả.",
        $"'{Called(id).En}' is reached again while it is still open: parallel branches meet here without a join that waits for all."));

    public Finding LeftBehind(Reached state, Burst burst)
    {
        var left = burst.LeftBehind.Distinct().ToList();
        var (end, names) = (burst.Started[^1], Listed(left.Select(Called)));
        return Made(FindingCodes.LeftBehind, state, [end, .. left], new Text(
            $"Quy trình kết thúc tại “{Called(end).Vi}” khi còn việc dang dở: {names.Vi}. Hãy gộp các nhánh trước khi kết thúc.",
            $"The flow ends at '{Called(end).En}' while something is still under way: {names.En}. Join the branches before the end."));
    }

    public Finding Endless(Reached? from, Move? move, IReadOnlyList<string> loop)
    {
        var before = from?.Path ?? FlowPath.None;
        var last = move ?? (from?.Moves is [.., var earlier] ? earlier : null);
        var place = last is null ? new Text("ngay khi bắt đầu", "at the start") : new Text(
            $"sau “{Called(last.ActivityId).Vi}” ({Outcome(last).Vi})", $"after '{Called(last.ActivityId).En}' ({Outcome(last).En})");
        return new Finding(FindingCodes.Livelock, Severity.Refusal, new Text(
            $"Các bước tự động lặp mãi {place.Vi} mà không chờ ai; vòng lặp cần một bước có người quyết định.",
            $"Automatic activities go round for ever {place.En}; the loop needs a step where a person decides."),
            [.. loop])
        {
            Path = before with { ActivityIds = [.. before.ActivityIds, .. loop] },
            Moves = [.. from?.Moves ?? [], .. move is null ? Array.Empty<Move>() : [move]],
        };
    }

    public Finding Stuck(Reached state)
    {
        var waiting = state.Root!.Waiting.Select(going => going.Activity.Id).Distinct().ToList();
        var tokens = state.Root.All.SelectMany(going => going.Tokens).Select(token => token.Target).Distinct().ToList();
        var (open, before) = (Listed(waiting.Select(Called)), Listed(tokens.Select(Called)));
        return waiting.Count == 0
            ? Made(FindingCodes.Deadlock, state, tokens, new Text(
                $"Quy trình dừng lại và không gì đưa đi tiếp được; đang đứng trước: {before.Vi}.",
                $"The flow stands still and nothing can move it; it stands before: {before.En}."))
            : Made(FindingCodes.Livelock, state, waiting, new Text(
                $"Từ đây dù chọn kết quả nào cũng không đến được điểm kết thúc: {open.Vi}.",
                $"From here no outcome leads to an end any more: {open.En}."));
    }

    public static Finding NeverStarts(Activity activity) => new(FindingCodes.NeverRuns, Severity.Refusal, new Text(
        $"Bước “{activity.Called().Vi}” có đường đến nhưng không bao giờ được thực hiện.",
        $"'{activity.Called().En}' can be reached on the diagram but is never carried out."), [activity.Id]);

    public static Finding ConditionsNotFollowed() => new(FindingCodes.ConditionsNotFollowed, Severity.Warning, new Text(
        "Có quá nhiều tổ hợp giá trị nên điều kiện không được xét; dù rẽ nhánh thế nào lưu đồ vẫn kết thúc đúng.",
        "There are too many combinations of values to follow the conditions; however the branches are taken, the flow ends properly."),
        []);

    public static Finding TooMany() => new(FindingCodes.TooManyStates, Severity.Refusal, new Text(
        "Lưu đồ có quá nhiều trạng thái nên không chứng minh được là luôn kết thúc đúng; hãy tách các nhánh song song phụ thuộc lẫn nhau thành quy trình con.",
        "The flow has too many states to prove that it always ends properly; move parallel branches that depend on each other into sub-procedures."),
        []);

    private Text Called(string id) => definition.Activities[id].Called();

    private Text Outcome(Move move) => definition.Activities[move.ActivityId].OutcomeCalled(move.Outcome);

    private Text Branch(Connection connection)
    {
        var (source, outcome) = (Called(connection.Source), definition.Activities[connection.Source].OutcomeCalled(connection.Port));
        return new Text($"{source.Vi} ({outcome.Vi})", $"{source.En} ({outcome.En})");
    }

    private static Text Listed(IEnumerable<Text> texts) =>
        texts.Aggregate(new Text("", ""), (all, text) => all.Vi.Length == 0 ? text : new Text($"{all.Vi}, {text.Vi}", $"{all.En}, {text.En}"));

    private static Finding Made(string code, Reached state, IReadOnlyList<string> trouble, Text message) =>
        new(code, Severity.Refusal, message, [.. trouble.Distinct()]) { Path = state.Path, Moves = state.Moves };
}
