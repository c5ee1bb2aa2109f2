using System.Text.RegularExpressions;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>A new agency and its first administrator.</summary>
/// <param name="Id">Identifier that leads the dossier codes, for example <c>H29.15</c>.</param>
/// <param name="Level">A code of <see cref="AgencyKinds.Levels"/>.</param>
/// <param name="Kind">A code of <see cref="AgencyKinds.All"/>.</param>
public sealed record AgencyForm(string Id, Text Name, string AdministratorName, string Level, string Kind);

/// <summary>Founds the first agency of a new installation, with a person who may administer it.</summary>
public sealed partial class FoundAgency(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    /// <summary>Safe to send again: an agency without accounts is taken over as it was founded.</summary>
    /// <exception cref="RejectedException">
    /// <c>agency-id</c>: the identifier has not the form of one; <c>agency-kind</c>: there is no such level or kind.
    /// </exception>
    public async Task<Person> Run(AgencyForm form, CancellationToken cancel)
    {
        if (!Identifier().IsMatch(form.Id))
            throw new RejectedException("agency-id", new Text(
                "Mã định danh gồm một chữ hoa, hai số và các nhóm số sau dấu chấm, ví dụ H29.15.",
                "The identifier is a capital letter, two digits and groups of digits after full stops, for example H29.15."))
            { Field = "AgencyId" };
        if (!AgencyKinds.Levels.ContainsKey(form.Level) || !AgencyKinds.All.ContainsKey(form.Kind))
            throw new RejectedException("agency-kind", new Text("Chọn cấp và loại cơ quan.", "Choose the level and kind of the agency."))
            { Field = "Kind" };
        var known = await db.Set<PersonRole>().IgnoreQueryFilters()
            .FirstOrDefaultAsync(role => role.AgencyId == form.Id && role.Role == Roles.TenantAdmin, cancel);
        if (known is not null)
            return await db.Set<Person>().IgnoreQueryFilters().SingleAsync(row => row.AgencyId == form.Id && row.Id == known.PersonId, cancel);
        var person = Add(form);
        await log.Save(new Actor(form.Id, person.Id, person.FullName, []), cancel);
        return person;
    }

    private Person Add(AgencyForm form)
    {
        var now = clock.GetUtcNow();
        var today = AgencyTime.Today(clock);
        var person = new Person { AgencyId = form.Id, Id = RowId.New(now), FullName = form.AdministratorName.Trim(), FromOn = today };
        db.Add(new Agency
        {
            Id = form.Id,
            NameVi = form.Name.Vi,
            NameEn = form.Name.En,
            Level = form.Level,
            Kind = form.Kind,
            FromOn = today,
        });
        db.Add(person);
        db.Add(new PersonRole
        {
            AgencyId = form.Id,
            Id = RowId.New(now),
            PersonId = person.Id,
            Role = Roles.TenantAdmin,
            FromOn = today,
            GivenBy = person.Id,
            GivenAt = now,
        });
        return person;
    }

    [GeneratedRegex(@"\A[A-Z]\d{2}(\.\d{2,3}){0,3}\z")]
    private static partial Regex Identifier();
}
