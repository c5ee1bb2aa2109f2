using IsoE.Office.Procedures;

namespace IsoE.Office.Dossiers;

/// <summary>Puts new findings about components over the ones a dossier has.</summary>
internal static class ComponentUpdates
{
    /// <exception cref="IsoE.Workflows.RejectedException"><c>component-unknown</c>.</exception>
    public static IReadOnlyList<ComponentCheck> Of(Procedure procedure, DossierRow dossier, IReadOnlyList<ComponentCheck> found)
    {
        ReceptionCheck.RefuseUnknown(procedure, found);
        var before = dossier.ReadComponents();
        return
        [
            .. before.Select(check => found.FirstOrDefault(update => update.ComponentId == check.ComponentId) ?? check),
            .. found.Where(update => before.All(check => check.ComponentId != update.ComponentId)),
        ];
    }
}
