using IsoE.Office.Dossiers;

namespace IsoE.Web.Pages.Citizen;

/// <summary>A page about a dossier that the visitor has handed in online.</summary>
public abstract class OwnDossierScreen(FindDossier find) : CitizenScreen
{
    public DossierView View { get; private set; } = null!;
    public DossierRow Dossier => View.Dossier;

    protected async Task<bool> Find(CancellationToken cancel)
    {
        if (await find.Submitted(Applicant, Contact, Id, cancel) is not { } view) return false;
        View = view;
        return true;
    }
}
