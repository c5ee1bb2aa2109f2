using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>What to look for; what is null does not limit.</summary>
/// <param name="Internal">Dossiers that officers opened for the agency itself, instead of those of applicants.</param>
/// <param name="Text">Code, name, subject, phone or identity number; diacritics and case do not matter.</param>
/// <param name="ReceivedFrom">First instant of receipt, UTC.</param>
/// <param name="ReceivedTo">First instant after the period, UTC.</param>
/// <param name="OpenOnly">Only what is not finished.</param>
/// <param name="NearlyDueOnly">Only what is nearly due by the rule of the agency.</param>
/// <param name="FinishedFrom">Only what was finished at this instant or later, UTC.</param>
public sealed record DossierSearch(
    string? Text = null,
    bool Internal = false,
    IReadOnlyList<int>? Statuses = null,
    string? ProcedureCode = null,
    DateTimeOffset? ReceivedFrom = null,
    DateTimeOffset? ReceivedTo = null,
    bool OverdueOnly = false,
    bool OpenOnly = false,
    bool NearlyDueOnly = false,
    DateTimeOffset? FinishedFrom = null,
    InboxCursor? After = null,
    int Size = 50);

/// <summary>A dossier as lists show it: identity number and phone are masked.</summary>
/// <param name="Subject">What an internal dossier is about; null for those of applicants.</param>
public sealed record DossierListItem(
    string DossierId,
    string Code,
    string ProcedureCode,
    string CaseId,
    string ApplicantName,
    string? Subject,
    string? IdentityNumber,
    string? Phone,
    int NationalStatus,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? PromisedAt,
    DateTimeOffset? FinishedAt,
    bool IsPaused,
    bool IsOverdue,
    bool IsNearlyDue);

/// <param name="Next">Where the following page begins; null on the last.</param>
public sealed record DossierPage(IReadOnlyList<DossierListItem> Dossiers, InboxCursor? Next);

/// <summary>Finds dossiers of the agency that the person may read, the latest received first.</summary>
public sealed class SearchDossiers(OfficeDb db, NoteRead reads, TimeProvider clock)
{
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<DossierPage> Run(Actor actor, DossierSearch search, CancellationToken cancel)
    {
        Permit.Require(actor, RightFor(search.Internal));
        if (!string.IsNullOrWhiteSpace(search.Text)) await reads.Run(actor, ReadKind.Search, dossierId: null, cancel);
        var now = clock.GetUtcNow();
        var found = await Page(Filter(Readable(actor, search.Internal), search, now), search.After)
            .Take(search.Size + 1).ToListAsync(cancel);
        var page = found.Take(search.Size).ToList();
        var next = found.Count > search.Size ? new InboxCursor(page[^1].ReceivedAt, page[^1].InstanceId) : null;
        return new DossierPage([.. page.Select(row => Item(row, now))], next);
    }

    /// <summary>How many dossiers of applicants each national status holds.</summary>
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyDictionary<int, int>> CountByStatus(Actor actor, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadDossier);
        return await Readable(actor, isInternal: false).GroupBy(row => row.NationalStatus)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
    }

    /// <summary>The dossiers within the reach of the actor's right to read.</summary>
    public IQueryable<DossierRow> Readable(Actor actor, bool isInternal)
    {
        var dossiers = db.Set<DossierRow>().AsNoTracking().Where(row => row.IsInternal == isInternal).OpenTo(actor, db);
        if (Rights.Of(RightFor(isInternal), actor) == Reach.Agency) return dossiers;
        var roles = actor.RoleCodes.ToList();
        var units = actor.Grants.Where(grant => Rights.Of(RightFor(isInternal), grant.Role) == Reach.Unit).ToList();
        // A role held in the whole agency reaches every unit.
        if (units.Exists(grant => grant.Units is null && grant.Procedure is null)) return dossiers;
        var procedures = units.Where(grant => grant.Units is null).Select(grant => grant.Procedure!).Distinct().ToList();
        var codes = units.SelectMany(grant => grant.Units ?? []).Distinct().ToList();
        var tasks = db.Set<TaskRow>().Where(task =>
            task.AssigneeId == actor.PersonId || task.DoneBy == actor.PersonId
            || (task.Status == TaskState.Open && roles.Contains(task.Role) && (task.UnitCode == null || codes.Contains(task.UnitCode)))
            || (task.UnitCode != null && codes.Contains(task.UnitCode)));
        return dossiers.Where(row => (isInternal && row.ReceivedBy == actor.PersonId) || procedures.Contains(row.ProcedureCode) || tasks.Any(task => task.InstanceId == row.InstanceId));
    }

    private static Right RightFor(bool isInternal) => isInternal ? Right.ReadInternalDossier : Right.ReadDossier;

    private static IQueryable<DossierRow> Filter(IQueryable<DossierRow> dossiers, DossierSearch search, DateTimeOffset now)
    {
        if (search.Statuses is { Count: > 0 } statuses)
            dossiers = dossiers.Where(row => statuses.Contains(row.NationalStatus));
        if (search.ProcedureCode is { } procedure)
            dossiers = dossiers.Where(row => row.ProcedureCode == procedure);
        if (search.ReceivedFrom is { } from)
            dossiers = dossiers.Where(row => row.ReceivedAt >= from);
        if (search.ReceivedTo is { } to)
            dossiers = dossiers.Where(row => row.ReceivedAt < to);
        if (search.OverdueOnly)
            dossiers = dossiers.Where(row =>
                (row.FinishedAt == null && !row.IsPaused && row.PromisedAt < now) || row.FinishedAt > row.PromisedAt);
        if (search.OpenOnly)
            dossiers = dossiers.Where(row => row.FinishedAt == null);
        if (search.NearlyDueOnly)
            dossiers = dossiers.Where(row => row.FinishedAt == null && !row.IsPaused && row.NearlyDueAt <= now && row.PromisedAt >= now);
        if (search.FinishedFrom is { } finished)
            dossiers = dossiers.Where(row => row.FinishedAt >= finished);
        return Matching(dossiers, search.Text);
    }

    private static IQueryable<DossierRow> Matching(IQueryable<DossierRow> dossiers, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return dossiers;
        foreach (var word in SearchText.Of(text).Split(' '))
            dossiers = dossiers.Where(row =>
                row.SearchText.Contains(word) || row.Phone == word || row.IdentityNumber == word);
        return dossiers;
    }

    private static IQueryable<DossierRow> Page(IQueryable<DossierRow> dossiers, InboxCursor? after)
    {
        if (after is not null)
            dossiers = dossiers.Where(row =>
                row.ReceivedAt < after.At || (row.ReceivedAt == after.At && row.InstanceId.CompareTo(after.Id) < 0));
        return dossiers.OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.InstanceId);
    }

    private static DossierListItem Item(DossierRow row, DateTimeOffset now) => new(
        row.InstanceId,
        row.Code,
        row.ProcedureCode,
        row.CaseId,
        row.ApplicantName,
        row.Subject,
        Masked.IdentityNumber(row.IdentityNumber),
        Masked.Phone(row.Phone),
        row.NationalStatus,
        row.ReceivedAt,
        row.PromisedAt,
        row.FinishedAt,
        row.IsPaused,
        row.IsOverdue(now),
        row.IsNearlyDue(now));
}
