using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace IsoE.Verifier;

/// <summary>Checks an evidence pack: a PDF that carries dossiers, their histories and files, the seal and its proofs.</summary>
/// <remarks>
/// Signature over the whole file; the list of files; the seal and the seals before it; each history row by row, up to
/// its entry in the seal; each record by its bytes, up to its entry. What is not anchored outside, a seal or the
/// fingerprint of the agency's certificate, proves only that the pack is one piece and made with the key that it names.
/// </remarks>
public sealed class Pack
{
    /// <summary>A pack carries all seals before its own, or so many of the latest.</summary>
    private const int MostSeals = 4000;

    private readonly List<Finding> _wrong = [];
    private readonly List<Finding> _open = [];
    private readonly List<Finding> _notes = [];

    /// <param name="pdf">The pack.</param>
    /// <param name="outside">A seal of the same agency that was kept outside, as its file; or null.</param>
    /// <param name="fingerprint">SHA-256 of the agency's certificate as it was published, hexadecimal; or null.</param>
    public static Findings Check(byte[] pdf, byte[]? outside = null, string? fingerprint = null)
    {
        var pack = new Pack();
        try
        {
            pack.Run(pdf, outside, fingerprint);
        }
        catch (DamagedException damaged)
        {
            pack._wrong.Add(damaged.Finding);
        }

        return new Findings(pack._wrong, pack._open, pack._notes);
    }

    private void Run(byte[] pdf, byte[]? outside, string? fingerprint)
    {
        var file = new PdfFile(pdf);
        var (before, after, signature) = file.Signature();
        var files = file.Files();
        var manifest = Json.Parse(Get(files, "manifest.json"), "manifest.json");
        var sealJson = Json.Parse(Get(files, "seal.json"), "seal.json");
        var (seal, certificate) = (Seal.Read(sealJson), sealJson.Base64("certificate"));
        if (!IsSigned(before, after, signature, certificate, seal.Key))
            Wrong("gói đã bị thay đổi sau khi lập: chữ ký trên toàn bộ tệp không khớp", "the pack was changed after it was made: the signature over the whole file does not fit");
        if (!seal.IsSignedBy(certificate))
            Wrong("chữ ký của niêm phong không khớp", "the signature of the seal does not fit");
        Listed(pdf, manifest, files);
        if (manifest.Text("agency") != seal.Agency)
            Wrong("niêm phong thuộc cơ quan khác", "the seal belongs to another agency");
        var keys = new KeyChain(Json.Parse(Get(files, "keys.json"), "keys.json"));
        var earlier = Earlier(seal, Json.Parse(Get(files, "seals.json"), "seals.json"));
        Sealing(seal, earlier, keys, fingerprint);
        Anchor(seal, earlier, keys, outside, fingerprint is not null);
        foreach (var dossier in manifest.List("dossiers"))
            Dossier(seal, dossier.Text("code"), Json.Parse(Get(files, dossier.Text("history")), dossier.Text("history")), files);
        if (_wrong.Count == 0) About(manifest, seal, certificate);
    }

