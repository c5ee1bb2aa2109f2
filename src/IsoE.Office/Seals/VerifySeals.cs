using System.Security.Cryptography;
using System.Text.Json;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Seals;

/// <summary>Holds what an agency has recorded against its seals, and the seals against one that was kept outside.</summary>
/// <remarks>
/// A chain that was cut off, written anew, or is gone no longer has the rows that the entries of the seals name. Who
/// changes the entries as well changes the root, and who makes new seals cannot make the one that lies outside.
/// </remarks>
public sealed class VerifySeals(IDbContextFactory<OfficeDb> databases, SealLog log, AttachmentStore store, TimeProvider clock)
{
    /// <summary>Clocks of servers may differ by so much; a step may be decided so long before it is stored.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    /// <param name="outside">A seal that was kept outside, or null.</param>
    /// <param name="files">Whether the bytes of files are read too, which takes its time.</param>
    /// <param name="published">Fingerprint of the sealing key as the agency has published it, as people type it; null when it is not at hand.</param>
    /// <exception cref="RejectedException">
    /// <c>other-agency</c>: the seal belongs to another agency; <c>not-a-fingerprint</c>.
    /// </exception>
    public async Task<VerifiedSeals> Run(string agencyId, SealFile? outside, bool files, CancellationToken cancel, string? published = null)
    {
        if (outside is not null && outside.Agency != agencyId) throw OtherAgency(outside, agencyId);
        var fingerprint = published is null ? null : Fingerprint(published);
        try
        {
            return await Check(agencyId, outside, files, fingerprint, cancel);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or CryptographicException or JsonException)
        {
            // What the office writes can always be read back.
            return new VerifiedSeals(0, 0, 0, new SealFindings(agencyId).Unreadable());
        }
    }

    private async Task<VerifiedSeals> Check(string agencyId, SealFile? outside, bool files, string? published, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var snapshot = await Snapshot.Begin(db, cancel);
        var seals = await db.Set<SealRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(seal => seal.AgencyId == agencyId).OrderBy(seal => seal.Number).ToListAsync(cancel);
        var keys = await SealingKeyChain.Read(db, agencyId, cancel);
        var (tree, gap) = await Tree(db, agencyId, cancel);
        var findings = new SealFindings(agencyId);
        var destroyed = await DestroyedFiles.Of(db, agencyId, cancel);
        var finding = (outside is null ? null : Outside(outside, seals, keys, tree, findings))
            ?? Seals(seals, keys, findings)
            ?? keys.Fault(published, seals.LastOrDefault()?.KeyId, findings)
            ?? (gap is { } place ? findings.EntryMissing(place) : null)
            ?? Roots(seals, tree, findings)
            ?? await Chains(db, agencyId, seals, findings, cancel)
            ?? await Named(db, agencyId, destroyed, findings, cancel);
        var read = 0L;
        if (finding is null && files)
            (read, finding) = await Bytes(db, agencyId, destroyed, findings, cancel);
        return new VerifiedSeals(seals.Count, tree.Size, read, finding) { Notes = finding is null ? Covered(seals, keys) : [] };
    }

    /// <summary>The tree, and the first place at which an entry is missing.</summary>
    private static async Task<(MerkleTree Tree, long? Gap)> Tree(OfficeDb db, string agencyId, CancellationToken cancel)
    {
        using var leaves = new MemoryStream();
        var place = 0L;
        long? gap = null;
        await foreach (var leaf in SealLog.Entries(db, agencyId).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (leaf.Place != place) gap ??= place;
            place = leaf.Place + 1;
            leaves.Write(HashOf(leaf));
        }

        return (new MerkleTree(leaves.ToArray()), gap);
    }

    /// <summary>An entry whose hash is no hash any more has no place in any tree.</summary>
    private static byte[] HashOf(SealLeafRow leaf)
    {
        try
        {
            return leaf.LeafHash();
        }
        catch (FormatException)
        {
            return new byte[SHA256.HashSizeInBytes];
        }
    }

