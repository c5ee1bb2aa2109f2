using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>One line of the organisation's history.</summary>
/// <param name="Type">What happened, for example <c>UnitChanged</c>.</param>
/// <param name="By">Name of who did it.</param>
/// <param name="About">Name of what or whom it concerns.</param>
/// <param name="Called">What was changed as it was called then: a role, a document of delegation, a unit.</param>
/// <param name="Fields">What changed, people, units and positions by their names.</param>
public sealed record OrganisationLogLine(
    long Sequence, DateTimeOffset At, string Type, string By, string About, string Called, IReadOnlyList<FieldChange> Fields);

/// <param name="Next">Sequence before which the following page begins; null on the last.</param>
public sealed record OrganisationLogPage(IReadOnlyList<OrganisationLogLine> Lines, long? Next);

/// <summary>Reads who changed what in the organisation, the latest first.</summary>
public sealed class ReadOrganisationLog(OfficeDb db, TimeProvider clock)
{
    /// <param name="before">Only what stands before this sequence; null for the latest.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>: it is the whole agency's, a unit's reach does not open it.</exception>
    public async Task<OrganisationLogPage> Run(Actor actor, long? before, int size, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadAuditLog);
        var rows = await db.History.AsNoTracking()
            .Where(row => row.InstanceId == OrganisationLog.InstanceId && (before == null || row.Sequence < before))
            .OrderByDescending(row => row.Sequence).Take(size + 1).ToListAsync(cancel);
        var shown = rows.Take(size).Select(row => (Row: row, Change: OfficeJson.Read<OrganisationChange>(row.Data))).ToList();
        var names = await Names(cancel);
        return new OrganisationLogPage(
            [.. shown.Select(each => Line(each.Row, each.Change, names))],
            rows.Count > size ? shown[^1].Row.Sequence : null);
    }

    private static OrganisationLogLine Line(HistoryRow row, OrganisationChange change, Known names) => new(
        row.Sequence,
        row.At,
        row.Type,
        names.People.GetValueOrDefault(row.ActorId, row.ActorId),
        names.People.GetValueOrDefault(change.Subject, change.Called),
        change.Called,
        [.. change.Fields.Select(field => field with { Before = names.Of(row.Type, field.Field, field.Before), After = names.Of(row.Type, field.Field, field.After) })]);

    private async Task<Known> Names(CancellationToken cancel)
    {
        var today = AgencyTime.Today(clock);
        return new Known(
            await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancel),
            (await db.Set<Unit>().On(today, cancel)).ToDictionary(unit => unit.Key, unit => unit.Value.NameVi),
            (await db.Set<Position>().On(today, cancel)).ToDictionary(position => position.Key, position => position.Value.NameVi));
    }

    /// <summary>The names behind ids and codes, as they are today.</summary>
    private sealed record Known(
        IReadOnlyDictionary<string, string> People, IReadOnlyDictionary<string, string> Units, IReadOnlyDictionary<string, string> Positions)
    {
        public string? Of(string type, string field, string? value)
        {
            if (value is null) return null;
            var names = field switch
            {
                nameof(Person.UnitCode) or nameof(Unit.ParentCode) => Units,
                nameof(Person.PositionCode) => Positions,
                nameof(Unit.SuccessorCode) => type.StartsWith(nameof(Unit), StringComparison.Ordinal) ? Units : Positions,
                _ => People,
            };
            return names.GetValueOrDefault(value, value);
        }
    }
}
