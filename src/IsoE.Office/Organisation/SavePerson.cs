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
public sealed class SavePerson(OfficeDb db, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>person-name</c>, <c>person-dates</c>, <c>person-unknown</c>.</exception>
    public async Task<Person> Run(Actor actor, PersonForm form, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeOrganisation);
        Check(form);
        var person = form.Id is null ? Add(actor, form) : await Get(form.Id, cancel);
        person.FullName = VietnameseText.Compose(form.FullName.Trim());
        person.UnitCode = form.UnitCode;
        person.PositionCode = form.PositionCode;
        person.Email = form.Email?.Trim();
        person.Phone = form.Phone?.Trim();
        person.FromOn = form.FromOn;
        person.ToOn = form.ToOn;
        await db.SaveChangesAsync(cancel);
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
