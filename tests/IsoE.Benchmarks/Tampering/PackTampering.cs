using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using IsoE.Documents.Packing;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Verifier;

namespace IsoE.Benchmarks.Tampering;

/// <summary>Ways in which somebody changes a pack, up to making it anew with right hashes and signatures.</summary>
/// <param name="agencyKey">The agency's own sealing key, which the best of forgers has got hold of.</param>
internal sealed class PackTampering(byte[] pack, ECDsa agencyKey)
{
    private readonly IReadOnlyDictionary<string, byte[]> _files = new PdfFile(pack).Files();
    private Random _random = new();

    /// <returns>The forged pack, and what was done.</returns>
    public async Task<(byte[] Pack, string What)> Run(Random dice)
    {
        _random = dice;
        return await Run();
    }

    private async Task<(byte[] Pack, string What)> Run() => _random.Next(11) switch
    {
        0 or 1 or 2 => (Flip(), "a bit of the pack"),
        3 => (Delete(), "bytes of the pack deleted"),
        4 => (Swap(), "bytes of the pack swapped"),
        5 => (pack[.._random.Next(pack.Length)], "the end of the pack cut off"),
        6 => ([.. pack, .. RandomNumberGenerator.GetBytes(1 + _random.Next(200))], "bytes added to the pack"),
        7 => (await Anew(ownKey: true), "the pack made anew with another key"),
        8 => (await Anew(ownKey: false), "the pack made anew with the agency's key"),
        9 => (await BroughtIn(), "a key brought in that vouches for itself, and the pack signed with it"),
        _ => (await WithoutFile(), "a record left out and the pack signed with the agency's key"),
    };

    private byte[] Flip()
    {
        var changed = (byte[])pack.Clone();
        changed[_random.Next(changed.Length)] ^= (byte)(1 << _random.Next(8));
        return changed;
    }

    private byte[] Delete()
    {
        var start = _random.Next(pack.Length);
        return [.. pack[..start], .. pack[Math.Min(pack.Length, start + 1 + _random.Next(500))..]];
    }

    private byte[] Swap()
    {
        while (true)
        {
            var changed = (byte[])pack.Clone();
            var length = 1 + _random.Next(100);
            var (a, b) = (_random.Next(pack.Length - length), _random.Next(pack.Length - length));
            if (Math.Abs(a - b) < length) continue;
            pack.AsSpan(a, length).CopyTo(changed.AsSpan(b));
            pack.AsSpan(b, length).CopyTo(changed.AsSpan(a));
            if (!changed.AsSpan().SequenceEqual(pack)) return changed;
        }
    }

