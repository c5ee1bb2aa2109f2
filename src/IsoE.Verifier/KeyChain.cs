using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace IsoE.Verifier;

/// <summary>The keys that an agency has sealed with, each vouched for by the one before, and what was said against them.</summary>
internal sealed class KeyChain
{
    private sealed record Key(string Id, byte[] Certificate, string? Predecessor, byte[]? Endorsement, string? DisclosedSince, string? Because);

    private readonly Dictionary<string, Key> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <param name="json"><c>keys.json</c>, the first key first.</param>
    /// <exception cref="DamagedException">A key cannot be read, or stands there twice.</exception>
    public KeyChain(JsonElement json)
    {
        foreach (var each in json.List("keys"))
        {
            var key = new Key(
                each.Text("id"), each.Base64("certificate"), each.TextOrNull("predecessor"),
                each.TextOrNull("endorsement") is null ? null : each.Base64("endorsement"), each.TextOrNull("disclosedSince"), each.TextOrNull("disclosedBecause"));
            if (!_keys.TryAdd(key.Id, key)) throw Json.Damaged("keys.json");
            _order.Add(key.Id);
        }
    }

    /// <summary>Why a seal cannot have been made with the key that it names; null when nothing speaks against it.</summary>
    /// <param name="next">The seal after it; null for the latest.</param>
    public Finding? Fault(Seal seal, Seal? next)
    {
        if (!_keys.TryGetValue(seal.Key, out var key) || !seal.IsSignedBy(key.Certificate))
            return new($"niêm phong số {seal.Number} không được ký bằng khóa nào của cơ quan", $"the seal {seal.Number} is signed with none of the agency's keys");
        if (next is not null && _order.IndexOf(next.Key) < _order.IndexOf(seal.Key))
            return new($"niêm phong số {next.Number} được ký bằng khóa đã được thay từ trước đó", $"the seal {next.Number} is signed with a key that had been replaced before");
        if (!IsWithin(key.Certificate, seal.At))
            return new($"niêm phong số {seal.Number} lập ngoài thời hạn chứng thư của khóa", $"the seal {seal.Number} was made outside the validity of its key's certificate");
        return next is null && IsDisclosed(key, seal.At)
            ? new($"niêm phong số {seal.Number} được ký bằng khóa bị lộ từ {key.DisclosedSince} ({key.Because})", $"the seal {seal.Number} is signed with a key disclosed since {key.DisclosedSince} ({key.Because})")
            : null;
    }

    /// <summary>Which key nobody has vouched for, unless it is the first or published one, or came before that.</summary>
    public Finding? Unvouched(string? published)
    {
        HashSet<string> trusted = published is not null && _keys.ContainsKey(published)
            ? [.. Back(published)]
            : [.. _order.Take(1).Where(id => _keys[id].Predecessor is null)];
        return _order.Find(id => !trusted.Contains(id) && !IsEndorsed(_keys[id])) is { } id
            ? new($"khóa niêm phong {id} không được khóa trước nó xác nhận", $"no earlier key vouches for the sealing key {id}")
            : null;
    }

    /// <summary>What speaks against a published key as the one by which the key of the seal is known.</summary>
    public Finding? Unpublished(string published, string key)
    {
        if (_keys.TryGetValue(published, out var known) && known.DisclosedSince is { } since)
            return new(
                $"cơ quan đã báo khóa {published} bị lộ từ {since} ({known.Because}): hãy hỏi dấu vân tay của khóa mới",
                $"the agency has named the key {published} as disclosed since {since} ({known.Because}): ask it for the fingerprint of the new key");
        foreach (var id in Back(key))
        {
            if (id == published) return null;
            if (!IsEndorsed(_keys[id]) || _keys[_keys[id].Predecessor!].DisclosedSince is not null) break;
        }

        return new("gói không được ký bằng khóa đã công bố của cơ quan, hay khóa được nó xác nhận", "the pack is not signed with the published key of the agency, nor with one that it vouches for");
    }

    /// <summary>What to know of keys that were disclosed, although later seals cover what they sealed.</summary>
    public IEnumerable<Finding> Disclosed() => _order.Select(id => _keys[id]).Where(key => key.DisclosedSince is not null).Select(key => new Finding(
        $"Cơ quan đã báo khóa {key.Id} bị lộ từ {key.DisclosedSince} ({key.Because}). Hãy so khóa của niêm phong với dấu vân tay công bố sau đó.",
        $"The agency has named the key {key.Id} as disclosed since {key.DisclosedSince} ({key.Because}). Compare the key of the seal with the fingerprint published since."));

    /// <summary>Whether what the key signs at that time proves nothing.</summary>
    public bool IsDisclosed(string id, string at) => _keys.TryGetValue(id, out var key) && IsDisclosed(key, at);

    private static bool IsDisclosed(Key key, string at) => key.DisclosedSince is { } since && string.CompareOrdinal(at, since) >= 0;

    private bool IsEndorsed(Key key) =>
        key.Endorsement is not null && key.Predecessor is not null && _keys.TryGetValue(key.Predecessor, out var before)
        && Keys.Signed(before.Certificate, before.Id, key.Certificate, key.Endorsement, DSASignatureFormat.Rfc3279DerSequence)
        && _order.IndexOf(before.Id) < _order.IndexOf(key.Id);

    /// <summary>The key and those before it, backwards, as far as they are known.</summary>
    private IEnumerable<string> Back(string id)
    {
        for (var steps = 0; steps < _order.Count && _keys.TryGetValue(id, out var key); steps++)
        {
            yield return id;
            if (key.Predecessor is null) yield break;
            id = key.Predecessor;
        }
    }

    private static bool IsWithin(byte[] certificate, string at)
    {
        using var loaded = X509CertificateLoader.LoadCertificate(certificate);
        return DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && instant >= loaded.NotBefore.ToUniversalTime() && instant <= loaded.NotAfter.ToUniversalTime();
    }
}
