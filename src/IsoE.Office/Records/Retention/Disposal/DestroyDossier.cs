using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Destroys the content of one dossier in a transaction of its own; its residue and the proof of its history stay.</summary>
/// <remarks>
/// Whether it may be is checked on what was read before the step; the step notices when somebody has worked on the dossier, or placed
/// a hold, since then, and it is read again. Files go after the commit.
/// </remarks>
public sealed class DestroyDossier(OfficeDb db, InstanceRunner instances, FindObstacle obstacles, IEnumerable<KeptFiles> kept)
{
    /// <exception cref="RejectedException"><c>dossier-unknown</c>, <c>keep</c>: it is held, has to be kept, or has not ended; <c>busy</c>.</exception>
    public Task Run(DisposalRow list, string dossierId, CancellationToken cancel)
    {
        var request = new StepRequest(list.AgencyId, dossierId, $"destroy:{list.InstanceId}", list.DecidedBy!)
        {
            Series = [PlaceLegalHold.Series],
            Also = [typeof(HistoryRow), typeof(RecordRow)],
        };
        return instances.Run(request, () => Look(list, dossierId, cancel), (step, seen) => Destroy(step, list, seen), cancel);
    }

    private static void Destroy(Step step, DisposalRow list, Seen seen)
    {
        if (step.Instance.Sequence != seen.Sequence || step.LastNumber(PlaceLegalHold.Series) != seen.Holds) throw new OvertakenException();
        if (seen.Obstacle is { } obstacle) throw new RejectedException("keep", obstacle);
        var residue = Residue.Of(step.Find<DossierRow>()!);
        var digest = Convert.ToHexStringLower(step.Instance.HeadHash);
        var records = step.All<RecordRow>().OrderBy(record => record.Sequence)
            .Select(record => new DestroyedRecord(record.Code, record.Title, record.IssuedAt, record.Sha256)).ToList();
        var approved = new ApprovedList(list.InstanceId, list.Number, list.Ground, list.ProposedByName, list.DecidedByName!);
        step.EraseAll(list.Kind is DisposalKind.Disposal ? _ => false : KeptFacts.NamesNobody, seen.Files, $"{list.Name.Vi}: {list.Ground}");
        step.Enqueue(EraseBesides.Topic, $"{step.InstanceId}/{step.CommandId}", "{}");
        if (list.Kind is DisposalKind.Disposal) step.Record(new DossierDestroyed(approved, residue, digest, records, seen.Files.Count));
        else step.Record(new PersonalDataErased(approved, residue, digest, records, seen.Files.Count));
    }

    private async Task<Seen> Look(DisposalRow list, string dossierId, CancellationToken cancel)
    {
        // Before everything else, so that whatever changes while it is read is noticed.
        var number = await db.Set<CounterRow>().AsNoTracking().Where(row => row.Series == PlaceLegalHold.Series).Select(row => row.Value).SingleOrDefaultAsync(cancel);
        var instance = await db.Instances.AsNoTracking().SingleOrDefaultAsync(row => row.InstanceId == dossierId, cancel);
        var dossier = await db.Set<DossierRow>().AsNoTracking().SingleOrDefaultAsync(row => row.InstanceId == dossierId, cancel);
        if (instance is null || dossier is null)
            throw new RejectedException("dossier-unknown", new Text("Không tìm thấy hồ sơ này trong cơ quan.", "There is no such dossier at the agency."));
        return new Seen(instance.Sequence, number, await obstacles.Find(dossier, list.Kind, list.DueOn, cancel), await FilesOf(dossierId, cancel));
    }

    /// <summary>The files that nothing but this dossier has.</summary>
    private async Task<IReadOnlyList<string>> FilesOf(string dossierId, CancellationToken cancel)
    {
        var papers = await db.Attachments.AsNoTracking().Where(file => file.InstanceId == dossierId).Select(file => file.Sha256).ToListAsync(cancel);
        var records = await db.Set<RecordRow>().AsNoTracking().Where(record => record.InstanceId == dossierId && record.Sha256 != null).Select(record => record.Sha256!).ToListAsync(cancel);
        var signed = await db.Set<SignedDocumentRow>().AsNoTracking().Where(document => document.InstanceId == dossierId).Select(document => document.Sha256).ToListAsync(cancel);
        var own = new List<string>();
        foreach (var hash in papers.Concat(records).Concat(signed).Distinct().Order(StringComparer.Ordinal))
            if (!await KeptFiles.Refers(kept, db, hash, dossierId, cancel)) own.Add(hash);
        return own;
    }

    /// <param name="Holds">Number of the last hold placed in the agency.</param>
    private sealed record Seen(long Sequence, long Holds, Text? Obstacle, IReadOnlyList<string> Files);
}
