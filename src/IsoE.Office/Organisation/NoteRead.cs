using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Notes who sees personal data, before it is shown: what cannot be noted is not shown.</summary>
public sealed class NoteRead(IDbContextFactory<OfficeDb> databases, TimeProvider clock)
{
    private readonly HashSet<(ReadKind, string?)> _noted = [];

    /// <summary>Notes it once for a request, however often the request asks.</summary>
    /// <param name="dossierId">The dossier that is seen; null for a search or an export.</param>
    public async Task Run(Actor actor, ReadKind kind, string? dossierId, CancellationToken cancel)
    {
        if (!_noted.Add((kind, dossierId))) return;
        var at = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Add(new ReadRow
        {
            AgencyId = actor.AgencyId,
            Id = RowId.New(at),
            At = Instant.ToStored(at),
            PersonId = actor.PersonId,
            Kind = kind,
            DossierId = dossierId,
        });
        await db.SaveChangesAsync(cancel);
    }
}
