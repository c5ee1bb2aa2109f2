using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality;

/// <summary>Erases what the applicant wrote about a dossier; the marks stay in the statistics.</summary>
internal sealed class EraseSurvey(OfficeDb db, InstanceRunner instances) : IErasesBesides
{
    public async Task Run(ErasedDossier dossier, CancellationToken cancel)
    {
        var survey = SurveyRow.IdOf(dossier.InstanceId);
        if (await db.Set<SurveyRow>().AnyAsync(row => row.InstanceId == survey, cancel)) await instances.EraseBesides(dossier, survey, cancel);
    }
}
