using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>A dossier as the public may see it: names masked, no papers, nothing typed into forms.</summary>
/// <param name="WaitsFor">Which role has it now; null when none has, or it is finished.</param>
/// <param name="Pause">Why the legal clock stands still; null while it runs.</param>
/// <param name="Stage">1 received, 2 in process, 3 result ready, 4 returned; 0 ended without a result.</param>
public sealed record PublicDossier(
    string Code,
    string AgencyId,
    Text AgencyName,
    Text ProcedureName,
    string ApplicantName,
    int NationalStatus,
    int Stage,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? PromisedAt,
    DateTimeOffset? FirstPromisedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? ReturnedAt,
    Text? WaitsFor,
    Text? Pause,
    ExplainedDueDate? Promise,
    string? ExtensionReason,
    bool IsOverdue)
{
    /// <summary>What is done of it elsewhere, the first begun first; empty where one procedure does all.</summary>
    public IReadOnlyList<PublicPart> Parts { get; init; } = [];
}

/// <summary>What another agency, or the same one in a procedure of its own, does of a dossier.</summary>
/// <param name="Stage">As that of the dossier.</param>
public sealed record PublicPart(
    Text AgencyName, Text ProcedureName, int Stage, DateTimeOffset ReceivedAt, DateTimeOffset? PromisedAt, DateTimeOffset? FinishedAt, bool IsOverdue);

/// <summary>Answers the public about one dossier, across agencies: by the secret of the receipt, or by code and phone.</summary>
public sealed class TrackDossier(OfficeDb db, ProcedureLibraries libraries, PromisedDates dates, TimeProvider clock)
{
    private const int PhoneDigits = 4;

    /// <summary>The dossier of the tracking link, or null.</summary>
    public async Task<PublicDossier?> BySecret(string secret, CancellationToken cancel) =>
        await Show(await Dossiers.SingleOrDefaultAsync(row => row.TrackingSecret == secret, cancel), cancel);

    /// <summary>The dossier with this code, if the last four digits of its phone are right; else null.</summary>
    /// <param name="phoneDigits">The last four digits, or the whole number.</param>
    public async Task<PublicDossier?> ByCode(string code, string phoneDigits, CancellationToken cancel)
    {
        var digits = new string([.. phoneDigits.Where(char.IsAsciiDigit)]);
        if (digits.Length < PhoneDigits) return null;
        var found = await Dossiers.SingleOrDefaultAsync(row => row.Code == code.Trim(), cancel);
        return found?.Phone is { } phone && phone.EndsWith(digits, StringComparison.Ordinal) ? await Show(found, cancel) : null;
    }

    /// <summary>Confidential dossiers are not tracked in public: the answer itself would give the applicant away.</summary>
    private IQueryable<DossierRow> Dossiers => db.Set<DossierRow>().IgnoreQueryFilters().AsNoTracking()
        .Where(row => !row.IsInternal && !row.IsConfidential);

    private async Task<PublicDossier?> Show(DossierRow? row, CancellationToken cancel)
    {
        if (row is null) return null;
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(each => each.Id == row.AgencyId, cancel);
        var role = await db.Set<TaskRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(task => task.AgencyId == row.AgencyId && task.InstanceId == row.InstanceId && task.Status == TaskState.Open)
            .OrderBy(task => task.DueAt).Select(task => task.Role).FirstOrDefaultAsync(cancel);
        var pause = row.ReadPauses().LastOrDefault(each => each.To is null);
        var now = clock.GetUtcNow();
        return new PublicDossier(
            row.Code,
            row.AgencyId,
            agency.Name,
            libraries.Of(row.AgencyId).Get(row.ProcedureCode, row.ProcedureVersion).Procedure.Name,
            Masked.Name(row.ApplicantName),
            row.NationalStatus,
            StageOf(row),
            row.ReceivedAt,
            row.PromisedAt,
            row.OriginalPromisedAt,
            row.FinishedAt,
            row.ReturnedAt,
            role is null ? null : Roles.NameOf(role),
            pause is null ? null : PauseReasons.NameOf(pause.WaitsFor),
            dates.Explain(row, now),
            row.ExtensionReason,
            row.IsOverdue(now))
        {
            Parts = await PartsOf(row, now, cancel),
        };
    }

    private async Task<IReadOnlyList<PublicPart>> PartsOf(DossierRow row, DateTimeOffset now, CancellationToken cancel)
    {
        var parts = await Dossiers.Where(part => part.ParentAgencyId == row.AgencyId && part.ParentInstanceId == row.InstanceId)
            .OrderBy(part => part.ReceivedAt).ThenBy(part => part.ProcedureCode).ToListAsync(cancel);
        if (parts.Count == 0) return [];
        var ids = parts.Select(part => part.AgencyId).Distinct().ToList();
        var names = await db.Set<Agency>().AsNoTracking().Where(agency => ids.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, cancel);
        return [.. parts.Select(part => new PublicPart(
            names[part.AgencyId].Name, libraries.Of(part.AgencyId).Get(part.ProcedureCode, part.ProcedureVersion).Procedure.Name,
            StageOf(part), part.ReceivedAt, part.PromisedAt, part.FinishedAt, part.IsOverdue(now)))];
    }

    private static int StageOf(DossierRow row) => row.NationalStatus switch
    {
        NationalStatus.NotAccepted or NationalStatus.Stopped => 0,
        NationalStatus.Returned => 4,
        NationalStatus.Settled => 3,
        NationalStatus.Registered or NationalStatus.Accepted => 1,
        _ => 2,
    };
}
