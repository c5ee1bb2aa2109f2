using System.Text.Json;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Dossiers;

/// <summary>A dossier as it stands: the fold of its history by <see cref="Dossier.Apply"/>, never set by hand.</summary>
public sealed class DossierRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>Id of the dossier and of its workflow instance.</summary>
    public required string InstanceId { get; init; }

    public required string Code { get; init; }
    public required string ProcedureCode { get; init; }

    /// <summary>The version it runs under: that of its receipt until it is moved to a later one.</summary>
    public required int ProcedureVersion { get; set; }
    public required string CaseId { get; init; }
    public required Channel Channel { get; init; }

    /// <summary>Opened by an officer for the agency itself: no applicant, no fee, in no national statistics.</summary>
    public bool IsInternal { get; init; }

    /// <summary>What an internal dossier is about, in a line; null for those of applicants.</summary>
    public string? Subject { get; init; }

    public required ApplicantKind ApplicantKind { get; init; }
    /// <summary>Who applies; for an internal dossier the officer who opened it.</summary>
    public required string ApplicantName { get; init; }

    /// <summary>Personal data: masked wherever it is listed.</summary>
    public string? IdentityNumber { get; init; }

    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }
    public string? Representative { get; init; }

    /// <summary>Personal data.</summary>
    public DateOnly? BirthOn { get; init; }
    public required ReturnWay ReturnWay { get; init; }

    /// <summary>Code and names without diacritics in small letters, for searching.</summary>
    public required string SearchText { get; init; }

    /// <summary>JSON object of the dossier form.</summary>
    public required string Form { get; init; }

    /// <summary>JSON array of <see cref="ComponentCheck"/>.</summary>
    public required string Components { get; set; }

    public required int Sets { get; init; }

    public required BusinessState Business { get; set; }
    public required MoneyState Money { get; set; }
    public required DeliveryState Delivery { get; set; }
    public required SyncState Sync { get; set; }

    /// <summary>Place in history of the state that the national portal is told of last; null for a dossier it is not told of.</summary>
    public long? SyncSequence { get; set; }

    /// <summary>The national portal's code of a dossier that was submitted there; null for others.</summary>
    public string? NationalCode { get; set; }

    /// <summary>1 to 10, see <see cref="Dossiers.NationalStatus"/>; derived from the four states.</summary>
    public required int NationalStatus { get; set; }

    /// <summary>What it was before a withdrawal was asked for, to go back to; null otherwise.</summary>
    public BusinessState? BeforeWithdrawal { get; set; }

    /// <summary>Legal limit in text form; null for a procedure without one.</summary>
    public string? LegalLimit { get; set; }

    /// <summary>How often the limit was prolonged.</summary>
    public required int Prolongations { get; set; }

    /// <summary>Whether the limit counts from receipt or from acceptance.</summary>
    public required ClockStart ClockStart { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>The date now promised.</summary>
    public DateTimeOffset? PromisedAt { get; set; }

    /// <summary>From when little time to the promised date is left; null before acceptance and for a procedure without a limit.</summary>
    public DateTimeOffset? NearlyDueAt { get; set; }

    /// <summary>The date promised before any apology, moved by pauses and lawful prolongations only: the one statistics use.</summary>
    public DateTimeOffset? OriginalPromisedAt { get; set; }

    /// <summary>The moment that counts as finishing: settled, else returned, else refused or stopped.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? ReturnedAt { get; set; }

    /// <summary>Code of the record that is the result: the permit, or the notice of refusal.</summary>
    public string? ResultRecord { get; set; }

    /// <summary>JSON array of <see cref="DossierPause"/>.</summary>
    public required string Pauses { get; set; }

    /// <summary>Whether the legal clock stands still now.</summary>
    public required bool IsPaused { get; set; }

    public required int SupplementCount { get; set; }

    /// <summary>How many supplement requests beyond the rule a leader has allowed.</summary>
    public required int SupplementOverrides { get; set; }

    /// <summary>When the first supplement was asked for; null when none was.</summary>
    public DateTimeOffset? SupplementAskedAt { get; set; }

    public DateTimeOffset? ExtendedAt { get; set; }
    public string? ExtensionReason { get; set; }

    /// <summary>Asked for, whole đồng.</summary>
    public required long AmountDue { get; set; }

    /// <summary>How much of it is statutory fee (lệ phí); the rest is service fee (phí).</summary>
    public required long StatutoryDue { get; set; }

    /// <summary>Received, whole đồng.</summary>
    public required long AmountPaid { get; set; }

    public string? ReceiptNumber { get; set; }

    public required string TrackingSecret { get; init; }
    public string? Note { get; init; }

    public string? ReceivedBy { get; init; }
    public string? FeeSetBy { get; set; }
    public string? CollectedBy { get; set; }
    public string? SettledBy { get; set; }
    public string? ReturnedBy { get; set; }

    public string? ParentAgencyId { get; init; }
    public string? ParentInstanceId { get; init; }

    /// <summary>Open to named people only (SoD-10): who received it, and who has or did a task of it.</summary>
    public required bool IsConfidential { get; init; }

    /// <summary>When the result was recalled because it was wrong; null as a rule.</summary>
    public DateTimeOffset? RecalledAt { get; set; }

    /// <summary>The dossier received wrongly, or with a wrong result, that this one replaces; null for none.</summary>
    public string? SupersedesCode { get; init; }

    /// <summary>The dossier that has taken the place of this one; null for none.</summary>
    public string? SupersededById { get; set; }
    public string? SupersededByCode { get; set; }
    public string? SupersededBySecret { get; set; }

    /// <summary>The proven telephone or e-mail of who handed it in online, see <c>Contact</c>; null for all other ways.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>Handed in online, and nobody has accepted or refused it yet: its procedure has not started.</summary>
    public required bool AwaitsCheck { get; set; }

    /// <summary>Until when the submission has to be answered; null when it is not the agency's turn.</summary>
    public DateTimeOffset? AnswerDueAt { get; set; }

    /// <summary>Until when the applicant has to complete a submission that was sent back; null when nothing is asked.</summary>
    public DateTimeOffset? CompletionDueAt { get; set; }

    /// <summary>When its content was destroyed; null as a rule.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Number of the approved list by which it was.</summary>
    public string? ErasedByList { get; init; }

    /// <summary>Legal ground of that.</summary>
    public string? ErasedGround { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public IReadOnlyList<ComponentCheck> ReadComponents() => DossierJson.Read<List<ComponentCheck>>(Components);

    /// <summary>Components of which the agency keeps originals that are to be given back.</summary>
    public IReadOnlyList<ComponentCheck> HeldOriginals() => [.. ReadComponents().Where(check => check.Held > 0)];

    public IReadOnlyList<DossierPause> ReadPauses() => DossierJson.Read<List<DossierPause>>(Pauses);

    public JsonElement ReadForm() => DossierJson.Read<JsonElement>(Form);

    /// <summary>What the applicant still has to pay; nothing once the matter has ended without a result.</summary>
    public long AmountOwed() => NationalStatus is Dossiers.NationalStatus.NotAccepted or Dossiers.NationalStatus.Stopped
        ? 0
        : Math.Max(0, AmountDue - AmountPaid);

    /// <summary>How much of a payment made now is statutory fee: that part is settled first.</summary>
    public long StatutoryPartOf(long amount) => Math.Clamp(StatutoryDue - Math.Min(AmountPaid, StatutoryDue), 0, amount);

    /// <summary>Equal is still on time. An open dossier is measured now, one that waits for the applicant is not late.</summary>
    public bool IsOverdue(DateTimeOffset now) =>
        PromisedAt is { } promised && (FinishedAt ?? now) > promised && (FinishedAt is not null || !IsPaused);

    /// <summary>Open, its clock running, not yet late, and little time left.</summary>
    public bool IsNearlyDue(DateTimeOffset now) => FinishedAt is null && !IsPaused && NearlyDueAt <= now && PromisedAt >= now;
}

internal sealed class DossierRowMapping : IEntityTypeConfiguration<DossierRow>
{
    public void Configure(EntityTypeBuilder<DossierRow> row)
    {
        row.HasKey(dossier => new { dossier.AgencyId, dossier.InstanceId });
        row.HasIndex(dossier => new { dossier.AgencyId, dossier.Code }).IsUnique();
        row.HasIndex(dossier => new { dossier.AgencyId, dossier.NationalStatus, dossier.ReceivedAt });
        row.HasIndex(dossier => new { dossier.AgencyId, dossier.ReceivedAt, dossier.InstanceId });
        row.HasIndex(dossier => new { dossier.AgencyId, dossier.PromisedAt }).HasFilter("finished_at IS NULL");
        row.HasIndex(dossier => new { dossier.AgencyId, dossier.FinishedAt });
        row.HasIndex(dossier => new { dossier.AgencyId, dossier.IdentityNumber });
        row.HasIndex(dossier => new { dossier.AgencyId, dossier.Phone });
        row.HasIndex(dossier => dossier.TrackingSecret).IsUnique();
        row.HasIndex(dossier => dossier.SubmittedBy).HasFilter("submitted_by IS NOT NULL");
        row.HasIndex(dossier => new { dossier.AgencyId, dossier.AnswerDueAt }).HasFilter("awaits_check");
        row.HasIndex(dossier => new { dossier.ParentAgencyId, dossier.ParentInstanceId });
    }
}
