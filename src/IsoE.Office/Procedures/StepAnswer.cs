using System.Text.Json;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>What a step that waits for the outside gets back, and the fields by which people read it.</summary>
/// <remarks>
/// An event brings the fields of the step's form. Another procedure brings its outcome and its outputs; the one
/// called <see cref="Output"/> holds the fields that its ISO text names under <c>answer</c>.
/// </remarks>
public static class StepAnswer
{
    /// <summary>The output of a procedure that others hand over to.</summary>
    public const string Output = "answer";

    public const string OtherProcedure = "IsoE.SubProcedure";

    public const string Event = "IsoE.Wait";

    /// <param name="own">The procedure the step belongs to.</param>
    /// <param name="other">Another procedure by its code, or null when it is not known.</param>
    public static IReadOnlyList<FormField> FieldsOf(Activity activity, Procedure own, Func<string, Procedure?> other) =>
        activity.Type.TypeName == OtherProcedure
            ? other(activity.LiteralText("procedure") ?? "")?.Answer ?? []
            : own.FindTaskForm(activity.LiteralText("form") ?? "")?.Fields ?? [];

    /// <summary>The part of a step's result that holds those fields.</summary>
    public static JsonElement ValuesOf(Activity activity, JsonElement result) =>
        activity.Type.TypeName != OtherProcedure ? result
        : result.ValueKind == JsonValueKind.Object && result.TryGetProperty(Output, out var answer) ? answer
        : default;
}