    private SealFinding? Outside(
        SealFile outside, List<SealRow> seals, SealingKeyChain keys, MerkleTree tree, SealFindings findings)
    {
        if (!outside.IsSigned()) return findings.OutsideNotSigned(outside.Number);
        if (keys.Find(outside.Key) is null) return findings.OutsideKeyUnknown(outside.Number);
        var statement = outside.Statement();
        if (statement.At > clock.GetUtcNow() + Tolerance) return findings.ClockBack(statement);
        var stored = seals.Find(seal => seal.Number == outside.Number);
        if (stored?.Statement.Text != statement.Text && keys.Revocation(outside.Key) is { } revocation && statement.At >= revocation.Since)
            return findings.OutsideKeyRevoked(outside.Number, revocation);
        if (stored is null) return findings.SealMissing(outside.Number);
        if (stored.Statement.Text != statement.Text) return findings.SealRewritten(outside.Number);
        if (tree.Size < statement.Size) return findings.EntryMissing(tree.Size);
        return tree.Root(statement.Size).AsSpan().SequenceEqual(statement.Root) ? null : findings.RootDiffers(outside.Number);
    }

    private static SealFinding? Seals(List<SealRow> seals, SealingKeyChain keys, SealFindings findings)
    {
        SealRow? last = null;
        foreach (var seal in seals)
        {
            if (seal.Number != (last?.Number ?? 0) + 1) return findings.SealMissing((last?.Number ?? 0) + 1);
            if (!seal.Previous.AsSpan().SequenceEqual(last?.Statement.Hash ?? new byte[32])) return findings.SealNotLinked(seal.Number);
            if (last is not null && seal.At <= last.At) return findings.SealClockBack(seal.Number);
            if (seal.Size < (last?.Size ?? 0) || seal.Root.Length != SHA256.HashSizeInBytes) return findings.SealRewritten(seal.Number);
            if (keys.Find(seal.KeyId) is not { } key || !key.Signed(seal.Statement.Bytes, seal.Signature)) return findings.SealNotSigned(seal.Number);
            if (last is not null && keys.RankOf(seal.KeyId) < keys.RankOf(last.KeyId)) return findings.SealByReplacedKey(seal.Number);
            if (seal.At < key.Validity.From || seal.At > key.Validity.To) return findings.SealOutsideValidity(seal.Number);
            last = seal;
        }

        return last is not null && keys.Revocation(last.KeyId) is { } revocation && last.At >= revocation.Since
            ? findings.SealByRevokedKey(last.Number, revocation)
            : null;
    }

    /// <summary>The seals by disclosed keys, which later seals cover.</summary>
    private static IReadOnlyList<Text> Covered(List<SealRow> seals, SealingKeyChain keys) =>
    [
        .. seals.GroupBy(seal => seal.KeyId)
            .Select(byKey => (Revocation: keys.Revocation(byKey.Key), Seals: byKey.ToList()))
            .Where(group => group.Revocation is not null)
            .Select(group => (Revocation: group.Revocation!, Seals: group.Seals.FindAll(seal => seal.At >= group.Revocation!.Since)))
            .Where(group => group.Seals.Count > 0)
            .Select(group => SealFindings.Covered(group.Seals[0].Number, group.Seals[^1].Number, group.Revocation)),
    ];

    private static SealFinding? Roots(List<SealRow> seals, MerkleTree tree, SealFindings findings)
    {
        foreach (var seal in seals)
        {
            if (seal.Size > tree.Size) return findings.EntryMissing(tree.Size);
            if (!tree.Root(seal.Size).AsSpan().SequenceEqual(seal.Root)) return findings.RootDiffers(seal.Number);
        }

        return tree.Size > (seals.LastOrDefault()?.Size ?? 0) ? findings.EntryAdded(seals.LastOrDefault()?.Size ?? 0) : null;
    }

    /// <summary>Each sealed row is there with its sealed hash, and none that followed later says that it is older than the seal.</summary>
    private static async Task<SealFinding?> Chains(OfficeDb db, string agencyId, List<SealRow> seals, SealFindings findings, CancellationToken cancel)
    {
        var sealedRows =
            from leaf in SealLog.Entries(db, agencyId)
            where leaf.Kind == SealLeafRow.Chain
            join row in db.History.IgnoreQueryFilters().AsNoTracking()
                on new { leaf.AgencyId, leaf.Subject, leaf.Sequence } equals new { row.AgencyId, Subject = row.InstanceId, row.Sequence } into rows
            from row in rows.DefaultIfEmpty()
            join next in db.History.IgnoreQueryFilters().AsNoTracking()
                on new { leaf.AgencyId, leaf.Subject, Sequence = leaf.Sequence + 1 } equals new { next.AgencyId, Subject = next.InstanceId, next.Sequence } into nexts
            from next in nexts.DefaultIfEmpty()
            orderby leaf.Place
            select new { leaf.Place, leaf.Subject, leaf.Sequence, leaf.Hash, Stored = row!.Hash, NextAt = (DateTimeOffset?)next!.At };
        var sealing = 0;
        await foreach (var entry in sealedRows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            while (seals[sealing].Size <= entry.Place) sealing++;
            if (entry.Stored is null) return findings.RowMissing(entry.Subject, entry.Sequence, seals[sealing].Number);
            if (Convert.ToHexStringLower(entry.Stored) != entry.Hash) return findings.RowRewritten(entry.Subject, entry.Sequence, seals[sealing].Number);
            if (entry.NextAt < seals[sealing].At - Tolerance) return findings.RowBackdated(entry.Subject, entry.Sequence + 1, seals[sealing].Number);
        }

        return null;
    }

