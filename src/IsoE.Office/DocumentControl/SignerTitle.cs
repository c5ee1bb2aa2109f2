using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>The title under which a person signs a document: their position, or the name of a role they hold.</summary>
public sealed class SignerTitle(OfficeDb db, TimeProvider clock)
{
    public async Task<Text> Of(Actor actor, CancellationToken cancel)
    {
        var position = await (
            from person in db.Set<Person>().AsNoTracking()
            join held in db.Set<Position>().AsNoTracking().InForce(AgencyTime.Today(clock)) on person.PositionCode equals held.Code
            where person.Id == actor.PersonId
            select held).FirstOrDefaultAsync(cancel);
        if (position is not null) return new Text(position.NameVi, position.NameEn);
        return actor.RoleCodes.Select(Roles.NameOf).FirstOrDefault() ?? new Text("", "");
    }
}
