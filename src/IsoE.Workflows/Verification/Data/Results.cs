using IsoE.Workflows.Activities;
using IsoE.Workflows.Expressions;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Data;

/// <summary>What the results of steps hold, by the forms and answers of the ISO texts.</summary>
internal sealed class Results(VerificationContext context)
{
    /// <summary>The shape of an activity's result; its fields are null when nothing is known of them.</summary>
    public ValueShape Of(Activity activity) => activity.Type switch
    {
        UserTask or Wait => OfForm(activity),
        SubProcedure => OfAnswer(activity),
        _ => ValueShape.Any,
    };

    private ValueShape OfForm(Activity activity)
    {
        if (context.TaskForms is not { } forms || activity.IsComputed("form"))
        {
            return ValueShape.Any;
        }

        var form = activity.LiteralText("form");
        return form is null ? (activity.Type is UserTask ? With(activity, new Dictionary<string, ValueShape>()) : ValueShape.Any)
            : forms.GetValueOrDefault(form)?.Fields is { } fields ? With(activity, fields)
            : ValueShape.Any;
    }

    private ValueShape OfAnswer(Activity activity) =>
        context.Procedures?.GetValueOrDefault(activity.LiteralText("procedure") ?? "") is { Answer: { Fields.Count: > 0 } answer }
            ? With(activity, new Dictionary<string, ValueShape> { ["answer"] = answer })
            : ValueShape.Any;

    private static ValueShape With(Activity activity, IReadOnlyDictionary<string, ValueShape> fields) =>
        new(new Dictionary<string, ValueShape>(fields, StringComparer.Ordinal)
        {
            ["outcome"] = activity.Type is UserTask && activity.Outcomes is { } outcomes ? new ValueShape(Values: outcomes) : ValueShape.Any,
            ["by"] = ValueShape.Any,
            ["at"] = ValueShape.Any,
        });
}
