using System.Globalization;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>A role that somebody held at an instant.</summary>
/// <param name="Person">Name at that time.</param>
/// <param name="UnitCode">The unit it was limited to; null for the whole agency.</param>
/// <param name="OnBehalfOf">Name of the person stood in for, by deputyship or delegation; null for oneself.</param>
/// <param name="Document">Number of the document of delegation; null otherwise.</param>
public sealed record RoleAsOf(string Role, string PersonId, string Person, string? UnitCode, string? OnBehalfOf = null, string? Document = null);

/// <summary>Who held which role at an instant, as it was known then: what was recorded later does not count.</summary>
/// <remarks>
/// Roles and delegations carry the instants at which they were given and ended; deputies and names are led back by the
/// history of the organisation from what stands today.
/// </remarks>
public sealed class OrganisationAsOf(OfficeDb db)
{
    /// <summary>By role, then by name.</summary>
    public async Task<IReadOnlyList<RoleAsOf>> Run(DateTimeOffset at, CancellationToken cancel)
    {
        var day = AgencyTime.DateOf(at);
        var later = await Later(at, cancel);
        var people = await db.Set<Person>().AsNoTracking().ToListAsync(cancel);
        var names = people.ToDictionary(person => person.Id, person => NameAt(person, later));
        string Name(string id) => names.GetValueOrDefault(id, id);
        var own = (await db.Set<PersonRole>().AsNoTracking().ToListAsync(cancel))
            .Where(role => role.GivenAt <= at && role.FromOn <= day && (role.ToOn is null || day <= role.ToOn || role.EndedAt > at))
            .Select(role => new RoleAsOf(role.Role, role.PersonId, Name(role.PersonId), role.UnitCode));
        var delegated = (await db.Set<Delegation>().AsNoTracking().ToListAsync(cancel))
            .Where(row => row.ApprovedAt <= at && (row.RevokedAt is null || row.RevokedAt > at) && row.FromOn <= day && day <= row.ToOn)
            .Select(row => new RoleAsOf(row.Role, row.ToPersonId, Name(row.ToPersonId), row.UnitCode, Name(row.FromPersonId), row.DocumentNumber));
        var deputies = (await db.Set<Deputy>().AsNoTracking().ToListAsync(cancel))
            .Where(row => IsDeputyAt(row, day, later))
            .Select(row => new RoleAsOf(row.Role, row.DeputyId, Name(row.DeputyId), row.UnitCode, Name(row.HeadId)));
        return [.. own.Concat(delegated).Concat(deputies).OrderBy(role => role.Role, StringComparer.Ordinal).ThenBy(role => role.Person, StringComparer.Ordinal)];
    }

    /// <summary>What the history of the organisation has recorded since, the first change first.</summary>
    private async Task<IReadOnlyList<(string Type, OrganisationChange Change)>> Later(DateTimeOffset at, CancellationToken cancel)
    {
        string[] types = ["PersonChanged", "DeputyAdded", "DeputyChanged"];
        var rows = await db.History.AsNoTracking()
            .Where(row => row.InstanceId == OrganisationLog.InstanceId && row.At > at && types.Contains(row.Type))
            .OrderBy(row => row.Sequence).ToListAsync(cancel);
        return [.. rows.Where(row => !row.IsErased).Select(row => (row.Type, OfficeJson.Read<OrganisationChange>(row.Data)))];
    }

    private static string NameAt(Person person, IReadOnlyList<(string Type, OrganisationChange Change)> later) => later
        .Where(each => each.Type == "PersonChanged" && each.Change.Subject == person.Id)
        .SelectMany(each => each.Change.Fields)
        .FirstOrDefault(field => field.Field == nameof(Person.FullName))?.Before ?? person.FullName;

    private static bool IsDeputyAt(Deputy deputy, DateOnly day, IReadOnlyList<(string Type, OrganisationChange Change)> later)
    {
        var changes = later.Where(each => each.Change.Subject == deputy.DeputyId && each.Change.Called == deputy.Role).ToList();
        if (changes.Exists(each => each.Type == "DeputyAdded" && each.Change.Fields.Any(field => field.Field == nameof(Deputy.HeadId) && field.After == deputy.HeadId)))
            return false;
        var ended = changes.Where(each => each.Type == "DeputyChanged").SelectMany(each => each.Change.Fields)
            .FirstOrDefault(field => field.Field == nameof(Deputy.ToOn) && field.After == deputy.ToOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return deputy.FromOn <= day && (ended is not null || deputy.ToOn is null || day <= deputy.ToOn);
    }
}
