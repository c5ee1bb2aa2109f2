using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>A step hands over only to an agency of the platform, and only a procedure in force there.</summary>
internal sealed class KnownPartner(OfficeDb db, ProcedureLibraries libraries) : ITaskRule
{
    public Breach? Check(Step step, TaskRow task, Actor actor, IReadOnlyList<WorkflowEvent> events)
    {
        foreach (var wait in events.OfType<ActivitySuspended>().Select(e => e.Bookmark.Wait).OfType<SubProcedureWait>())
        {
            var agency = wait.Agency ?? step.AgencyId;
            if (!db.Set<Agency>().AsNoTracking().Any(known => known.Id == agency))
                throw new RejectedException("agency-unknown", new Text(
                    $"Không có cơ quan mã “{agency}” trên hệ thống. Chọn cơ quan trong danh mục.",
                    $"There is no agency “{agency}” on the platform. Choose one from the list."));
            libraries.Of(agency).GetInForce(wait.Procedure, VietnamTime.DateOf(step.Now));
        }

        return null;
    }
}
