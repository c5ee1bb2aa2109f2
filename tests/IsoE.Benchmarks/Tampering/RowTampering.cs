using System.Security.Cryptography;
using System.Text;
using IsoE.Office.Seals;
using IsoE.Office.Storage;

namespace IsoE.Benchmarks.Tampering;

/// <summary>Ways in which somebody with full power over the database changes what it says, right hashes and all.</summary>
/// <param name="agencyKey">The agency's own sealing key and its id, which the best of forgers has got hold of.</param>
internal sealed class RowTampering(IReadOnlyDictionary<string, TableCopy> tables, (ECDsa Key, string Id) agencyKey, Random random)
{
    /// <summary>What of each table is evidence; the rest can be made again from the history.</summary>
    public static IReadOnlyDictionary<string, string[]> Evidence { get; } = new Dictionary<string, string[]>
    {
        ["history"] = ["agency_id", "instance_id", "sequence", "type", "data", "data_nonce", "data_digest", "at", "actor_id", "command_id", "previous_hash", "hash"],
        ["instance"] = ["instance_id", "sequence", "head_hash"],
        ["record"] = ["id", "sha256"],
        ["seal_leaf"] = ["agency_id", "place", "kind", "subject", "sequence", "hash"],
        ["seal"] = ["agency_id", "number", "at", "size", "root", "previous", "key_id", "signature", "sealed_by"],
        ["sealing_key"] = ["id", "certificate", "predecessor_id", "endorsement"],
        ["sealing_key_revocation"] = ["key_id", "reason"],
    };

    private TableCopy History => tables["history"];

    /// <summary>Ways there are; some are rare, so flipped bits have two numbers.</summary>
    public const int Ways = 11;

    /// <summary>Does one of them.</summary>
    /// <param name="way">Which, below <see cref="Ways"/>; null: any.</param>
    /// <returns>What was done, in words.</returns>
    public string Run(int? way = null) => (way ?? random.Next(Ways)) switch
    {
        0 or 1 => Flip(),
        2 => Delete(),
        3 => Swap(),
        4 => CutTail(),
        5 => Rewrite(withEntries: false),
        6 => Rewrite(withEntries: true),
        7 => Endorse(),
        8 => SealWithOwnKey(),
        9 => SealOnce(),
        _ => SealWithAgencyKey(),
    };

    /// <summary>One bit of one value.</summary>
    private string Flip()
    {
        while (true)
        {
            var (name, columns) = Evidence.ElementAt(random.Next(Evidence.Count));
            var (table, column) = (tables[name], columns[random.Next(columns.Length)]);
            var row = table.Rows[random.Next(table.Rows.Count)];
            if (Flipped(row[table[column]]) is not { } flipped) continue;
            row[table[column]] = flipped;
            table.Changed();
            return $"a bit of {name}.{column}";
        }
    }

    private object? Flipped(object value)
    {
        switch (value)
        {
            case byte[] { Length: > 0 } bytes:
                var changed = (byte[])bytes.Clone();
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
                return changed;
            case string { Length: > 0 } text:
                var place = random.Next(text.Length);
                // The lowest bits keep a letter a letter; half a pair of UTF-16 would not be text.
                return char.IsSurrogate(text[place]) ? null : $"{text[..place]}{(char)(text[place] ^ (1 << random.Next(3)))}{text[(place + 1)..]}";
            case long number: return number ^ (1L << random.Next(20));
            case DateTime at: return at.AddTicks(TimeSpan.TicksPerMicrosecond << random.Next(30));
            default: return null;
        }
    }

    private string Delete()
    {
        var (name, table) = Any();
        var count = Math.Min(table.Rows.Count, 1 + random.Next(3));
        table.Rows.RemoveRange(random.Next(table.Rows.Count - count + 1), count);
        table.Changed();
        return $"{count} rows of {name} deleted";
    }

    /// <summary>Two rows exchange what they say.</summary>
    private string Swap()
    {
        while (true)
        {
            var (name, table) = Any();
            if (table.Rows.Count < 2) continue;
            var column = Evidence[name][random.Next(Evidence[name].Length)];
            var (a, b) = (table.Rows[random.Next(table.Rows.Count)], table.Rows[random.Next(table.Rows.Count)]);
            var (x, y) = (a[table[column]], b[table[column]]);
            if (Same(x, y)) continue;
            (a[table[column]], b[table[column]]) = (y, x);
            table.Changed();
            return $"{name}.{column} of two rows swapped";
        }
    }

    /// <summary>The end of a chain goes, and its instance says that it never was.</summary>
    private string CutTail()
    {
        var chain = Chain();
        var left = random.Next(chain.Count);
        foreach (var row in chain.Skip(left)) History.Rows.Remove(row);
        Head(InstanceOf(chain[0]), left, left == 0 ? null : (byte[])chain[left - 1][History["hash"]]);
        History.Changed();
        return left == 0 ? "a whole chain deleted" : "the end of a chain cut off";
    }

    /// <summary>A chain says something else from one row on, with all hashes right; the entries of the seals too, if told.</summary>
    private string Rewrite(bool withEntries)
    {
        var chain = Chain();
        var from = random.Next(chain.Count);
        var head = from == 0 ? HistoryChain.Origin : (byte[])chain[from - 1][History["hash"]];
        foreach (var row in chain.Skip(from))
        {
            var forged = HistoryChain.Link(
                head, (string)row[History["agency_id"]], InstanceOf(row), (long)row[History["sequence"]], (string)row[History["type"]],
                ((string)row[History["data"]]).Replace("Đào", "Mận", StringComparison.Ordinal), At(row[History["at"]]), (string)row[History["actor_id"]],
                row[History["command_id"]] as string);
            (row[History["data"]], row[History["data_nonce"]], row[History["data_digest"]]) = (forged.Data, forged.DataNonce!, forged.DataDigest);
            (row[History["previous_hash"]], row[History["hash"]]) = (forged.PreviousHash, forged.Hash);
            head = forged.Hash;
            if (withEntries) Entry(InstanceOf(row), forged);
        }

        Head(InstanceOf(chain[0]), chain.Count, head);
        History.Changed();
        return withEntries ? "a chain and its sealed entries written anew" : "a chain written anew";
    }

