using IsoE.Workflows.Activities;
using Activity = IsoE.Workflows.Definitions.Activity;
using Parallel = IsoE.Workflows.Activities.Parallel;

namespace IsoE.Workflows.Verification.StateSpace;

internal sealed partial class Burst
{
    private void Run(Going going)
    {
        var activity = going.Activity;
        switch (activity.Type)
        {
            case Flowchart:
                StartInside(going, going.Graph.Start is { } start ? [start] : []);
                break;
            case Sequence:
                StartInside(going, [.. activity.Activities.Take(1)]);
                break;
            case Parallel:
                StartInside(going, [.. activity.Activities]);
                break;
            case If:
                StartInside(going, Chosen(going, "condition", 2) == 0 ? Port(activity, "then") : Port(activity, "else"));
                break;
            case Switch:
                RunSwitch(going);
                break;
            case While or ForEach:
                Repeat(going);
                break;
            case Finish or Complete or Fault:
                EndWorkflow(going);
                break;
            default:
                Leave(going);
                break;
        }
    }

    private static Activity[] Port(Activity activity, string name) =>
        activity.Embedded.TryGetValue(name, out var inside) ? [inside] : [];

    private void StartInside(Going going, Activity[] inside)
    {
        going.Awaited = inside.Length;
        if (inside.Length == 0)
        {
            Close(going, ["Done"]);
        }

        foreach (var activity in inside)
        {
            agenda.Enqueue((going, activity));
        }
    }

    private int Chosen(Going going, string condition, int count) =>
        Constants.ValueOf(going.Activity, condition) switch
        {
            true => 0,
            false => 1,
            null => Choose(count, going),
        };

    private void RunSwitch(Going going)
    {
        var ways = SwitchWays(going.Activity);
        var chosen = ways[Choose(ways.Count, going)];
        if (End == BurstEnd.Waits)
        {
            StartInside(going, chosen.Count == 0
                ? [.. going.Activity.Embedded.Values]
                : [.. chosen.Select(i => going.Activity.Cases[i].Activity).OfType<Activity>()]);
        }
    }

    private void Repeat(Going going)
    {
        var again = going.Activity.Embedded.ContainsKey("body")
            && (going.Activity.Type is While ? Chosen(going, "condition", 2) : Choose(2, going)) == 0;
        if (End != BurstEnd.Waits)
        {
            return;
        }

        if (again)
        {
            agenda.Enqueue((going, going.Activity.Embedded["body"]));
        }
        else
        {
            Close(going, ["Done"]);
        }
    }

    private void Leave(Going going)
    {
        var ways = Ways(going);
        var outcomes = ways.Count == 0 ? [] : ways[Choose(ways.Count, going)];
        if (End == BurstEnd.Waits)
        {
            Close(going, outcomes);
        }
    }

    /// <summary>The sets of outcomes an automatic activity may end with.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Ways(Going going)
    {
        var activity = going.Activity;
        var graph = going.Parent?.Activity.Type is Flowchart ? going.Parent.Graph : null;
        return activity.Type switch
        {
            FlowFork => [activity.PossibleOutcomes(graph)],
            FlowSwitch =>
            [
                .. SwitchWays(activity).Select(IReadOnlyList<string> (way) =>
                    way.Count == 0 ? ["Default"] : [.. way.Select(i => activity.Cases[i].Label).Distinct()]),
            ],
            _ => [.. activity.PossibleOutcomes(graph).Select(IReadOnlyList<string> (outcome) => [outcome])],
        };
    }

    /// <summary>The sets of cases that may match, by index; the empty set is the default.</summary>
    private static List<IReadOnlyList<int>> SwitchWays(Activity activity)
    {
        var count = activity.Cases.Count;
        var single = Enumerable.Range(0, count).Select(IReadOnlyList<int> (i) => [i]).Append([]).ToList();
        var any = activity.LiteralText("mode") == SwitchMode.MatchAny;
        return !any || count is < 2 or > 6
            ? single
            : [.. Enumerable.Range(0, 1 << count).Select(IReadOnlyList<int> (set) =>
                [.. Enumerable.Range(0, count).Where(i => (set & (1 << i)) != 0)])];
    }

    private void EndWorkflow(Going going)
    {
        LeftBehind.AddRange(Root!.Waiting.Where(waiting => waiting != going).Select(waiting => waiting.Activity.Id));
        LeftBehind.AddRange(Root.All.SelectMany(open => open.Tokens).Select(token => token.Target));
        Root = null;
        End = BurstEnd.Finished;
    }

    private void ChildCompleted(Going parent, Activity child, IReadOnlyList<string> outcomes)
    {
        switch (parent.Activity.Type)
        {
            case Flowchart or Sequence when child.Type.IsTerminal:
                EndEarly(parent);
                break;
            case Flowchart:
                Emit(parent, child, outcomes);
                agenda.Enqueue((parent, null));
                break;
            case Sequence when parent.Activity.Activities.SkipWhile(a => a != child).Skip(1).FirstOrDefault() is { } next:
                agenda.Enqueue((parent, next));
                break;
            case While or ForEach:
                Repeat(parent);
                break;
            case Parallel or Switch:
                OneLess(parent);
                break;
            default:
                Close(parent, ["Done"]);
                break;
        }
    }

    private void OneLess(Going parent)
    {
        parent.Awaited--;
        if (parent.Awaited == 0)
        {
            Close(parent, ["Done"]);
        }
    }

    private void EndEarly(Going container)
    {
        LeftBehind.AddRange(container.Waiting.Select(waiting => waiting.Activity.Id));
        LeftBehind.AddRange(container.All.SelectMany(open => open.Tokens).Select(token => token.Target));
        container.Inside.Clear();
        container.Tokens.Clear();
        Close(container, ["Done"]);
    }
}
