using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>A procedure as far as a step that starts it must know it.</summary>
/// <param name="Cases">Ids of its cases.</param>
/// <param name="Outcomes">Everything its flow may end with.</param>
public sealed record KnownProcedure(IReadOnlyList<string> Cases, IReadOnlyList<string> Outcomes)
{
    private const string Done = "Done";

    public static KnownProcedure Of(Procedure text, WorkflowDefinition definition) => new(
        [.. text.Cases.Select(@case => @case.Id)],
        [.. definition.Root.SelfAndDescendants()
            .Where(activity => activity.Type.IsTerminal)
            .Select(activity => activity.LiteralTexts("outcomes") is [var outcome, ..] ? outcome : Done)
            .Distinct(StringComparer.Ordinal)]);
}
