using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Retention.Holds;

namespace IsoE.Office.Records.Retention;

/// <summary>A dossier with what says how long it is kept, and whether it can go.</summary>
/// <param name="Kinds">The kinds of record it has left that its procedure has a rule for.</param>
/// <param name="Term">Obliges to nothing while the dossier has not ended.</param>
/// <param name="Records">How many records it has left.</param>
/// <param name="Files">How many files it consists of: what was handed in, and its records.</param>
/// <param name="IsRunning">Whether its procedure still waits for something.</param>
/// <param name="Holds">What holds it now.</param>
/// <param name="HandOver">Number of the hand-over that the archive has not answered; null when there is none.</param>
public sealed record KeptDossier(
    DossierRow Dossier, Procedure Procedure, IReadOnlyList<RecordKind> Kinds, DossierTerm Term, int Records, int Files, bool IsRunning,
    IReadOnlyList<LegalHoldRow> Holds, string? HandOver)
{
    /// <summary>In the agency's zone, like <see cref="EndedOn"/>.</summary>
    public DateOnly ReceivedOn => VietnamTime.DateOf(Dossier.ReceivedAt);

    /// <exception cref="InvalidOperationException">It has not ended.</exception>
    public DateOnly EndedOn => VietnamTime.DateOf(Dossier.FinishedAt!.Value);
}
