using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Seals;

/// <summary>The keys of an agency in the order in which they took one another's place, and what was said against them.</summary>
/// <remarks>
/// The first key is vouched for by nobody: whoever doubts it compares its fingerprint with the published one. Every later
/// key is vouched for by the one before. After a key was named as disclosed its word counts for nothing any more, so the
/// fingerprint of the key that took its place has to be published anew.
/// </remarks>
internal sealed class SealingKeyChain
{
    private readonly Dictionary<string, SealingKeyRow> _keys;
    private readonly Dictionary<string, SealingKeyRevocationRow> _revoked;
    private readonly IReadOnlyList<(string KeyId, string? SinceOn, string? Reason)> _said;
    private readonly Dictionary<string, int> _ranks;

    private SealingKeyChain(
        List<SealingKeyRow> keys, List<SealingKeyRevocationRow> revoked, IReadOnlyList<(string KeyId, string? SinceOn, string? Reason)> said)
    {
        _keys = keys.ToDictionary(key => key.Id);
        _revoked = revoked.ToDictionary(row => row.KeyId);
        _said = said;
        _ranks = _keys.ToDictionary(key => key.Key, key => Before(key.Value).Count());
    }

    public static async Task<SealingKeyChain> Read(OfficeDb db, string agencyId, CancellationToken cancel) => new(
        await db.Set<SealingKeyRow>().IgnoreQueryFilters().AsNoTracking().Where(key => key.AgencyId == agencyId).ToListAsync(cancel),
        await db.Set<SealingKeyRevocationRow>().IgnoreQueryFilters().AsNoTracking().Where(row => row.AgencyId == agencyId).ToListAsync(cancel),
        await Said(db, agencyId, cancel));

    public IEnumerable<SealingKeyRow> All => _keys.Values;

    public SealingKeyRow? Find(string id) => _keys.GetValueOrDefault(id);

    /// <summary>From when on the key proves nothing; null when nothing was said against it.</summary>
    public SealingKeyRevocationRow? Revocation(string id) => _revoked.GetValueOrDefault(id);

    /// <summary>How many keys came before this one.</summary>
    public int RankOf(string id) => _ranks[id];

    /// <summary>The first thing wrong with the keys themselves.</summary>
    /// <param name="published">Fingerprint that the agency has published; null when nobody gave one.</param>
    /// <param name="last">The key of the latest seal; null before the first.</param>
    public SealFinding? Fault(string? published, string? last, SealFindings findings)
    {
        if (_said.Any(said => !IsKept(said)) || _revoked.Count != _said.Count) return findings.RevocationsChanged();
        if (published is not null && !_keys.ContainsKey(published)) return findings.NotPublished(published);
        if (published is not null && Revocation(published) is { } revocation) return findings.PublishedRevoked(revocation);
        // A seal by the published key covers everything that was sealed by the keys before it.
        HashSet<string> trusted = published is null ? Firsts() : [published, .. Before(_keys[published]).Select(key => key.Id)];
        var doubtful = _keys.Values.OrderBy(key => _ranks[key.Id]).FirstOrDefault(key => !trusted.Contains(key.Id) && !IsEndorsed(key));
        if (doubtful is not null) return findings.KeyNotEndorsed(doubtful.Id);
        return published is not null && last is not null && !Leads(published, last) ? findings.NotPublished(published) : null;
    }

    /// <summary>Whether the key before has vouched for it.</summary>
    public bool IsEndorsed(SealingKeyRow key) =>
        key.PredecessorId is { } id && key.Endorsement is { } endorsement && _keys.TryGetValue(id, out var before) && before.Signed(key.Certificate, endorsement);

    private static async Task<IReadOnlyList<(string KeyId, string? SinceOn, string? Reason)>> Said(OfficeDb db, string agencyId, CancellationToken cancel)
    {
        var rows = await db.History.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.AgencyId == agencyId && row.InstanceId == OrganisationLog.InstanceId && row.Type == "SealingKeyRevocationAdded")
            .Select(row => row.Data).ToListAsync(cancel);
        return
        [
            .. rows.Select(OfficeJson.Read<OrganisationChange>).Select(change => (
                change.Subject,
                change.Fields.FirstOrDefault(field => field.Field == nameof(SealingKeyRevocationRow.SinceOn))?.After,
                change.Fields.FirstOrDefault(field => field.Field == nameof(SealingKeyRevocationRow.Reason))?.After)),
        ];
    }

    private bool IsKept((string KeyId, string? SinceOn, string? Reason) said) =>
        _revoked.TryGetValue(said.KeyId, out var row)
        && row.SinceOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) == said.SinceOn && row.Reason == said.Reason;

    /// <summary>The one key that has none before it.</summary>
    private HashSet<string> Firsts() => [.. _keys.Values.OrderBy(key => key.CreatedAt).Take(1).Where(key => key.PredecessorId is null).Select(key => key.Id)];

    /// <summary>Whether one key vouches for the other, by way of all keys between them.</summary>
    private bool Leads(string from, string to)
    {
        foreach (var key in Before(_keys[to]).Prepend(_keys[to]))
        {
            if (key.Id == from) return true;
            if (!IsEndorsed(key) || Revocation(key.PredecessorId!) is not null) return false;
        }

        return false;
    }

    /// <summary>The keys before this one, backwards, as far as they are known.</summary>
    private IEnumerable<SealingKeyRow> Before(SealingKeyRow key)
    {
        // Somebody may have tied them into a circle.
        for (var steps = 0; steps < _keys.Count && key.PredecessorId is { } id && _keys.TryGetValue(id, out var before); steps++)
            yield return key = before;
    }
}
