using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>Holds a definition and its ISO text against each other; one sentence for everything that does not stand.</summary>
internal static class ProcedureChecks
{
    /// <param name="others">Every procedure there is, by code: a step may hand over to one of them.</param>
    public static IEnumerable<LoadProblem> Of(PairedVersion version, IReadOnlyDictionary<string, Procedure> others) =>
    [
        .. TextChecks.Of(version),
        .. FlowChecks.Of(version, others),
        .. ExpressionChecks.Of(version, others),
        .. TimeChecks.Of(version),
    ];

    internal static LoadProblem InFlow(PairedVersion version, Activity activity, Text message) =>
        new(version.Flow.File, activity.Place.Line, activity.Id, message);

    internal static LoadProblem InText(PairedVersion version, string place, Text message) =>
        new(version.Text.File, 0, place, message);
}
