using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;

namespace IsoE.Office.Reports;

/// <summary>A dossier as the statistics of a period see it.</summary>
internal sealed record Counted(DossierRow Dossier, ProcedureVersion Version, Period Period)
{
    /// <summary>Accepted in the period; the others were carried over into it.</summary>
    public bool IsNew { get; } = Period.Contains(Dossier.AcceptedAt!.Value);

    public bool IsSettled { get; } = Dossier.FinishedAt < Period.End;

    public DateTimeOffset Finish { get; } = DossierTimeliness.Finish(Dossier, Period.End);

    public Timeliness Timeliness { get; } = DossierTimeliness.Of(Dossier, Period.End);

    /// <summary>The unit that handles the procedure: the one whose specialists appraise it. Empty when the flow names none.</summary>
    public string Unit { get; } = Version.Definition.Activities.Values
        .Where(activity => activity.LiteralText("role") == Roles.Specialist)
        .Select(activity => activity.LiteralText("unit"))
        .FirstOrDefault(unit => unit is not null) ?? "";
}
