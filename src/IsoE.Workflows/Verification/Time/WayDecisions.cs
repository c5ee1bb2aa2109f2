using IsoE.Workflows.Activities;
using IsoE.Workflows.Verification.Data;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Time;

/// <summary>How a way through a flowchart can go on behind each activity, by what was decided and entered before on it.</summary>
internal sealed class WayDecisions(DataModel data, Activity flowchart, string caseId)
{
    private readonly Liveness liveness = new(data);

    public Knowledge AtStart => data.Given("case", Values.Of(caseId));

    /// <summary>The sets of outcomes the activity may end with, and what is known then.</summary>
    public IEnumerable<(IReadOnlyList<string> Outcomes, Knowledge Knowledge)> After(Activity activity, Knowledge knowledge)
    {
        if (activity.Type is FlowDecision or FlowSwitch && data.Decides(activity))
        {
            return Settled(activity, 0, knowledge).Select(settled => ((IReadOnlyList<string>)Taken(activity, settled), settled));
        }

        var outcomes = activity.PossibleOutcomes(FlowGraphOf);
        return activity.Waits()
            ? outcomes.SelectMany(outcome => Completed(activity, outcome, knowledge))
            : [(outcomes, data.Complete(knowledge, activity, "", timedOut: false))];
    }

    /// <summary>Only what is still asked for from the activity on.</summary>
    public Knowledge Kept(string id, Knowledge knowledge) => knowledge.Only(liveness.Before(flowchart, id));

    private Execution.FlowGraph FlowGraphOf => Execution.FlowGraph.Of(flowchart);

    private IEnumerable<(IReadOnlyList<string>, Knowledge)> Completed(Activity activity, string outcome, Knowledge knowledge)
    {
        yield return ([outcome], data.Complete(knowledge, activity, outcome, timedOut: false));
        if (activity.TimesOutWith(outcome))
        {
            yield return ([outcome], data.Complete(knowledge, activity, outcome, timedOut: true));
        }
    }

    private IEnumerable<Knowledge> Settled(Activity activity, int index, Knowledge knowledge)
    {
        var terms = data.TermsOf(activity);
        if (index == terms.Count)
        {
            return [knowledge];
        }

        var open = data.Open(terms[index], knowledge);
        return open.Count == 0
            ? Settled(activity, index + 1, knowledge)
            : open.SelectMany(value => Settled(activity, index + 1, data.With(knowledge, terms[index], value)));
    }

    // A condition that cannot be evaluated is a finding elsewhere; here the way ends.
    private List<string> Taken(Activity activity, Knowledge knowledge)
    {
        var values = new KnownValues(data, knowledge);
        var truths = DataModel.ConditionsOf(activity).Select(input => values.Truth(data.Of(input))).ToList();
        if (truths.Exists(truth => truth.Failure is not null))
        {
            return [];
        }

        if (activity.Type is FlowDecision)
        {
            return [truths is [{ Holds: true }] ? "True" : "False"];
        }

        var matching = activity.Cases.Where((_, i) => truths[i].Holds).Select(c => c.Label).ToList();
        return matching.Count == 0 ? ["Default"]
            : activity.LiteralText("mode") is SwitchMode.MatchAny or "1" ? matching
            : [matching[0]];
    }
}
