using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;
using IsoE.Workflows.Verification.Data;
using IsoE.Workflows.Verification.StateSpace;

namespace IsoE.Workflows.Logs.Conformance;

/// <summary>A move the model allows.</summary>
/// <param name="Activity">The step done; null for a move that leaves no event.</param>
/// <param name="To">The state after it.</param>
public readonly record struct ModelMove(string? Activity, int To);

/// <summary>Every order of steps a procedure allows, as states and moves; state 0 is the beginning.</summary>
/// <param name="Moves">The moves of each state.</param>
/// <param name="Ends">States in which a run may end.</param>
public sealed record ProcedureModel(IReadOnlyList<IReadOnlyList<ModelMove>> Moves, IReadOnlySet<int> Ends)
{
    /// <summary>The steps that leave events.</summary>
    public IReadOnlySet<string> Activities { get; } =
        Moves.SelectMany(moves => moves).Select(move => move.Activity).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The state space of a definition with every order of parallel steps. Each step may end with each of its outcomes,
    /// and every condition may go every way: a log does not tell the values that decided.
    /// </summary>
    /// <exception cref="RejectedException"><c>model-too-large</c>, <c>model-unsound</c>.</exception>
    public static ProcedureModel Of(WorkflowDefinition definition)
    {
        var data = new DataModel(definition, VerificationContext.None, _ => false);
        var exploration = Exploration.Of(definition.Root, new Space(data), (_, _) => { }, everyOrder: true);
        if (!exploration.IsComplete) throw TooLarge();
        var numbers = exploration.States.Select((state, index) => (state, index)).ToDictionary(each => each.state, each => each.index + 1);
        if (numbers.Keys.Any(state => state.IsBroken) || exploration.Endless.Count > 0) throw Unsound();
        List<IReadOnlyList<ModelMove>> moves = [[.. numbers.Where(each => each.Key.From is null).Select(each => new ModelMove(null, each.Value))]];
        moves.AddRange(numbers.Keys.Select(state => (IReadOnlyList<ModelMove>)
            [.. state.Next.Select(next => new ModelMove(next.Arrived.Move?.ActivityId, numbers[next.To])).Distinct()]));
        return new ProcedureModel(moves, numbers.Where(each => each.Key.Root is null).Select(each => each.Value).ToHashSet());
    }

    /// <summary>The same with only these steps leaving events: what a log cannot show is not asked of it.</summary>
    public ProcedureModel Observing(IReadOnlySet<string> activities) => new(
        [.. Moves.Select(moves => (IReadOnlyList<ModelMove>)
            [.. moves.Select(move => move.Activity is { } done && !activities.Contains(done) ? move with { Activity = null } : move).Distinct()])],
        Ends);

    private static RejectedException TooLarge() => new("model-too-large", new Text(
        "Quy trình có quá nhiều trạng thái để đối chiếu từng bước. Hãy chia quy trình hoặc chọn quy trình khác.",
        "The procedure has too many states to be compared step by step. Split it, or choose another."));

    private static RejectedException Unsound() => new("model-unsound", new Text(
        "Lưu đồ của quy trình còn lỗi nên không dùng để đối chiếu được. Hãy chạy kiểm tra quy trình và sửa trước.",
        "The flow of the procedure has errors, so nothing can be compared with it. Verify and mend it first."));
}
