using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;

namespace IsoE.Office.Dossiers;

/// <summary>Keeps confidential dossiers out of lists (SoD-10). Every list that shows who a dossier is of goes through here.</summary>
public static class ConfidentialDossiers
{
    /// <summary>Without the confidential dossiers of which the actor is not one of the named people.</summary>
    public static IQueryable<DossierRow> OpenTo(this IQueryable<DossierRow> dossiers, Actor actor, OfficeDb db)
    {
        var tasks = db.Set<TaskRow>().Where(task => task.AssigneeId == actor.PersonId || task.DoneBy == actor.PersonId);
        return dossiers.Where(row =>
            !row.IsConfidential || row.ReceivedBy == actor.PersonId || tasks.Any(task => task.InstanceId == row.InstanceId));
    }
}
