using IsoE.Office.Calendars;
using IsoE.Office.Dossiers.Post;
using IsoE.Office.Instances;
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
/// <param name="Owed">Still to be paid, whole đồng.</param>
/// <param name="RecalledAt">When its result was recalled because it was wrong; null as a rule.</param>
/// <param name="SupersededByCode">The dossier that has taken its place, with the secret of its tracking link; null for none.</param>
/// <param name="PauseGround">What lets it stand still: what the officer named, else the rule of the calendar; null while it runs.</param>
/// <param name="Supplement">What the applicant has to supply, and until when; null when nothing.</param>
/// <param name="AnswerDueAt">Until when a submission is accepted, sent back or refused; null when that is past.</param>
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
    Text? PauseGround,
    SupplementRequested? Supplement,
    DateTimeOffset? AnswerDueAt,
    ExplainedDueDate? Promise,
    string? ExtensionReason,
    bool IsOverdue,
    long Owed,
    DateTimeOffset? RecalledAt,
    string? SupersededByCode,
    string? SupersededBySecret)
{
    /// <summary>Where the post has the result, with its number; null when it is not sent.</summary>
    public Text? Post { get; init; }

    /// <summary>What is done of it elsewhere, the first begun first; empty where one procedure does all.</summary>
    public IReadOnlyList<PublicPart> Parts { get; init; } = [];
}

/// <summary>What another agency, or the same one in a procedure of its own, does of a dossier.</summary>
/// <param name="Stage">As that of the dossier.</param>
public sealed record PublicPart(
    Text AgencyName, Text ProcedureName, int Stage, DateTimeOffset ReceivedAt, DateTimeOffset? PromisedAt, DateTimeOffset? FinishedAt, bool IsOverdue);