    private static bool IsSigned(byte[] before, byte[] after, byte[] signature, byte[] certificate, string key)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        hash.AppendData(after);
        return Keys.SignedHash(certificate, key, hash.GetHashAndReset(), signature);
    }

    /// <summary>The files are those of the list, byte for byte, and so is the part that people read.</summary>
    private void Listed(byte[] pdf, JsonElement manifest, IReadOnlyDictionary<string, byte[]> files)
    {
        if (manifest.Text("format") != "isoe-pack-1") throw Json.Damaged("manifest.json");
        var report = manifest.Part("report");
        if (report.Whole("size") is var size && (size < 0 || size > pdf.Length || Hash(pdf.AsSpan(0, (int)size)) != report.Text("sha256")))
            Wrong("phần để đọc của gói đã bị thay đổi", "the part of the pack that people read was changed");
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var each in manifest.List("files")) listed[each.Text("name")] = each.Text("sha256");
        foreach (var (name, hash) in listed)
            if (!files.TryGetValue(name, out var bytes))
                Wrong($"thiếu tệp đính kèm {name}", $"the embedded file {name} is missing");
            else if (Hash(bytes) != hash)
                Wrong($"tệp đính kèm {name} đã bị thay đổi", $"the embedded file {name} was changed");
        foreach (var name in files.Keys.Where(name => name != "manifest.json" && !listed.ContainsKey(name)))
            Wrong($"tệp đính kèm {name} không có trong danh mục", $"the embedded file {name} is not in the list");
    }

    /// <summary>The seals before, each linked to the next and proved to be its beginning.</summary>
    private List<Seal> Earlier(Seal seal, JsonElement json)
    {
        var earlier = new List<Seal>();
        var next = seal;
        foreach (var each in json.List("seals").Reverse())
        {
            var one = Seal.Read(each);
            if (one.Number != next.Number - 1 || next.Previous != Hash(one.Statement))
                Wrong($"niêm phong số {next.Number} không nối với niêm phong trước nó", $"the seal {next.Number} is not linked to the one before it");
            if (string.CompareOrdinal(one.At, next.At) >= 0)
                Wrong($"niêm phong số {next.Number} không sau niêm phong trước nó: đồng hồ đã bị vặn lùi", $"the seal {next.Number} is not later than the one before it: the clock was set back");
            var proof = each.Hashes("consistency");
            if (!Merkle.IsBeginning(one.Size, one.RootHash, seal.Size, seal.RootHash, proof))
                Wrong($"niêm phong số {one.Number} không phải phần đầu của niêm phong số {seal.Number}", $"the seal {one.Number} is not the beginning of the seal {seal.Number}");
            earlier.Add(one);
            next = one;
        }

        if (earlier.Count != Math.Min(seal.Number - 1, MostSeals))
            Wrong($"thiếu các niêm phong trước niêm phong số {next.Number}", $"the seals before the seal {next.Number} are missing");
        return earlier;
    }

    /// <summary>Each seal is signed with a key of the agency, and each key vouched for.</summary>
    /// <param name="earlier">The seals before, the latest of them first.</param>
    private void Sealing(Seal seal, List<Seal> earlier, KeyChain keys, string? fingerprint)
    {
        Seal? next = null;
        foreach (var one in earlier.Prepend(seal))
        {
            if (keys.Fault(one, next) is { } fault) _wrong.Add(fault);
            next = one;
        }

        var published = fingerprint is null ? null : string.Concat(fingerprint.Where(char.IsAsciiHexDigit)).ToLowerInvariant();
        if (keys.Unvouched(published) is { } unvouched) _wrong.Add(unvouched);
        if (published is not null && keys.Unpublished(published, seal.Key) is { } unpublished) _wrong.Add(unpublished);
        _notes.AddRange(keys.Disclosed());
    }

    private void Anchor(Seal seal, List<Seal> earlier, KeyChain keys, byte[]? outside, bool isPublished)
    {
        if (outside is null)
        {
            if (!isPublished)
                Note(
                    $"Chưa đối chiếu với bên ngoài. Hãy so khóa {seal.Key} với khóa cơ quan đã công bố (--key), hoặc dùng một niêm phong giữ bên ngoài (--seal).",
                    $"Not held against anything outside. Compare the key {seal.Key} with the one the agency has published (--key), or use a seal kept outside (--seal).");
            return;
        }

        var json = Json.Parse(outside, "--seal");
        var kept = Seal.Read(json);
        if (!kept.IsSignedBy(json.Base64("certificate")))
            Wrong("niêm phong giữ bên ngoài đã bị sửa", "the seal kept outside was changed");
        if (kept.Agency != seal.Agency)
            Wrong($"niêm phong giữ bên ngoài của cơ quan khác ({kept.Agency})", $"the seal kept outside belongs to another agency ({kept.Agency})");
        else if (kept.Number > seal.Number && string.CompareOrdinal(kept.At, seal.At) <= 0)
            Wrong(
                $"gói được niêm phong sau niêm phong số {kept.Number} giữ bên ngoài nhưng chỉ mang số {seal.Number}: lịch sử đã bị viết lại",
                $"the pack was sealed after the seal {kept.Number} kept outside, but bears only the number {seal.Number}: the history was written anew");
        else if (kept.Number > seal.Number)
            Open(
                $"niêm phong giữ bên ngoài (số {kept.Number}) mới hơn gói (số {seal.Number}); hãy xuất gói mới",
                $"the seal kept outside (number {kept.Number}) is newer than the pack (number {seal.Number}); export a new pack");
        else if (earlier.Append(seal).FirstOrDefault(one => one.Number == kept.Number) is not { } same)
            Open(
                $"gói chỉ mang {earlier.Count} niêm phong gần nhất, không có số {kept.Number}; hãy dùng một niêm phong mới hơn",
                $"the pack carries the {earlier.Count} latest seals only, not number {kept.Number}; use one that is newer");
        else if (!same.Says(kept) && keys.IsDisclosed(kept.Key, kept.At))
            Wrong(
                $"niêm phong số {kept.Number} giữ bên ngoài được ký bằng khóa bị lộ và khác với niêm phong trong gói: không dùng làm chứng được",
                $"the seal {kept.Number} kept outside is signed with a disclosed key and is not the one of the pack: it proves nothing");
        else if (!same.Says(kept))
            Wrong($"niêm phong số {kept.Number} trong gói khác với niêm phong giữ bên ngoài: lịch sử đã bị viết lại", $"the seal {kept.Number} of the pack is not the one kept outside: the history was written anew");
        else
            Note($"Khớp với niêm phong số {kept.Number} giữ bên ngoài.", $"It fits the seal {kept.Number} that was kept outside.");
    }

    private void Dossier(Seal seal, string code, JsonElement history, IReadOnlyDictionary<string, byte[]> files)
    {
        try
        {
            var (instance, rows) = (history.Text("instance"), history.List("rows"));
            if (history.Text("agency") != seal.Agency) throw new DamagedException("lịch sử thuộc cơ quan khác", "the history belongs to another agency");
            var (sequence, hash) = History.Check(seal.Agency, instance, rows);
            if (!IsSealed(seal, "chain", instance, sequence, hash, history.Part("proof")))
                throw new DamagedException("lịch sử không phải là lịch sử đã niêm phong", "the history is not the one that was sealed");
            var printed = new HashSet<string>(StringComparer.Ordinal);
            foreach (var file in history.List("files"))
                printed.Add(Record(seal, file, files));
            Complete(rows, printed);
            Signed(rows, [.. history.List("files").Select(file => file.Text("name"))], files);
        }
        catch (DamagedException damaged)
        {
            Wrong($"hồ sơ {code}: {damaged.Finding.Vi}", $"dossier {code}: {damaged.Finding.En}");
        }
    }

    private static string Record(Seal seal, JsonElement file, IReadOnlyDictionary<string, byte[]> files)
    {
        var (name, hash) = (file.Text("name"), file.Text("sha256"));
        if (!files.TryGetValue(name, out var bytes) || Hash(bytes) != hash)
            throw new DamagedException($"tệp {name} không phải là tệp đã ghi", $"the file {name} is not the one that was recorded");
        return IsSealed(seal, file.Text("kind"), file.Text("id"), 0, Json.FromHex(hash, name), file.Part("proof"))
            ? hash
            : throw new DamagedException($"tệp {name} không phải là tệp đã niêm phong", $"the file {name} is not the one that was sealed");
    }

    /// <summary>Every record that the history says was made is there, but for those that the law had destroyed.</summary>
    private static void Complete(IReadOnlyList<JsonElement> rows, HashSet<string> printed)
    {
        var known = rows.Where(row => row.TextOrNull("nonce") is not null)
            .ToLookup(row => row.Text("type"), row => Json.Parse(Encoding.UTF8.GetBytes(row.Text("data")), "data"));
        printed.UnionWith(known["HistoryErased"].SelectMany(erased => erased.List("files")).Select(hash => hash.ValueKind == JsonValueKind.String ? hash.GetString()! : ""));
        foreach (var record in known["RecordPrinted"])
            if (!printed.Contains(record.Text("sha256")))
                throw new DamagedException($"thiếu tệp của giấy tờ {record.Text("recordId")}", $"the file of the record {record.Text("recordId")} is missing");
    }

    /// <summary>Every signed record carries the signatures that the history says, and they fit its bytes.</summary>
    private static void Signed(IReadOnlyList<JsonElement> rows, IReadOnlyList<string> names, IReadOnlyDictionary<string, byte[]> files)
    {
        var named = names.Distinct(StringComparer.Ordinal).ToLookup(name => Hash(files[name]));
        var known = rows.Where(row => row.TextOrNull("nonce") is not null && row.Text("type") == "DocumentSigned")
            .Select(row => Json.Parse(Encoding.UTF8.GetBytes(row.Text("data")), "data"));
        foreach (var record in known.GroupBy(signed => signed.TextOrNull("recordId") ?? signed.Text("record")))
        {
            // Of a record signed several times the last state has all signatures, but not those of a draft that was put aside.
            List<JsonElement> last = [record.Last()];
            foreach (var earlier in record.Reverse().Skip(1).Where(earlier => earlier.Text("after") == last[^1].Text("before"))) last.Add(earlier);
            foreach (var name in named[last[0].Text("after")])
            {
                var signers = SignedPdf.Signers(files[name], name);
                if (last.Find(signed => !signers.Contains(signed.Text("certificateSha256"))) is { ValueKind: JsonValueKind.Object } missing)
                    throw new DamagedException(
                        $"tệp {name} không có chữ ký của {missing.Text("holder")} mà lịch sử đã ghi", $"the file {name} lacks the signature of {missing.Text("holder")} that the history tells of");
            }
        }
    }

    private static bool IsSealed(Seal seal, string kind, string subject, long sequence, byte[] hash, JsonElement proof) => Merkle.Includes(
        History.LeafOf(kind, subject, sequence, hash), proof.Whole("place"), seal.Size,
        proof.Hashes("path"), seal.RootHash);

    private void About(JsonElement manifest, Seal seal, byte[] certificate)
    {
        using var loaded = X509CertificateLoader.LoadCertificate(certificate);
        var count = manifest.List("dossiers").Count;
        Note(
            $"Gói của {loaded.Subject}, lập lúc {manifest.Text("madeAt")}: {count} hồ sơ, niêm phong số {seal.Number} lúc {seal.At}, khóa {seal.Key}.",
            $"Pack of {loaded.Subject}, made at {manifest.Text("madeAt")}: {count} dossiers, seal {seal.Number} of {seal.At}, key {seal.Key}.");
    }

    private static byte[] Get(IReadOnlyDictionary<string, byte[]> files, string name) => files.TryGetValue(name, out var bytes)
        ? bytes
        : throw new DamagedException($"thiếu tệp đính kèm {name}", $"the embedded file {name} is missing");

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void Wrong(string vi, string en) => _wrong.Add(new Finding(vi, en));

    private void Open(string vi, string en) => _open.Add(new Finding(vi, en));

    private void Note(string vi, string en) => _notes.Add(new Finding(vi, en));
}
