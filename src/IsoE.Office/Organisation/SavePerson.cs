using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>The particulars of a person.</summary>
/// <param name="Id">Id of the person to change; null for a new one.</param>
/// <param name="ToOn">Last day at the agency; null while they work there.</param>
public sealed record PersonForm(
    string? Id, string FullName, string? UnitCode, string? PositionCode, string? Email, string? Phone, DateOnly FromOn, DateOnly? ToOn);

/// <summary>Adds a person to the agency or changes their particulars. People are never deleted: history names them.</summary>
public sealed class SavePerson(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>person-name</c>, <c>person-dates</c>, <c>person-unknown</c>, <c>unit-unknown</c>, <c>position-unknown</c>, <c>busy</c>.
    /// </exception>
    public async Task<Person> Run(Actor actor, PersonForm form, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeOrganisation);
        Check(form);
        var person = form.Id is null ? Add(actor, form) : await Get(form.Id, cancel);
        await CheckPlace<Unit>(person.UnitCode, form.UnitCode, SaveUnit.Noun, nameof(form.UnitCode), cancel);
        await CheckPlace<Position>(person.PositionCode, form.PositionCode, SavePosition.Noun, nameof(form.PositionCode), cancel);
        person.FullName = VietnameseText.Compose(form.FullName.Trim());
        person.UnitCode = form.UnitCode;
        person.PositionCode = form.PositionCode;
        person.Email = form.Email?.Trim();
        person.Phone = form.Phone?.Trim();
        person.FromOn = form.FromOn;
        person.ToOn = form.ToOn;
        await log.Save(actor, cancel);
        return person;
    }

    private static void Check(PersonForm form)
    {
        if (string.IsNullOrWhiteSpace(form.FullName))
            throw new RejectedException("person-name", new Text("Nhập họ và tên.", "Enter the full name."))
            { Field = nameof(form.FullName) };
        if (form.ToOn < form.FromOn)
            throw new RejectedException("person-dates", new Text(
                "Ngày thôi công tác phải từ ngày bắt đầu trở đi.", "The last day cannot lie before the first."))
            { Field = nameof(form.ToOn) };
    }

    /// <summary>A new unit or position has to stand; what the person has had may have ended meanwhile.</summary>
    private async Task CheckPlace<T>(string? before, string? code, Text noun, string field, CancellationToken cancel)
        where T : class, IPeriod
    {
        if (code is null || code == before || await db.Set<T>().InForce(AgencyTime.Today(clock)).AnyAsync(period => period.Code == code, cancel)) return;
        throw new RejectedException(field == nameof(PersonForm.UnitCode) ? "unit-unknown" : "position-unknown", new Text(
            $"Cơ quan hiện không có {noun.Vi} “{code}”.", $"The agency has no {noun.En} “{code}” now."))
        { Field = field };
    }

    private Person Add(Actor actor, PersonForm form)
    {
        var person = new Person
        {
            AgencyId = actor.AgencyId,
            Id = RowId.New(clock.GetUtcNow()),
            FullName = form.FullName,
            FromOn = form.FromOn,
        };
        db.Add(person);
        return person;
    }

    private async Task<Person> Get(string id, CancellationToken cancel) =>
        await db.Set<Person>().SingleOrDefaultAsync(person => person.Id == id, cancel)
        ?? throw new RejectedException("person-unknown", new Text(
            "Không tìm thấy người này trong cơ quan.", "There is no such person at the agency."));
}