/// <summary>Answers the public about one dossier, across agencies: by the secret of the receipt, or by code and phone.</summary>
public sealed class TrackDossier(
    OfficeDb db, ProcedureLibraries libraries, PromisedDates dates, InstanceHistory history, CalendarSource calendars, TimeProvider clock)
{
    private const int PhoneDigits = 4;

    /// <summary>The dossier of the tracking link, or null.</summary>
    public Task<PublicDossier?> BySecret(string secret, CancellationToken cancel) =>
        Show(Dossiers.Where(row => row.TrackingSecret == secret), cancel);

    /// <summary>
    /// What the answer of the tracking link rests on: the heads of the histories of the dossier and of its parts. While it is the
    /// same, only the time of day changes the answer. Null for an unknown link.
    /// </summary>
    public async Task<string?> StateOf(string secret, CancellationToken cancel)
    {
        var dossier = Dossiers.Where(row => row.TrackingSecret == secret);
        var instances = db.Set<InstanceRow>().IgnoreQueryFilters().AsNoTracking();
        var own = dossier.SelectMany(row => instances.Where(each => each.AgencyId == row.AgencyId && each.InstanceId == row.InstanceId));
        var parts = Dossiers.Where(part => dossier.Any(row => part.ParentAgencyId == row.AgencyId && part.ParentInstanceId == row.InstanceId))
            .SelectMany(part => instances.Where(each => each.AgencyId == part.AgencyId && each.InstanceId == part.InstanceId));
        var heads = await own.Concat(parts).OrderBy(each => each.InstanceId).Select(each => each.HeadHash).ToListAsync(cancel);
        return heads.Count == 0 ? null : string.Concat(heads.Select(Convert.ToHexStringLower));
    }

    /// <summary>The row behind the tracking link, or null; for what is read in its agency.</summary>
    public Task<DossierRow?> Find(string secret, CancellationToken cancel) => Dossiers.SingleOrDefaultAsync(row => row.TrackingSecret == secret, cancel);

    /// <summary>The dossier with this code, if the last four digits of its phone are right; else null.</summary>
    /// <param name="phoneDigits">The last four digits, or the whole number.</param>
    public async Task<PublicDossier?> ByCode(string code, string phoneDigits, CancellationToken cancel)
    {
        var digits = new string([.. phoneDigits.Where(char.IsAsciiDigit)]);
        if (digits.Length < PhoneDigits) return null;
        // A code begins with its agency, by which dossiers are kept in order.
        var (asked, agency) = (code.Trim(), code.Trim().Split('-')[0]);
        return await Show(Dossiers.Where(row => row.AgencyId == agency && row.Code == asked && row.Phone!.EndsWith(digits)), cancel);
    }

    /// <summary>The dossier of a scanned bar code at a machine of its agency, or null; who has only the code is told status and dates only.</summary>
    public Task<PublicDossier?> ByBarcode(string agencyId, string code, CancellationToken cancel)
    {
        var typed = code.Trim().ToUpperInvariant();
        return Show(Dossiers.Where(row => row.AgencyId == agencyId && row.Code == typed), cancel);
    }

    /// <summary>Confidential dossiers are not tracked in public: the answer itself would give the applicant away.</summary>
    private IQueryable<DossierRow> Dossiers => db.Set<DossierRow>().IgnoreQueryFilters().AsNoTracking()
        .Where(row => !row.IsInternal && !row.IsConfidential);

    private async Task<PublicDossier?> Show(IQueryable<DossierRow> one, CancellationToken cancel)
    {
        if (await Around(one).SingleOrDefaultAsync(cancel) is not { Dossier: var row } around) return null;
        var pause = row.ReadPauses().LastOrDefault(each => each.To is null);
        var now = clock.GetUtcNow();
        var asked = row.NationalStatus == NationalStatus.SupplementRequested
            ? (await history.Read(row.AgencyId, row.InstanceId, cancel)).Select(known => known.Fact).OfType<SupplementRequested>().LastOrDefault()
            : null;
        return new PublicDossier(
            row.Code,
            row.AgencyId,
            around.AgencyName,
            libraries.Of(row.AgencyId).Get(row.ProcedureCode, row.ProcedureVersion).Procedure.Name,
            Masked.Name(row.ApplicantName),
            row.NationalStatus,
            StageOf(row),
            row.ReceivedAt,
            row.PromisedAt,
            row.OriginalPromisedAt,
            row.FinishedAt,
            row.ReturnedAt,
            around.Role is null ? null : Roles.NameOf(around.Role),
            pause is null ? null : PauseReasons.NameOf(pause.WaitsFor),
            pause is null ? null : GroundOf(row, asked),
            asked,
            row.AnswerDueAt,
            dates.Explain(row, now),
            row.ExtensionReason,
            row.IsOverdue(now),
            row.AmountOwed(),
            row.RecalledAt,
            row.SupersededByCode,
            row.SupersededBySecret)
        {
            Post = PostOf(around),
            Parts = around.HasParts ? await PartsOf(row, now, cancel) : [],
        };
    }

    /// <summary>All of it in one question: many people look, each at another dossier.</summary>
    private IQueryable<Tracked> Around(IQueryable<DossierRow> one)
    {
        var (agencies, parts) = (db.Set<Agency>().AsNoTracking(), Dossiers);
        var tasks = db.Set<TaskRow>().IgnoreQueryFilters().AsNoTracking().Where(task => task.Status == TaskState.Open);
        var orders = db.Set<PostOrderRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking();
        return one.Select(row => new Tracked
        {
            Dossier = row,
            AgencyName = agencies.Where(each => each.Id == row.AgencyId).Select(each => new Text(each.NameVi, each.NameEn)).First(),
            Role = tasks.Where(task => task.AgencyId == row.AgencyId && task.InstanceId == row.InstanceId)
                .OrderBy(task => task.DueAt).Select(task => task.Role).FirstOrDefault(),
            Post = orders.Where(order => order.AgencyId == row.AgencyId && order.InstanceId == row.InstanceId)
                .OrderByDescending(order => order.OrderedAt).FirstOrDefault(),
            HasParts = parts.Any(part => part.ParentAgencyId == row.AgencyId && part.ParentInstanceId == row.InstanceId),
        });
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

    private static Text? PostOf(Tracked around)
    {
        if (around.Post is not { } order) return null;
        var (state, number) = (PostStates.NameOf(order.State), order.TrackingNumber is { } known ? $" ({known})" : "");
        return new Text(state.Vi + number, state.En + number);
    }

    private Text? GroundOf(DossierRow row, SupplementRequested? asked) => asked?.LegalGround is { Length: > 0 } named
        ? new Text(named, named)
        : calendars(row.AgencyId).Calendar.Definition.LegalBasis.GetValueOrDefault(LegalMatter.Pause)?.Describe();

    private static int StageOf(DossierRow row) => row.NationalStatus switch
    {
        NationalStatus.NotAccepted or NationalStatus.Stopped => 0,
        NationalStatus.Returned => 4,
        NationalStatus.Settled => 3,
        NationalStatus.Registered or NationalStatus.Accepted => 1,
        _ => 2,
    };

    /// <summary>A dossier with what stands around it.</summary>
    private sealed class Tracked
    {
        public required DossierRow Dossier { get; init; }
        public required Text AgencyName { get; init; }

        /// <summary>Whose open task is due first; null when none is.</summary>
        public string? Role { get; init; }
        public PostOrderRow? Post { get; init; }
        public bool HasParts { get; init; }
    }
}
