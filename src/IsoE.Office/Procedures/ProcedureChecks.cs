using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>Holds a definition and its ISO text against each other; one sentence for everything that does not stand.</summary>
internal static class ProcedureChecks
{
    public static IEnumerable<LoadProblem> Of(PairedVersion version, IEnumerable<string> codes) =>
    [
        .. TextChecks.Of(version),
        .. FlowChecks.Of(version, codes.ToHashSet(StringComparer.Ordinal)),
        .. ExpressionChecks.Of(version),
        .. TimeChecks.Of(version),
    ];

    internal static LoadProblem InFlow(PairedVersion version, Activity activity, Text message) =>
        new(version.Flow.File, activity.Place.Line, activity.Id, message);

    internal static LoadProblem InText(PairedVersion version, string place, Text message) =>
        new(version.Text.File, 0, place, message);
}
