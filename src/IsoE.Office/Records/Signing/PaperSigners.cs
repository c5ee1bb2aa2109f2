using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Signing;

/// <summary>Who can sign a paper that was issued.</summary>
public sealed class PaperSigners(OfficeDb db, RoleHolders holders, TimeProvider clock)
{
    /// <summary>Whether the actor is whose signature the paper wants.</summary>
    /// <param name="procedure">Code of its dossier's procedure, for delegations limited to one.</param>
    public static bool Wants(RecordRow record, Actor actor, string procedure) => record.SignedBy switch
    {
        null => false,
        PaperSigning.Issuer => record.IssuedBy == actor.PersonId,
        var role => actor.GrantFor(role, unit: null, procedure) is not null,
    };

    /// <summary>Whether the paper waits for signatures: it is to be signed, has not been completed, and somebody who signs it has a valid key.</summary>
    public async Task<bool> IsAwaited(RecordRow record, CancellationToken cancel)
    {
        if (record is not { SignedBy: { } by, Sha256: null }) return false;
        IReadOnlyList<string> people = by == PaperSigning.Issuer ? [record.IssuedBy] : [.. (await holders.Of(by, cancel)).Select(person => person.Id)];
        var now = clock.GetUtcNow();
        return await db.Set<SigningKeyRow>().AnyAsync(key => key.PersonId != null && people.Contains(key.PersonId) && key.RemovedAt == null && key.NotAfter > now, cancel);
    }
}
