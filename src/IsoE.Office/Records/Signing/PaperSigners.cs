using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Signing;

/// <summary>Who can sign a paper that was issued.</summary>
public sealed class PaperSigners(OfficeDb db, RoleHolders holders, TimeProvider clock)
{
    /// <summary>Whether the paper waits for signatures: it is to be signed, has not been completed, and somebody who signs it has a valid key.</summary>
    public async Task<bool> IsAwaited(RecordRow record, CancellationToken cancel) => (await Awaited([record], cancel)).Count > 0;

    /// <summary>Ids of those of the papers that wait for signatures.</summary>
    public async Task<IReadOnlySet<string>> Awaited(IReadOnlyList<RecordRow> records, CancellationToken cancel)
    {
        var papers = records.Where(record => record is { SignedBy: not null, Sha256: null }).ToLookup(record => record.SignedBy!);
        var signers = new List<(string Person, IEnumerable<RecordRow> Papers)>();
        foreach (var same in papers)
        {
            if (same.Key == PaperSigning.Issuer) signers.AddRange(same.GroupBy(record => record.IssuedBy).Select(own => (own.Key, own.AsEnumerable())));
            else signers.AddRange((await holders.Of(same.Key, cancel)).Select(person => (person.Id, same.AsEnumerable())));
        }
        if (signers.Count == 0) return new HashSet<string>();
        var (people, now) = (signers.Select(signer => signer.Person).ToList(), clock.GetUtcNow());
        var able = await db.Set<SigningKeyRow>().Where(key => key.PersonId != null && people.Contains(key.PersonId) && key.RemovedAt == null && key.NotAfter > now)
            .Select(key => key.PersonId!).ToListAsync(cancel);
        return signers.Where(signer => able.Contains(signer.Person)).SelectMany(signer => signer.Papers).Select(record => record.Id).ToHashSet();
    }
}
