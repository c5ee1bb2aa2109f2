using IsoE.Office.Dossiers;
using IsoE.Office.Records;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Evidence;

/// <summary>Reads what proves a dossier within one seal.</summary>
internal sealed class PackProofs(OfficeDb db, SealRow seal, MerkleTree tree)
{
    private const string Record = "record";

    /// <summary>The seals before, the first one first, each proved to be the beginning of this one.</summary>
    public async Task<PackedSeals> Earlier(CancellationToken cancel)
    {
        var seals = await db.Set<SealRow>().AsNoTracking().Where(row => row.Number < seal.Number)
            .OrderByDescending(row => row.Number).Take(PackFiles.MostSeals).ToListAsync(cancel);
        return new PackedSeals([.. seals.AsEnumerable().Reverse().Select(row => PackedSeal.Of(row, tree))]);
    }

    /// <summary>All keys of the agency, the first one first, with what was said against them.</summary>
    public async Task<PackedKeys> Keys(CancellationToken cancel)
    {
        var revoked = await db.Set<SealingKeyRevocationRow>().AsNoTracking().ToDictionaryAsync(row => row.KeyId, cancel);
        var keys = await db.Set<SealingKeyRow>().AsNoTracking().OrderBy(key => key.CreatedAt).ToListAsync(cancel);
        return new PackedKeys([.. keys.Select(key => KeyOf(key, revoked.GetValueOrDefault(key.Id)))]);
    }

    /// <summary>The history of a dossier as far as it was sealed, with the records that were sealed with it.</summary>
    /// <param name="nameOf">Name in the pack of the file of a record.</param>
    public async Task<PackedHistory> History(DossierRow dossier, IReadOnlyList<RecordRow> records, Func<RecordRow, string> nameOf, CancellationToken cancel)
    {
        var leaf = await Entries(SealLeafRow.Chain).Where(entry => entry.Subject == dossier.InstanceId)
            .OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancel) ?? throw ExportPack.Damaged();
        var rows = await db.History.AsNoTracking().Where(row => row.InstanceId == dossier.InstanceId && row.Sequence <= leaf.Sequence)
            .OrderBy(row => row.Sequence).ToListAsync(cancel);
        var ids = records.Select(record => record.Id).ToList();
        // Whoever has tampered with the entries may have left several for a record, or none: the verifier then misses its proof.
        var sealedRecords = (await Entries(Record).Where(entry => ids.Contains(entry.Subject)).OrderBy(entry => entry.Place).ToListAsync(cancel))
            .ToLookup(entry => (entry.Subject, entry.Hash));
        return new PackedHistory(
            dossier.AgencyId, dossier.InstanceId, dossier.Code, [.. rows.Select(RowOf)], ProofOf(leaf),
            [.. records.Where(record => sealedRecords.Contains((record.Id, record.Sha256!))).Select(record => new PackedRecord(
                nameOf(record), Record, record.Id, record.Sha256!, ProofOf(sealedRecords[(record.Id, record.Sha256!)].First())))]);
    }

    private IQueryable<SealLeafRow> Entries(string kind) =>
        db.Set<SealLeafRow>().AsNoTracking().Where(entry => entry.Kind == kind && entry.Place < seal.Size);

    private PackedProof ProofOf(SealLeafRow leaf) => new(leaf.Place, [.. tree.Inclusion(leaf.Place).Select(Convert.ToHexStringLower)]);

    private static PackedKey KeyOf(SealingKeyRow key, SealingKeyRevocationRow? revocation) => new(
        key.Id, Convert.ToBase64String(key.Certificate), key.PredecessorId, key.Endorsement is { } by ? Convert.ToBase64String(by) : null,
        revocation is null ? null : Instant.Format(revocation.Since), revocation?.Reason);

    public static PackedRow RowOf(HistoryRow row) => new(
        row.Sequence, row.Type, row.Data, row.DataNonce is { } nonce ? Convert.ToHexStringLower(nonce) : null, Convert.ToHexStringLower(row.DataDigest),
        Instant.Format(row.At), row.ActorId, row.CommandId, Convert.ToHexStringLower(row.PreviousHash), Convert.ToHexStringLower(row.Hash));
}
