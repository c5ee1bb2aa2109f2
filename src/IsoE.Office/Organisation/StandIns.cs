using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Who else holds a role: a refusal under the segregation of duties names them.</summary>
public sealed class StandIns(OfficeDb db, TimeProvider clock)
{
    /// <summary>The people who hold the role in the unit today, without the barred ones, by name; at most five.</summary>
    /// <param name="barredUnit">The unit whose people do not count either; null for none.</param>
    public async Task<IReadOnlyList<Person>> Find(
        string role, string? unit, IReadOnlyCollection<string> barred, string? barredUnit, CancellationToken cancel)
    {
        var today = AgencyTime.Today(clock);
        var holders = await db.Set<PersonRole>().AsNoTracking()
            .Where(row => row.Role == role && (unit == null || row.UnitCode == null || row.UnitCode == unit))
            .Where(row => row.FromOn <= today && (row.ToOn == null || row.ToOn >= today))
            .Select(row => row.PersonId).Distinct().ToListAsync(cancel);
        return await db.Set<Person>().AsNoTracking()
            .Where(person => holders.Contains(person.Id) && !barred.Contains(person.Id))
            .Where(person => barredUnit == null || person.UnitCode != barredUnit)
            .Where(person => person.FromOn <= today && (person.ToOn == null || person.ToOn >= today))
            .OrderBy(person => person.FullName).Take(5).ToListAsync(cancel);
    }

    /// <summary>The refusal of a breach, with the people who could do it instead.</summary>
    public async Task<RejectedException> Refuse(Breach breach, string role, string? unit, CancellationToken cancel)
    {
        var others = await Find(role, unit, breach.Barred, breach.BarredUnit, cancel);
        var names = string.Join(", ", others.Select(person => person.FullName));
        var instead = others.Count > 0
            ? new Text($"Người có thể thực hiện thay: {names}.", $"Who could do it instead: {names}.")
            : new Text(
                $"Hiện không có ai khác giữ vai trò {Roles.NameOf(role).Vi}; đề nghị lãnh đạo giao hoặc ủy quyền cho người khác.",
                $"Nobody else holds the role {Roles.NameOf(role).En} now; ask the leader to assign or delegate it.");
        return new RejectedException(breach.Code, new Text(
            $"{breach.Reason.Vi} {instead.Vi}", $"{breach.Reason.En} {instead.En}"));
    }
}