    /// <summary>Every sealed file is still named with the same hash by its row, unless the law had it destroyed.</summary>
    private async Task<SealFinding?> Named(OfficeDb db, string agencyId, HashSet<string> destroyed, SealFindings findings, CancellationToken cancel)
    {
        foreach (var source in log.Files)
        {
            var named = await FilesOf(db, source, agencyId).ToDictionaryAsync(file => file.Id, file => file.Sha256, cancel);
            var entries = SealLog.Entries(db, agencyId).Where(leaf => leaf.Kind == source.Kind);
            await foreach (var leaf in entries.AsAsyncEnumerable().WithCancellation(cancel))
            {
                if (destroyed.Contains(leaf.Hash)) continue;
                if (!named.TryGetValue(leaf.Subject, out var hash)) return findings.FileUnnamed(source.Kind, leaf.Subject);
                if (hash != leaf.Hash) return findings.FileRenamed(source.Kind, leaf.Subject);
            }
        }

        return null;
    }

    private async Task<(long Read, SealFinding? Finding)> Bytes(
        OfficeDb db, string agencyId, HashSet<string> destroyed, SealFindings findings, CancellationToken cancel)
    {
        var seen = new HashSet<string>(destroyed, StringComparer.Ordinal);
        var read = 0L;
        foreach (var source in log.Files)
        {
            foreach (var file in await FilesOf(db, source, agencyId).OrderBy(file => file.Id).ToListAsync(cancel))
            {
                if (!seen.Add(file.Sha256)) continue;
                if (!await HasItsBytes(file.Sha256, cancel)) return (read, findings.FileChanged(source.Kind, file.Id));
                read++;
            }
        }

        return (read, null);
    }

    private async Task<bool> HasItsBytes(string sha256, CancellationToken cancel)
    {
        try
        {
            await using var file = store.Open(sha256);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)) == sha256;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            return false;
        }
    }

    private static IQueryable<KnownFile> FilesOf(OfficeDb db, SealedFiles source, string agencyId)
    {
        // The table is one of those that capabilities have registered, never anything that was typed.
        var sql = $"SELECT id AS \"Id\", sha256 AS \"Sha256\" FROM {source.Table} WHERE agency_id = {{0}} AND sha256 IS NOT NULL";
        return db.Database.SqlQueryRaw<KnownFile>(sql, agencyId);
    }

    private static string Fingerprint(string typed)
    {
        var digits = string.Concat(typed.Where(letter => letter != ':' && !char.IsWhiteSpace(letter))).ToLowerInvariant();
        return digits.Length == 2 * SHA256.HashSizeInBytes && digits.All(char.IsAsciiHexDigitLower)
            ? digits
            : throw new RejectedException("not-a-fingerprint", new Text(
                "Dấu vân tay của khóa niêm phong gồm 64 chữ số thập lục phân (0–9, a–f). Hãy nhập đủ như cơ quan đã công bố.",
                "The fingerprint of a sealing key has 64 hexadecimal digits (0–9, a–f). Enter all of it as the agency has published it."))
            {
                Field = "published",
            };
    }

    /// <summary>The refusal of a seal that belongs elsewhere.</summary>
    public static RejectedException OtherAgency(SealFile outside, string agencyId) => new("other-agency", new Text(
        $"Niêm phong này của cơ quan {outside.AgencyName} ({outside.Agency}), không phải của cơ quan {agencyId}. Hãy chọn niêm phong của đúng cơ quan.",
        $"This seal belongs to the agency {outside.AgencyName} ({outside.Agency}) and not to {agencyId}. Choose a seal of this agency."))
    {
        Field = "file",
    };

    private sealed record KnownFile(string Id, string Sha256);
}
