using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records.Printing;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Signing;

/// <summary>A paper that was issued and waits for the actor to sign it, or to put the agency's signature beside.</summary>
/// <param name="Before">The signature that it carries already; null for none.</param>
/// <param name="Key">The key that it would be signed with.</param>
public sealed record WaitingPaper(RecordRow Record, DossierRow Dossier, SignedDocumentRow? Before, SigningKeyRow Key)
{
    public bool IsSeal => Before is not null;
}

/// <summary>The same with the very bytes that are shown, and signed if they are still the same then.</summary>
public sealed record ShownPaper(WaitingPaper Paper, byte[] Pdf, Agency Agency)
{
    public string Sha256 { get; } = PutSignature.HashOf(Pdf);
}

/// <summary>Finds the papers that wait for a signature or the seal, for whoever can give it: a person with a key of their own, a clerk where the agency has one.</summary>
public sealed class WaitingPapers(OfficeDb db, OpenSigningKey keys, PaperSigners signers, PrintRecord print)
{
    private const int Most = 200;

    /// <summary>What waits for the actor, the longest first; at most 200.</summary>
    public async Task<IReadOnlyList<WaitingPaper>> Of(Actor actor, CancellationToken cancel)
    {
        var own = await keys.Find(actor, isSeal: false, cancel);
        var seal = Rights.Allows(actor, Right.SealResult) ? await keys.Find(actor, isSeal: true, cancel) : null;
        if (own is null && seal is null) return [];
        var records = await Waiting.OrderBy(record => record.IssuedAt).ToListAsync(cancel);
        return [.. (await Match(actor, records, own, seal, cancel)).Take(Most)];
    }

    /// <summary>Ids of those of the records that wait for somebody's signature or seal.</summary>
    public async Task<IReadOnlySet<string>> Awaited(IReadOnlyList<RecordRow> records, CancellationToken cancel)
    {
        var awaited = new HashSet<string>();
        foreach (var record in records)
            if (await signers.IsAwaited(record, cancel)) awaited.Add(record.Id);
        return awaited;
    }

    /// <summary>One paper with its bytes; null when it does not wait for the actor.</summary>
    public async Task<ShownPaper?> Find(Actor actor, string recordId, CancellationToken cancel)
    {
        var records = await Waiting.Where(record => record.Id == recordId).ToListAsync(cancel);
        var seal = Rights.Allows(actor, Right.SealResult) ? await keys.Find(actor, isSeal: true, cancel) : null;
        if ((await Match(actor, records, await keys.Find(actor, isSeal: false, cancel), seal, cancel)).FirstOrDefault() is not { } paper) return null;
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        return new ShownPaper(paper, await print.Preview(paper.Record, actor.PersonId, cancel), agency);
    }

    private IQueryable<RecordRow> Waiting => db.Set<RecordRow>().AsNoTracking().Where(record => record.SignedBy != null && record.Sha256 == null);

    private async Task<IEnumerable<WaitingPaper>> Match(
        Actor actor, List<RecordRow> records, SigningKeyRow? own, SigningKeyRow? seal, CancellationToken cancel)
    {
        if (records.Count == 0 || actor.IsAdministrator) return [];
        var ids = records.Select(record => record.InstanceId).Distinct().ToList();
        var dossiers = await db.Set<DossierRow>().AsNoTracking().Where(row => ids.Contains(row.InstanceId)).ToDictionaryAsync(row => row.InstanceId, cancel);
        var tasks = (await db.Set<TaskRow>().AsNoTracking().Where(row => ids.Contains(row.InstanceId)).ToListAsync(cancel)).ToLookup(row => row.InstanceId);
        var signed = (await db.Set<SignedDocumentRow>().AsNoTracking().Where(row => ids.Contains(row.InstanceId) && row.RecordId != null).OrderBy(row => row.Sequence).ToListAsync(cancel))
            .ToLookup(row => row.RecordId);
        return
            from record in records
            let dossier = dossiers[record.InstanceId]
            where OpenDossier.MatterOf(dossier, [.. tasks[record.InstanceId]]) is var matter && (!matter.IsConfidential || matter.People.Contains(actor.PersonId))
            let before = signed[record.Id].LastOrDefault()
            let key = before is not null ? seal : PaperSigners.Wants(record, actor, dossier.ProcedureCode) ? own : null
            where key is not null
            select new WaitingPaper(record, dossier, before, key);
    }
}
