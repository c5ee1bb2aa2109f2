using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Printing;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
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
public sealed class WaitingPapers(OfficeDb db, OpenSigningKey keys, PrintRecord print)
{
    private const int Most = 200;

    /// <summary>What waits for the actor, the longest first; at most 200.</summary>
    /// <param name="dossierId">Only papers of this dossier; null for those of all.</param>
    public async Task<IReadOnlyList<WaitingPaper>> Of(Actor actor, string? dossierId, CancellationToken cancel)
    {
        var held = await Keys(actor, cancel);
        return await Read(Waiting(actor, held).Where(paper => dossierId == null || paper.Record.InstanceId == dossierId).OrderBy(paper => paper.Record.IssuedAt).Take(Most), held, cancel);
    }

    /// <summary>How many papers wait for the actor.</summary>
    public async Task<int> Count(Actor actor, CancellationToken cancel) => await Waiting(actor, await Keys(actor, cancel)).CountAsync(cancel);

    /// <summary>One paper with its bytes; null when it does not wait for the actor.</summary>
    public async Task<ShownPaper?> Find(Actor actor, string recordId, CancellationToken cancel)
    {
        var held = await Keys(actor, cancel);
        if (await Read(Waiting(actor, held).Where(paper => paper.Record.Id == recordId), held, cancel) is not [var paper]) return null;
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        return new ShownPaper(paper, await print.Preview(paper.Record, actor.PersonId, cancel), agency);
    }

    private async Task<HeldKeys> Keys(Actor actor, CancellationToken cancel) => actor.IsAdministrator ? new(null, null) : new(
        await keys.Find(actor, isSeal: false, cancel),
        Rights.Allows(actor, Right.SealResult) ? await keys.Find(actor, isSeal: true, cancel) : null);

    /// <summary>Papers that want the actor's own signature, and those that carry it already and want that of the agency.</summary>
    private IQueryable<PaperOfDossier> Waiting(Actor actor, HeldKeys held)
    {
        var (signs, seals) = (held.Own is not null, held.Seal is not null);
        var roles = actor.Grants.Where(grant => grant.Procedure is null).Select(grant => grant.Role).ToList();
        var rolesIn = actor.Grants.Where(grant => grant.Procedure is not null).Select(grant => $"{grant.Role} {grant.Procedure}").ToList();
        return
            from record in db.Set<RecordRow>().AsNoTracking()
            where record.SignedBy != null && record.Sha256 == null
            join dossier in db.Set<DossierRow>().AsNoTracking().Where(row => row.ErasedAt == null).OpenTo(actor, db) on record.InstanceId equals dossier.InstanceId
            let isSigned = db.Set<SignedDocumentRow>().Any(signed => signed.InstanceId == record.InstanceId && signed.RecordId == record.Id)
            where isSigned
                ? seals
                : signs && (record.SignedBy == PaperSigning.Issuer
                    ? record.IssuedBy == actor.PersonId
                    : roles.Contains(record.SignedBy!) || rolesIn.Contains(record.SignedBy + " " + dossier.ProcedureCode))
            select new PaperOfDossier { Record = record, Dossier = dossier };
    }

    private async Task<IReadOnlyList<WaitingPaper>> Read(IQueryable<PaperOfDossier> waiting, HeldKeys held, CancellationToken cancel)
    {
        var found = await waiting.ToListAsync(cancel);
        var ids = found.Select(paper => paper.Record.Id).ToList();
        var signed = await db.Set<SignedDocumentRow>().AsNoTracking().Where(row => ids.Contains(row.RecordId!)).OrderBy(row => row.Sequence).ToListAsync(cancel);
        return
        [
            .. from paper in found
               let before = signed.LastOrDefault(row => row.RecordId == paper.Record.Id)
               select new WaitingPaper(paper.Record, paper.Dossier, before, before is null ? held.Own! : held.Seal!),
        ];
    }

    /// <summary>What the actor can sign with: a key of their own, and the agency's where they may put it.</summary>
    private sealed record HeldKeys(SigningKeyRow? Own, SigningKeyRow? Seal);

    private sealed class PaperOfDossier
    {
        public required RecordRow Record { get; init; }
        public required DossierRow Dossier { get; init; }
    }
}
