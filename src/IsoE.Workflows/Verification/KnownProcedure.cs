using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Verification;

/// <summary>A procedure as far as a step that starts it must know it.</summary>
/// <param name="Limits">Legal time limit by the id of each of its cases.</param>
/// <param name="Outcomes">Everything its flow may end with, as far as the definition says.</param>
/// <param name="Answer">Shape of its output <c>answer</c>.</param>
public sealed record KnownProcedure(IReadOnlyDictionary<string, TimeLimit> Limits, IReadOnlyList<string> Outcomes, ValueShape Answer)
{
    /// <summary>The outcomes a flow may end with, those an expression computes left out.</summary>
    public static IReadOnlyList<string> EndingsOf(WorkflowDefinition definition) =>
    [
        .. definition.Activities.Values
            .Where(activity => activity.Type is Finish or Complete && !activity.IsComputed("outcomes"))
            .Select(activity => activity.LiteralTexts("outcomes") is [var outcome, ..] ? outcome : "Done")
            .Distinct(StringComparer.Ordinal),
    ];
}
