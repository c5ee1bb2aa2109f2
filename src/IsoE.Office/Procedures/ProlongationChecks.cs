using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Procedures;

/// <summary>Whether the prolongations of the text grow, and whether text and flow agree on there being any.</summary>
internal static class ProlongationChecks
{
    private const string Place = "cases";

    public static IEnumerable<(string Place, Text Message)> Of(Procedure text, WorkflowDefinition definition) =>
        text.Cases.SelectMany(Growing).Concat(Agreement(text, definition)).Select(message => (Place, message));

    private static IEnumerable<Text> Growing(ProcedureCase @case)
    {
        var limits = @case.Prolongations.Select(each => each.Limit).Prepend(@case.Limit).ToList();
        return limits.Zip(limits.Skip(1))
            .Where(pair => pair.First.Unit != pair.Second.Unit || pair.First.Value >= pair.Second.Value)
            .Select(pair => new Text(
                $"Trường hợp “{@case.Id}”: thời hạn sau gia hạn ({pair.Second}) phải dài hơn và cùng đơn vị với thời hạn trước đó ({pair.First}).",
                $"Case '{@case.Id}': the prolonged limit ({pair.Second}) must be longer than the one before ({pair.First}) and in the same unit."));
    }

    private static IEnumerable<Text> Agreement(Procedure text, WorkflowDefinition definition)
    {
        var allowed = text.Cases.Any(@case => @case.Prolongations.Count > 0);
        var done = definition.Activities.Values.Any(activity => activity.LiteralText("milestone") == Milestones.Prolonged);
        if (allowed && !done) yield return new Text(
            "Văn bản cho phép gia hạn nhưng quy trình không có bước gia hạn (mốc prolonged).",
            "The text allows a prolongation, but no step of the flow prolongs (milestone 'prolonged').");
        if (done && !allowed) yield return new Text(
            "Quy trình có bước gia hạn (mốc prolonged) nhưng không trường hợp nào cho phép gia hạn.",
            "A step of the flow prolongs (milestone 'prolonged'), but no case allows it.");
    }
}
