using IsoE.Office.Organisation;
using IsoE.Office.Seals;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>The places of the quality system a person may open.</summary>
public sealed class IndexModel(ReadSeals seals) : Screen
{
    public IReadOnlyList<QualityGroup> Groups { get; private set; } = [];

    /// <summary>Why the sealing key should be renewed, to those who may know; null when it need not be.</summary>
    public Text? KeyWarning { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Groups = QualityPlaces.For(Visitor);
        if (Visitor.MayInWholeAgency(Right.ReadAuditLog)) KeyWarning = await seals.Warning(Actor.AgencyId, cancel);
        return Groups.Count > 0 ? Page() : Forbid();
    }
}