    /// <summary>A history says something else with right hashes, a seal and a signature over it.</summary>
    private async Task<byte[]> Anew(bool ownKey)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = ownKey ? own : agencyKey;
        var name = _files.Keys.Where(file => file.EndsWith(".history.json", StringComparison.Ordinal)).ElementAt(_random.Next(3));
        var history = JsonNode.Parse(_files[name])!;
        var head = Rewritten(history);
        // A tree of one leaf: its root is the leaf, and no other hash is needed.
        history["proof"] = new JsonObject { ["place"] = 0, ["path"] = new JsonArray() };
        history["files"] = new JsonArray();
        var seal = JsonNode.Parse(_files["seal.json"])!;
        var leaf = Leaf((string)history["instance"]!, history["rows"]!.AsArray().Count, head);
        var certificate = ownKey ? CertificateOf(key) : Convert.FromBase64String((string)seal["certificate"]!);
        var statement = new SealStatement(
            (string)seal["agency"]!, (long)seal["number"]!, Instant.Parse((string)seal["at"]!), 1, leaf, Convert.FromHexString((string)seal["previous"]!),
            SealingKeyRow.IdOf(certificate), (string)seal["by"]!);
        (seal["size"], seal["root"], seal["key"]) = (1, Convert.ToHexStringLower(leaf), statement.KeyId);
        seal["signature"] = Convert.ToBase64String(key.SignData(statement.Bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        seal["certificate"] = Convert.ToBase64String(certificate);
        var files = new Dictionary<string, byte[]>
        {
            [name] = Bytes(history),
            ["seal.json"] = Bytes(seal),
            ["seals.json"] = "{\"seals\":[]}"u8.ToArray(),
            ["keys.json"] = ownKey
                ? Bytes(new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["id"] = statement.KeyId, ["certificate"] = Convert.ToBase64String(certificate) }) })
                : _files["keys.json"],
        };
        return await Packed(files, [(string)history["code"]!], name, key);
    }

    /// <summary>A record that the history speaks of is no longer in the pack, nor in any list.</summary>
    private async Task<byte[]> WithoutFile()
    {
        var files = _files.Where(file => file.Key != "manifest.json").ToDictionary(file => file.Key, file => file.Value);
        var name = files.Keys.First(file => file.EndsWith(".history.json", StringComparison.Ordinal));
        var history = JsonNode.Parse(files[name])!;
        var records = history["files"]!.AsArray();
        var gone = records[_random.Next(records.Count)]!;
        files.Remove((string)gone["name"]!);
        records.Remove(gone);
        files[name] = Bytes(history);
        return await Packed(files, [(string)history["code"]!], name, agencyKey);
    }

    /// <summary>Everything is as it was, but sealed by a key that has put itself behind the agency's own.</summary>
    private async Task<byte[]> BroughtIn()
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = CertificateOf(own);
        var id = SealingKeyRow.IdOf(certificate);
        var files = _files.Where(file => file.Key != "manifest.json").ToDictionary(file => file.Key, file => file.Value);
        var (seal, keys) = (JsonNode.Parse(files["seal.json"])!, JsonNode.Parse(files["keys.json"])!);
        keys["keys"]!.AsArray().Add(new JsonObject
        {
            ["id"] = id,
            ["certificate"] = Convert.ToBase64String(certificate),
            ["predecessor"] = (string)seal["key"]!,
            ["endorsement"] = Convert.ToBase64String(own.SignData(certificate, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
        });
        var statement = new SealStatement(
            (string)seal["agency"]!, (long)seal["number"]!, Instant.Parse((string)seal["at"]!), (long)seal["size"]!, Convert.FromHexString((string)seal["root"]!),
            Convert.FromHexString((string)seal["previous"]!), id, (string)seal["by"]!);
        (seal["key"], seal["certificate"]) = (id, Convert.ToBase64String(certificate));
        seal["signature"] = Convert.ToBase64String(own.SignData(statement.Bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        (files["seal.json"], files["keys.json"]) = (Bytes(seal), Bytes(keys));
        var name = files.Keys.First(file => file.EndsWith(".history.json", StringComparison.Ordinal));
        return await Packed(files, [(string)JsonNode.Parse(files[name])!["code"]!], name, own);
    }

    private static byte[] Rewritten(JsonNode history)
    {
        var head = HistoryChain.Origin;
        foreach (var row in history["rows"]!.AsArray())
        {
            var forged = HistoryChain.Link(
                head, (string)history["agency"]!, (string)history["instance"]!, (long)row!["sequence"]!, (string)row["type"]!,
                ((string)row["data"]!).Replace("Đào", "Mận", StringComparison.Ordinal), Instant.Parse((string)row["at"]!), (string)row["actor"]!, (string?)row["command"]);
            (row["data"], row["nonce"], row["digest"]) = (forged.Data, Convert.ToHexStringLower(forged.DataNonce!), Convert.ToHexStringLower(forged.DataDigest));
            (row["previous"], row["hash"]) = (Convert.ToHexStringLower(forged.PreviousHash), Convert.ToHexStringLower(forged.Hash));
            head = forged.Hash;
        }

        return head;
    }

    private async Task<byte[]> Packed(Dictionary<string, byte[]> files, IReadOnlyList<string> codes, string history, ECDsa key)
    {
        var manifest = JsonNode.Parse(_files["manifest.json"])!;
        var report = pack[..(int)(long)manifest["report"]!["size"]!];
        manifest["dossiers"] = new JsonArray([.. codes.Select(code => new JsonObject { ["code"] = code, ["history"] = history })]);
        manifest["files"] = new JsonArray([.. files.Select(file => new JsonObject
        {
            ["name"] = file.Key, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file.Value)), ["size"] = file.Value.Length,
        })]);
        using var output = new MemoryStream();
        var writer = new PackWriter(output, report, DateTimeOffset.UnixEpoch);
        writer.Begin();
        foreach (var (name, bytes) in files.Append(new("manifest.json", Bytes(manifest))))
            await writer.Add(EmbeddedFile.Of(name, "application/json", name, bytes), CancellationToken.None);
        writer.End(hash => key.SignHash(hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        return output.ToArray();
    }

    private static byte[] Leaf(string instanceId, int sequence, byte[] hash) => new SealLeafRow
    {
        AgencyId = "",
        Place = 0,
        Kind = SealLeafRow.Chain,
        Subject = instanceId,
        Sequence = sequence,
        Hash = Convert.ToHexStringLower(hash),
    }.LeafHash();

    private static byte[] CertificateOf(ECDsa key) => new CertificateRequest("CN=Khác", key, HashAlgorithmName.SHA256)
        .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100)).RawData;

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
