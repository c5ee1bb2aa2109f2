using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification.Data;
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
                RunIf(going);
                break;
            case Switch:
                RunSwitch(going);
                break;
            case While or ForEach or ParallelForEach:
                Repeat(going);
                break;
            case FlowDecision:
                Decide(going, Condition(activity), holds => [holds ? "True" : "False"]);
                break;
            case FlowSwitch:
                LeaveByCases(going);
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

    private static ActivityInput? Condition(Activity activity) => activity.Inputs.GetValueOrDefault("condition");

    private void RunIf(Going going)
    {
        if (Truth(going, Condition(going.Activity), "") is { } holds)
        {
            Taken.Add((going.Activity.Id, holds ? "then" : "else"));
            StartInside(going, Port(going.Activity, holds ? "then" : "else"));
        }
    }

    private void Decide(Going going, ActivityInput? condition, Func<bool, IReadOnlyList<string>> outcomes)
    {
        if (Truth(going, condition, "") is { } holds)
        {
            Taken.AddRange(outcomes(holds).Select(outcome => (going.Activity.Id, outcome)));
            Close(going, outcomes(holds));
        }
    }

    private void LeaveByCases(Going going)
    {
        if (Matching(going) is { } cases)
        {
            IReadOnlyList<string> outcomes = cases.Count == 0 ? ["Default"] : [.. cases.Select(c => c.Label).Distinct()];
            Taken.AddRange(outcomes.Select(outcome => (going.Activity.Id, outcome)));
            if (cases.Count == 0 && going.IsWithoutDefault)
            {
                Uncover(going);
            }
            else
            {
                Close(going, outcomes);
            }
        }
    }

    // Elsa lets a switch end its branch in silence when no case matches; a procedure must not. Where it cannot be
    // decided whether that happens there is a warning, and it is taken not to happen.
    private void Uncover(Going going)
    {
        if (space.Data.Decides(going.Activity))
        {
            Uncovered.Add((going.Activity, space.Data.Told(going.Activity, Knowledge)));
        }
        else
        {
            End = BurstEnd.SetAside;
        }
    }

    private void RunSwitch(Going going)
    {
        if (Matching(going) is { } cases)
        {
            Taken.AddRange(cases.Select(c => (going.Activity.Id, c.Label)));
            StartInside(going, cases.Count == 0
                ? [.. going.Activity.Embedded.Values]
                : [.. cases.Select(c => c.Activity).OfType<Activity>()]);
        }
    }

    /// <returns>The cases that match; null when this way ends here.</returns>
    private List<SwitchCase>? Matching(Going going)
    {
        var matching = new List<SwitchCase>();
        var any = going.Activity.LiteralText("mode") is SwitchMode.MatchAny or "1";
        for (var i = 0; i < going.Activity.Cases.Count && (any || matching.Count == 0); i++)
        {
            var @case = going.Activity.Cases[i];
            if (Truth(going, @case.Condition, $"{i}/{string.Join(',', matching.Select(c => c.Label))}") is not { } holds)
            {
                return null;
            }

            matching.AddRange(holds ? [@case] : []);
        }

        return matching;
    }

    /// <summary>Whether a condition holds: on what is known, else each way in turn.</summary>
    /// <returns>Null when this way ends here: it was walked before, or the condition cannot be evaluated.</returns>
    private bool? Truth(Going going, ActivityInput? condition, string point)
    {
        if (condition is null)
        {
            return false;
        }

        var inquiry = space.Data.Of(condition);
        if (!space.Data.Decides(inquiry))
        {
            var chosen = Choose(2, going, point);
            return End == BurstEnd.Waits ? chosen == 0 : null;
        }

        return Learn(inquiry, going, point) ? Evaluated(inquiry, going) : null;
    }

    /// <summary>Settles the region of every term the condition reads, each in turn.</summary>
    private bool Learn(Inquiry inquiry, Going going, string point)
    {
        foreach (var term in inquiry.Terms)
        {
            var open = space.Data.Open(term, Knowledge);
            if (open.Count > 0)
            {
                var chosen = Choose(open.Count, going, $"{point}{term}");
                Knowledge = space.Data.With(Knowledge, term, open[chosen]);
            }
        }

        return End == BurstEnd.Waits;
    }

    private bool? Evaluated(Inquiry inquiry, Going going)
    {
        var (holds, failure) = new KnownValues(space.Data, Knowledge).Truth(inquiry);
        if (failure is null)
        {
            return holds;
        }

        Failed.Add((going.Activity, inquiry.Given, failure));
        return null;
    }

    private void Repeat(Going going)
    {
        Knowledge = space.Data.Complete(Knowledge, going.Activity, "", timedOut: false);
        var again = !going.Activity.Embedded.ContainsKey("body") ? false
            : going.Activity.Type is While ? Truth(going, Condition(going.Activity), "")
            : Choose(2, going, "") == 0;
        if (End != BurstEnd.Waits || again is null)
        {
            return;
        }

        if (again.Value)
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
        var outcomes = ways.Count == 0 ? [] : ways[Choose(ways.Count, going, "")];
        if (End == BurstEnd.Waits)
        {
            Knowledge = space.Data.Complete(Knowledge, going.Activity, "", timedOut: false);
            Close(going, outcomes);
        }
    }

    /// <summary>The sets of outcomes an automatic activity may end with.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Ways(Going going)
    {
        var activity = going.Activity;
        var graph = going.Parent?.Activity.Type is Flowchart ? going.Parent.Graph : null;
        return activity.Type is FlowFork
            ? [activity.PossibleOutcomes(graph)]
            : [.. activity.PossibleOutcomes(graph).Select(IReadOnlyList<string> (outcome) => [outcome])];
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
            case While or ForEach or ParallelForEach:
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
