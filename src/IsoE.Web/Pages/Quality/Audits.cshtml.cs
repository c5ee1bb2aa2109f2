using IsoE.Office.Dossiers;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Audits;

namespace IsoE.Web.Pages.Quality;

/// <summary>The internal audits of the agency.</summary>
public sealed class AuditsModel(ReadAudit read, OpenInternalDossier open) : Screen
{
    public IReadOnlyList<DossierRow> Audits { get; private set; } = [];

    public bool MayOpen { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        Audits = await read.List(Actor, cancel);
        MayOpen = open.Offered(Actor).Any(version => version.Code == QualityProcedures.Audit);
    }
}
