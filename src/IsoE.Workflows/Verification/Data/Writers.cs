using System.Text.Json;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Expressions;
using Activity = IsoE.Workflows.Definitions.Activity;
using UserTask = IsoE.Workflows.Activities.UserTask;
using Wait = IsoE.Workflows.Activities.Wait;

namespace IsoE.Workflows.Verification.Data;

/// <summary>What activities leave in variables and results, as far as the definition and its forms tell.</summary>
internal sealed class Writers(WorkflowDefinition definition, Results results, Naming naming)
{
    private static readonly ValueShape Nothing = new(Values: []);

    /// <summary>The sources the activity itself writes when it completes.</summary>
    public IEnumerable<Source> WrittenBy(Activity activity)
    {
        var references = activity.Type switch
        {
            SetVariable => [activity.Inputs.GetValueOrDefault("variable")?.Reference],
            _ when activity.Waits() || activity.Type is ForEach => activity.OutputBindings.Values,
            _ => Enumerable.Empty<string?>(),
        };
        var variables = references.Select(naming.Reference).OfType<Source>();
        return activity.Waits() ? variables.Append(new Source(SourceKind.Result, activity.Id)) : variables;
    }

    /// <summary>The value when it is wholly known: a literal, or nothing at all. Null when fields are open.</summary>
    public JsonElement? Whole(Written writer) => definition.Activities[writer.ActivityId] switch
    {
        { Type: Wait } when writer.Outcome == EventWait.Timeout => Values.Null,
        { Type: SetVariable } set => set.Inputs.GetValueOrDefault("value") switch
        {
            null => Values.Null,
            { Kind: ExpressionKind.Literal or ExpressionKind.Object } given => given.Value,
            _ => null,
        },
        _ => null,
    };

    /// <summary>The fields that are there whatever was entered; empty for a value nothing is known of.</summary>
    public IReadOnlyDictionary<string, JsonElement> Known(Written writer) =>
        LeavesResult(definition.Activities[writer.ActivityId])
            ? new Dictionary<string, JsonElement>
            {
                ["outcome"] = Values.Of(writer.Outcome.Length > 0 ? writer.Outcome : Regions.OtherText),
                ["by"] = writer.TimedOut ? Values.Null : Values.Of(Regions.OtherText),
                ["at"] = Values.Of(Regions.OtherText),
            }
            : new Dictionary<string, JsonElement>();

    /// <summary>What a term of this writer's value can be.</summary>
    public ValueShape ShapeOf(Written writer, Term term)
    {
        var whole = results.Of(definition.Activities[writer.ActivityId]);
        if (whole.Fields is null || term.Path.Length == 0)
        {
            return ValueShape.Any;
        }

        var field = whole.Fields.GetValueOrDefault(term.Field, Nothing);
        var asked = !writer.TimedOut && (field.AskedWith is null || field.AskedWith.Contains(writer.Outcome));
        return !asked ? Nothing : term.Path.Split('.')[1..].Aggregate(field, (shape, name) =>
            shape.Fields is null ? ValueShape.Any : shape.Fields.GetValueOrDefault(name, Nothing));
    }

    /// <summary>Whether it matters by which outcome, or by whom, the activity gave a source its value.</summary>
    public bool OutcomeMatters(Activity activity, IEnumerable<Term> terms) => terms.Any(term =>
        term.Path is "" or "outcome" || activity.Type is Wait || results.Of(activity).Fields?.GetValueOrDefault(term.Field)?.AskedWith is not null);

    /// <summary>Whether the field follows from who wrote it, whatever the outcome.</summary>
    public static bool IsAlwaysThere(Activity activity, Term term) =>
        LeavesResult(activity) && (term.Path is "by" or "at" || (term.Path == "outcome" && activity.Type is UserTask));

    /// <summary>
    /// Whether a term follows from who wrote it and how. Of a procedure that ended as nobody expected only the way
    /// taken is known, not the outcome.
    /// </summary>
    public bool Follows(Written writer, Term term)
    {
        var activity = definition.Activities[writer.ActivityId];
        return Whole(writer) is not null || IsAlwaysThere(activity, term)
            || (term.Path.Length == 0 && LeavesResult(activity))
            || (term.Path == "outcome" && activity.Type is SubProcedure && (writer.TimedOut
                || (activity.Outcomes?.Contains(writer.Outcome) == true && activity.LiteralText("onTimeout") != writer.Outcome)));
    }

    private static bool LeavesResult(Activity activity) => activity.Type is UserTask or SubProcedure;
}
