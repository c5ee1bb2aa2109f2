using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing.Steps;

namespace IsoE.Workflows.Editing.Ways;

/// <summary>Puts a parallel part onto a spot: a fork, a first step on each branch, and a join that waits for all.</summary>
public sealed record AddParallel(Spot At, IReadOnlyList<Text> FirstSteps) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        if (FirstSteps.Count(step => step.Vi.Trim().Length > 0) < 2)
        {
            throw new RejectedException("branches-missing", new Text(
                "Làm song song cần ít nhất hai việc. Hãy nhập tên bước đầu của từng nhánh.",
                "Working in parallel takes two steps at least. Enter the first step of each branch."));
        }

        var (after, _) = flow.Resolve(At);
        var (fork, join) = (flow.NewId("fork"), flow.NewId("join"));
        var branches = new List<string>();
        flow.Add(fork, "Elsa.FlowFork", new Text("Làm song song", "In parallel"), after, new JsonObject { ["branches"] = FlowEditing.Literal("String[]", new JsonArray()) });
        flow.Add(join, "Elsa.FlowJoin", new Text("Chờ các nhánh", "Wait for the branches"), fork, new JsonObject { ["mode"] = FlowEditing.Literal("String", "WaitAll") });
        flow.Place(fork, ["Done"], At, exit: join);
        foreach (var title in FirstSteps.Where(step => step.Vi.Trim().Length > 0))
        {
            AddBranch.Write(flow, fork, title, join, branches);
        }
    }
}

/// <summary>Adds a branch with a first step to a fork; it leads to the join the other branches meet at.</summary>
public sealed record AddBranch(string Fork, Text FirstStep) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var fork = Branches.Expect(flow.Get(Fork));
        var meeting = flow.IsReachable(Fork) ? Dominators.After(flow.Graph).Of(Fork) : null;
        var join = meeting is not null && flow.Get(meeting).Type.TypeName == "Elsa.FlowJoin" ? meeting : null;
        Write(flow, Fork, FirstStep, join, [.. fork]);
    }

    internal static void Write(FlowEditing flow, string fork, Text title, string? join, List<string> branches)
    {
        var step = AddStep.Write(flow, StepKind.UserTask, title, fork);
        branches.Add(ReadableId.Unique(ReadableId.Pascal(step), branches.Contains, ""));
        flow.SetLiteral(fork, "branches", new JsonArray([.. branches.Select(branch => (JsonNode?)branch)]));
        flow.Connect(fork, branches[^1], step);
        if (join is not null)
        {
            flow.Connect(step, AddStep.MainPort(StepKind.UserTask), join);
        }
    }
}

/// <summary>Takes a branch from a fork, with the steps that nothing else leads to.</summary>
public sealed record RemoveBranch(string Fork, string Branch) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var branches = Branches.Expect(flow.Get(Fork));
        if (!branches.Contains(Branch) || branches.Count < 3)
        {
            throw new RejectedException("branches-missing", new Text(
                "Phần song song phải còn ít nhất hai nhánh. Hãy bỏ cả phần song song, hoặc thêm nhánh khác trước.",
                "A parallel part keeps two branches at least. Remove the whole part, or add another branch first."));
        }

        var reached = flow.IsReachable(Fork) ? flow.Graph.ReachableFrom([flow.Graph.Start!.Id]) : new HashSet<string>();
        flow.LeadOn(Fork, Branch, []);
        flow.SetLiteral(Fork, "branches", new JsonArray([.. branches.Where(branch => branch != Branch).Select(branch => (JsonNode?)branch)]));
        var still = Branches.ReachableNow(flow);
        foreach (var id in reached.Where(id => !still.Contains(id)).ToList())
        {
            DeleteActivity.Remove(flow, flow.Get(id), null);
        }
    }
}

/// <summary>The branches of forks as an author declares them.</summary>
internal static class Branches
{
    public static IReadOnlyList<string> Expect(Activity activity) =>
        activity.Type.TypeName == "Elsa.FlowFork" && activity.LiteralTexts("branches") is { Count: > 0 } branches
            ? branches
            : throw new RejectedException("not-a-fork", new Text(
                $"Các nhánh của “{activity.Id}” không sửa được trong bảng. Hãy chỉnh trong Studio.",
                $"The branches of “{activity.Id}” cannot be edited in the table. Edit them in Studio."));

    /// <summary>What the start leads to as the lines stand now.</summary>
    public static HashSet<string> ReachableNow(FlowEditing flow)
    {
        var ways = flow.Links.ToLookup(link => link.Source, link => link.Target, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([flow.Graph.Start!.Id]);
        while (open.TryPop(out var id))
        {
            if (reached.Add(id))
            {
                foreach (var target in ways[id])
                {
                    open.Push(target);
                }
            }
        }

        return reached;
    }
}
