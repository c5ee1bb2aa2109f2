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
internal sealed class Writers(WorkflowDefinition definition, VerificationContext context, Naming naming)
{
    private static readonly ValueShape Nothing = new(Values: []);

    private static readonly string[] Always = ["outcome", "by", "at"];

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
                ["outcome"] = Values.Of(writer.Outcome),
                ["by"] = writer.TimedOut ? Values.Null : Values.Of(Regions.OtherText),
                ["at"] = Values.Of(Regions.OtherText),
            }
            : new Dictionary<string, JsonElement>();

    /// <summary>What a term of this writer's value can be.</summary>
    public ValueShape ShapeOf(Written writer, Term term)
    {
        var activity = definition.Activities[writer.ActivityId];
        if (!LeavesResult(activity))
        {
            return ValueShape.Any;
        }

        var field = activity.Type is UserTask ? FormField(activity, term) : ValueShape.Any;
        var asked = !writer.TimedOut && (field.AskedWith is null || field.AskedWith.Contains(writer.Outcome));
        return asked ? field : Nothing;
    }

    /// <summary>Whether it matters by which outcome, or by whom, the activity gave a source its value.</summary>
    public bool OutcomeMatters(Activity activity, IEnumerable<Term> terms) => terms.Any(term =>
        term.Path is "" or "outcome" || activity.Type is Wait || FormField(activity, term).AskedWith is not null);

    public static bool IsAlwaysThere(Activity activity, Term term) => LeavesResult(activity) && Always.Contains(term.Path);

    private static bool LeavesResult(Activity activity) => activity.Type is UserTask or SubProcedure;

    private ValueShape FormField(Activity activity, Term term)
    {
        if (activity.Type is not UserTask)
        {
            return ValueShape.Any;
        }

        if (context.TaskForms is not { } forms || activity.IsComputed("form"))
        {
            return ValueShape.Any;
        }

        return activity.LiteralText("form") is not { } form ? Nothing
            : forms.GetValueOrDefault(form)?.Fields is { } fields ? fields.GetValueOrDefault(term.Field, Nothing)
            : ValueShape.Any;
    }
}