    /// <summary>A key of the forger's own takes the place of the latest, vouched for by itself.</summary>
    private string Endorse()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = CertificateOf(key);
        var keys = tables["sealing_key"];
        var row = (object[])keys.Rows.MaxBy(row => At(row[keys["created_at"]]))!.Clone();
        row[keys["predecessor_id"]] = row[keys["id"]];
        (row[keys["id"]], row[keys["certificate"]]) = (SealingKeyRow.IdOf(certificate), certificate);
        row[keys["endorsement"]] = key.SignData(certificate, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        keys.Rows.Add(row);
        keys.Changed();
        return "a key brought in that vouches for itself";
    }

    /// <summary>A chain, its entries and all seals are written anew and signed with a key of the forger's own.</summary>
    private string SealWithOwnKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = CertificateOf(key);
        var keys = tables["sealing_key"];
        (keys.Rows[0][keys["id"]], keys.Rows[0][keys["certificate"]]) = (SealingKeyRow.IdOf(certificate), certificate);
        keys.Changed();
        SealAnew(key, SealingKeyRow.IdOf(certificate));
        return "everything written anew and sealed with another key";
    }

    private string SealWithAgencyKey()
    {
        SealAnew(agencyKey.Key, agencyKey.Id);
        return "everything written anew and sealed with the agency's key";
    }

    /// <summary>As if everything had been sealed for the first time, by the agency: nothing is left that another seal could be held against.</summary>
    private string SealOnce()
    {
        var seals = tables["seal"];
        seals.Rows.Sort((a, b) => ((long)a[seals["number"]]).CompareTo((long)b[seals["number"]]));
        var last = seals.Rows[^1];
        seals.Rows.Clear();
        seals.Rows.Add(last);
        last[seals["number"]] = 1L;
        SealAnew(agencyKey.Key, agencyKey.Id);
        return "everything written anew under a single seal with the agency's key";
    }

    private static byte[] CertificateOf(ECDsa key)
    {
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=Khác", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.RawData;
    }

    private void SealAnew(ECDsa key, string keyId)
    {
        Rewrite(withEntries: true);
        var (seals, entries) = (tables["seal"], tables["seal_leaf"]);
        var tree = new MerkleTree([.. entries.Rows.OrderBy(row => (long)row[entries["place"]]).SelectMany(row => LeafOf(row).LeafHash())]);
        var previous = new byte[32];
        foreach (var row in seals.Rows.OrderBy(row => (long)row[seals["number"]]))
        {
            var statement = new SealStatement(
                (string)row[seals["agency_id"]], (long)row[seals["number"]], At(row[seals["at"]]), (long)row[seals["size"]], tree.Root((long)row[seals["size"]]),
                previous, keyId, (string)row[seals["sealed_by"]]);
            (row[seals["root"]], row[seals["previous"]], row[seals["key_id"]]) = (statement.Root, previous, statement.KeyId);
            row[seals["signature"]] = key.SignData(Encoding.UTF8.GetBytes(statement.Text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            previous = statement.Hash;
        }

        seals.Changed();

        SealLeafRow LeafOf(object[] row) => new()
        {
            AgencyId = (string)row[entries["agency_id"]],
            Place = (long)row[entries["place"]],
            Kind = (string)row[entries["kind"]],
            Subject = (string)row[entries["subject"]],
            Sequence = (long)row[entries["sequence"]],
            Hash = (string)row[entries["hash"]],
        };
    }

    private (string Name, TableCopy Table) Any()
    {
        var name = Evidence.Keys.ElementAt(random.Next(Evidence.Count));
        return (name, tables[name]);
    }

    private List<object[]> Chain()
    {
        var ids = History.Rows.Select(InstanceOf).Distinct().Order(StringComparer.Ordinal).ToList();
        var id = ids[random.Next(ids.Count)];
        return [.. History.Rows.Where(row => InstanceOf(row) == id).OrderBy(row => (long)row[History["sequence"]])];
    }

    private string InstanceOf(object[] row) => (string)row[History["instance_id"]];

    private void Head(string instanceId, int sequence, byte[]? hash)
    {
        var table = tables["instance"];
        var row = table.Rows.Single(row => (string)row[table["instance_id"]] == instanceId);
        if (hash is null) table.Rows.Remove(row);
        else (row[table["sequence"]], row[table["head_hash"]]) = ((long)sequence, hash);
        table.Changed();
    }

    private void Entry(string instanceId, HistoryRow forged)
    {
        var table = tables["seal_leaf"];
        foreach (var row in table.Rows.Where(row => (string)row[table["subject"]] == instanceId && (long)row[table["sequence"]] == forged.Sequence))
            row[table["hash"]] = Convert.ToHexStringLower(forged.Hash);
        table.Changed();
    }

    private static DateTimeOffset At(object stored) => stored is DateTime at ? new DateTimeOffset(at, TimeSpan.Zero) : Instant.Parse((string)stored);

    private static bool Same(object a, object b) => a is byte[] x && b is byte[] y ? x.AsSpan().SequenceEqual(y) : Equals(a, b);
}
