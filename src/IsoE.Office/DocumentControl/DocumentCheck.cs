using IsoE.Office.Calendars;
using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Verification;

namespace IsoE.Office.DocumentControl;

/// <summary>What is wrong with a content.</summary>
/// <param name="Version">The content as read; null while it cannot be.</param>
/// <param name="Faults">What the reader of the two texts says; each stands in the way.</param>
/// <param name="Findings">What the gate says; asked only of a content that can be read.</param>
public sealed record DocumentProblems(ProcedureVersion? Version, IReadOnlyList<LoadProblem> Faults, IReadOnlyList<Finding> Findings)
{
    public bool Refuses => Faults.Count > 0 || Findings.Any(finding => finding.Refuses);

    /// <summary>Everything that stands in the way, with its place: a line and path, or the id of an activity.</summary>
    public IEnumerable<(string Place, Text Message)> Refusals =>
        Faults.Select(fault => (fault.Line > 0 ? $"{fault.File}:{fault.Line} {fault.Place}" : fault.Place, fault.Message))
            .Concat(Findings.Where(finding => finding.Refuses)
                .Select(finding => (finding.Place ?? (finding.ActivityIds is [var id, ..] ? id : ""), finding.Message)));
}

/// <summary>Asks everything that keeps a content from being published by the agency.</summary>
public sealed class DocumentCheck(ProcedureLibraries libraries, AgencyStaff staff, ExternalDocumentList texts, TimeProvider clock)
{
    public async Task<DocumentProblems> Run(string agencyId, string code, int version, ProcedureContent content, CancellationToken cancel)
    {
        var library = libraries.Of(agencyId);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var (paired, faults) = ContentReading.Pair(code, version, content, today);
        if (paired is null) return new DocumentProblems(null, faults, []);
        var around = new Surroundings(await staff.Run(agencyId, cancel), KnownTo(library)) { From = paired.From };
        return new DocumentProblems(
            paired.ToVersion(), [],
            [.. PublishGate.Check(paired.Procedure, paired.Flow.Definition, around), .. await Expired(agencyId, paired.Procedure, today, cancel)]);
    }

    /// <summary>Texts that the agency's list knows to be out of force are worth a warning: the law may keep applying to what began under it.</summary>
    private async Task<IEnumerable<Finding>> Expired(string agencyId, Procedure procedure, DateOnly on, CancellationToken cancel) =>
        (await texts.Expired(agencyId, procedure, on, cancel))
            .Select(text => new Finding(FindingCodes.ExpiredText, Severity.Warning, text.Warning(), []) { Place = "legalBasis" });

    private static Dictionary<string, KnownProcedure> KnownTo(ProcedureLibrary library) => library.All
        .DistinctBy(version => version.Code)
        .ToDictionary(version => version.Code, version => GateContext.Known(version.Procedure, version.Definition), StringComparer.Ordinal);
}
