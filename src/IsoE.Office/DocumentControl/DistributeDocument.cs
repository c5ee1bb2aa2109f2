using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>Puts people on the distribution list of a version: they are asked to read it and to say that they have.</summary>
public sealed class DistributeDocument(OfficeDb db, InstanceRunner instances, ProcedureLibraries libraries, TimeProvider clock)
{
    /// <summary>Adds people; those on the list already stay as they are.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>procedure-unknown</c>, <c>person-unknown</c>.</exception>
    public async Task Run(
        Actor actor, string code, int version, IReadOnlyCollection<string> personIds, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.PublishProcedure);
        Reading.Get(libraries.Of(actor.AgencyId), code, version);
        var people = await db.Set<Person>().AsNoTracking().Where(person => personIds.Contains(person.Id)).ToListAsync(cancel);
        if (people.Count < personIds.Distinct().Count())
            throw new RejectedException("person-unknown", new Text("Không tìm thấy người này trong cơ quan.", "There is no such person at the agency."));
        await Ask(actor.AgencyId, code, version, people, actor.PersonId, actor.Name, commandId, cancel);
    }

    /// <summary>Adds everybody who holds a role that the version's steps need.</summary>
    internal async Task ToThoseWhoWorkByIt(string agencyId, string code, int version, string commandId, CancellationToken cancel)
    {
        var roles = Reading.Get(libraries.Of(agencyId), code, version).Steps.Rows.Select(step => step.Role).OfType<string>().Distinct().ToList();
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var held = await db.Set<PersonRole>().AsNoTracking().Where(role => roles.Contains(role.Role)).ToListAsync(cancel);
        var ids = held.Where(role => role.HoldsOn(today)).Select(role => role.PersonId).Distinct().ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancel);
        await Ask(agencyId, code, version, people, StepRequest.System, Roles.NameOf(Roles.System).Vi, commandId, cancel);
    }

    /// <summary>Asks people to read a version of something; those on its list already stay as they are.</summary>
    internal async Task Ask(
        string agencyId, string code, int version, IReadOnlyCollection<Person> people, string actorId, string by, string commandId, CancellationToken cancel)
    {
        if (people.Count == 0) return;
        await instances.Run(Reading.Request(agencyId, code, version, commandId, actorId), Decide, cancel);

        void Decide(Step step)
        {
            var listed = step.All<ReadingRow>().Select(row => row.PersonId).ToHashSet(StringComparer.Ordinal);
            var added = people.Where(person => !listed.Contains(person.Id)).OrderBy(person => person.Id, StringComparer.Ordinal)
                .Select(person => new Reader(person.Id, person.FullName)).ToList();
            if (added.Count > 0) step.Record(new DocumentDistributed(code, version, added, by));
        }
    }
}
