using IsoE.Workflows.Verification;

namespace IsoE.Office.Procedures;

/// <summary>What the gate refuses in a version that is read from files, with the place in them.</summary>
internal static class ProcedureChecks
{
    public static IEnumerable<LoadProblem> Of(PairedVersion version, IReadOnlyDictionary<string, KnownProcedure> others) =>
        PublishGate.Check(version.Procedure, version.Flow.Definition, new Surroundings(Procedures: others) { From = version.From })
            .Where(finding => finding.Refuses)
            .Select(finding => Problem(version, finding));

    private static LoadProblem Problem(PairedVersion version, Finding finding)
    {
        if (finding.Place is { } place) return new LoadProblem(version.Text.File, 0, place, finding.Message);
        var activity = finding.ActivityIds is [var id, ..] ? version.Flow.Definition.Activities.GetValueOrDefault(id) : null;
        return new LoadProblem(version.Flow.File, activity?.Place.Line ?? 0, activity?.Id ?? "", finding.Message);
    }
}
