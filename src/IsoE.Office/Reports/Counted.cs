using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;

namespace IsoE.Office.Reports;

/// <summary>What the statistics need of a dossier, and no more: a year has hundreds of thousands.</summary>
internal sealed record CountedDossier(
    string InstanceId,
    string Code,
    string ProcedureCode,
    int ProcedureVersion,
    Channel Channel,
    DateTimeOffset AcceptedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? OriginalPromisedAt,
    BusinessState Business,
    int SupplementCount,
    DateTimeOffset? SupplementAskedAt,
    string? ExtensionReason,
    bool IsConfidential);

/// <summary>A dossier as the statistics of a period see it.</summary>
/// <param name="Unit">The unit that handles the procedure; empty when the flow names none.</param>
internal sealed record Counted(CountedDossier Dossier, ProcedureVersion Version, string Unit, Period Period)
{
    /// <summary>Accepted in the period; the others were carried over into it.</summary>
    public bool IsNew => Period.Contains(Dossier.AcceptedAt);

    public bool IsSettled => Dossier.FinishedAt < Period.End;

    public DateTimeOffset Finish { get; } = DossierTimeliness.Finish(Dossier, Period.End);

    public Timeliness Timeliness { get; } = DossierTimeliness.Of(Dossier, Period.End);

    /// <summary>Working days past the promised day; 0 for what is not overdue.</summary>
    public int DaysLate { get; init; }

    /// <summary>Who handled it: the specialist who appraised it last. Empty while nobody has.</summary>
    public string Officer { get; set; } = "";

    /// <summary>The step that is or was latest; null when every step kept its time.</summary>
    public LateStep? LateStep { get; set; }
}

/// <summary>A step done, or still waiting, after its time.</summary>
internal sealed record LateStep(IsoE.Workflows.Text Title, TimeSpan By);
