using System.Globalization;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IsoE.Office.Organisation;

/// <summary>Saves changes of the organisation together with who made them, when, and what stood before: no silent edit (SoD-7).</summary>
/// <remarks>
/// The agency itself has a history beside those of its dossiers: the same table, append-only and chained by hashes, so
/// that <c>audit verify</c> covers it. Type <c>PersonAdded</c>, <c>UnitChanged</c>, ...; data an <see cref="OrganisationChange"/>.
/// </remarks>
public sealed class OrganisationLog(OfficeDb db, TimeProvider clock)
{
    /// <summary>The instance under which the history of the organisation stands.</summary>
    public const string InstanceId = "organisation";

    /// <summary>What says nothing to a reader, or must not be read.</summary>
    private static readonly string[] Unsaid =
    [
        "AgencyId", "Id", "ConcurrencyStamp", "SecurityStamp", "PasswordHash", "NormalizedUserName", "NormalizedEmail",
        "AccessFailedCount", "EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "LockoutEnd",
        "Kept", "Certificate", "Picture", "Endorsement",
    ];

    /// <summary>Saves what was changed in the scope's database, a row of history for each changed row, in one transaction.</summary>
    /// <exception cref="RejectedException"><c>busy</c>: somebody else changed the organisation at the same moment.</exception>
    public Task Save(Actor actor, CancellationToken cancel) => Save(actor, () => db.SaveChangesAsync(cancel), cancel);

    /// <summary>The same for those who save in another way in the scope's database.</summary>
    /// <exception cref="RejectedException"><c>busy</c>.</exception>
    public async Task Save(Actor actor, Func<Task> save, CancellationToken cancel)
    {
        await Write(actor, cancel);
        try
        {
            await save();
        }
        catch (DbUpdateException failure) when (LostRace.Explains(failure))
        {
            db.ChangeTracker.Clear();
            throw new RejectedException("busy", new Text(
                "Người khác vừa thay đổi tổ chức cùng lúc. Hãy tải lại trang và thử lại.",
                "Somebody else changed the organisation at the same moment. Load the page again and try once more."));
        }
    }

    /// <summary>Writes the rows of history without saving them.</summary>
    public async Task Write(Actor actor, CancellationToken cancel)
    {
        var changes = db.ChangeTracker.Entries().Where(entry => entry is { Entity: ILogged { IsLogged: true }, State: EntityState.Added or EntityState.Modified })
            .Select(Read).Where(change => change.Change.Fields.Count > 0).ToList();
        if (changes.Count == 0) return;
        var at = Instant.ToStored(clock.GetUtcNow());
        var head = await db.Instances.IgnoreQueryFilters()
            .SingleOrDefaultAsync(row => row.AgencyId == actor.AgencyId && row.InstanceId == InstanceId, cancel) ?? Begin(actor.AgencyId, at);
        foreach (var (type, change) in changes)
        {
            var row = HistoryChain.Link(
                head.HeadHash, head.AgencyId, InstanceId, head.Sequence + 1, type, OfficeJson.Write(change), at, actor.PersonId, commandId: null);
            db.Add(row);
            (head.Sequence, head.HeadHash, head.UpdatedAt) = (row.Sequence, row.Hash, at);
        }
    }

    private static (string Type, OrganisationChange Change) Read(EntityEntry entry)
    {
        var logged = (ILogged)entry.Entity;
        var isNew = entry.State is EntityState.Added;
        var fields = entry.Properties
            .Where(property => !Unsaid.Contains(property.Metadata.Name))
            .Where(property => isNew ? property.CurrentValue is not null : !Equals(property.OriginalValue, property.CurrentValue))
            .Select(property => new FieldChange(property.Metadata.Name, isNew ? null : Text(property.OriginalValue), Text(property.CurrentValue)));
        return ($"{entry.Metadata.ClrType.Name.Replace("Row", "", StringComparison.Ordinal)}{(isNew ? "Added" : "Changed")}",
            new OrganisationChange(logged.Subject, logged.Called, [.. fields]));
    }

    private InstanceRow Begin(string agencyId, DateTimeOffset at)
    {
        var head = new InstanceRow
        {
            AgencyId = agencyId,
            InstanceId = InstanceId,
            CorrelationId = InstanceId,
            Status = "Running",
            SubStatus = "Pending",
            Sequence = 0,
            HeadHash = HistoryChain.Origin,
            CreatedAt = at,
            UpdatedAt = at,
        };
        db.Add(head);
        return head;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly on => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => Instant.Format(at),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
