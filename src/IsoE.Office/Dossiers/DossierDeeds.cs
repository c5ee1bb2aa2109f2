using IsoE.Office.Organisation;

namespace IsoE.Office.Dossiers;

/// <summary>Who did what on a dossier outside its tasks, as the segregation of duties asks.</summary>
internal static class DossierDeeds
{
    /// <summary>SoD-3 on collecting the fee of this dossier.</summary>
    public static Breach? OnCollecting(DossierRow dossier, Actor actor) => Segregation.OnCollecting(actor, Of(dossier));

    /// <summary>SoD-5 on returning the result of this dossier.</summary>
    public static Breach? OnReturning(DossierRow dossier, Actor actor) => Segregation.OnReturning(actor, Of(dossier));

    private static List<Deed> Of(DossierRow dossier)
    {
        var deeds = new List<Deed>();
        Add(Deeds.Received, dossier.ReceivedBy);
        Add(Deeds.FeeSet, dossier.FeeSetBy);
        Add(Deeds.Collected, dossier.CollectedBy);
        Add(Deeds.Settled, dossier.SettledBy);
        return deeds;

        void Add(string kind, string? personId)
        {
            if (personId is not null) deeds.Add(new Deed(kind, personId));
        }
    }
}
