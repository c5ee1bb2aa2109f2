using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>Who applies, and how to reach them.</summary>
/// <param name="IdentityNumber">Personal identification number, number of an old card or passport, or business number.</param>
/// <param name="Representative">Who hands in for the applicant; null when they come themselves.</param>
/// <param name="BirthOn">Date of birth; null when it was not asked for.</param>
public sealed record Applicant(
    ApplicantKind Kind,
    string Name,
    string? IdentityNumber,
    string? Phone,
    string? Email,
    string? Address,
    string? Representative = null,
    DateOnly? BirthOn = null);

/// <summary>One component of the dossier as counted at the counter.</summary>
/// <param name="State">See <see cref="ComponentStates"/>.</param>
/// <param name="Held">How many of the originals the agency keeps only until it gives them back (ISO 9001:2015 clause 8.5.3).</param>
public sealed record ComponentCheck(string ComponentId, int Originals, int Copies, string State, string? Note = null, int Held = 0);

/// <summary>What was found about a component.</summary>
public static class ComponentStates
{
    public const string Enough = "enough";
    public const string Missing = "missing";
    public const string NotNeeded = "not-needed";
}

/// <summary>A dossier was handed in and has its code.</summary>
/// <param name="Limit">Legal limit in text form; null for a procedure without one.</param>
/// <param name="PromisedAt">End of the legal limit counted from now; the receipt shows it. Null where a step of the procedure accepts the dossier.</param>
/// <param name="ClockStart">Whether the limit counts from here or from acceptance.</param>
/// <param name="AmountDue">Fees known from the rules, whole đồng; null where somebody has to set them.</param>
/// <param name="TrackingSecret">The secret part of the tracking link.</param>
/// <param name="ParentAgencyId">Agency of the dossier this one was opened for; null for one an applicant handed in.</param>
/// <param name="IsConfidential">Open to named people only (SoD-10).</param>
/// <param name="StatutoryDue">How much of <paramref name="AmountDue"/> is statutory fee (lệ phí); the rest is service fee (phí).</param>
/// <param name="DuplicateReason">Why it was received although the person has an open dossier of the same procedure; null when there was none.</param>
/// <param name="Supersedes">The dossier that was received wrongly and is replaced by this one; null for none.</param>
/// <param name="SubmittedBy">The proven telephone or e-mail of who handed it in online; null for all other ways.</param>
/// <param name="AnswerDueAt">Until when a submission has to be accepted, sent back or refused; null for all other ways.</param>
/// <param name="PressedAt">When the applicant handed it in while there was no network, by the applicant's device; it came in only now. Null when it came at once.</param>
/// <param name="Replaces">The wrong result that is made anew by this dossier; null for none.</param>
public sealed record DossierReceived(
    string Code,
    string ProcedureCode,
    int ProcedureVersion,
    string CaseId,
    Channel Channel,
    Applicant Applicant,
    ReturnWay ReturnWay,
    JsonElement Form,
    IReadOnlyList<ComponentCheck> Components,
    int Sets,
    string? Limit,
    ClockStart ClockStart,
    DateTimeOffset? PromisedAt,
    long? AmountDue,
    string TrackingSecret,
    string? Note,
    string? ParentAgencyId = null,
    string? ParentInstanceId = null,
    bool IsConfidential = false,
    long StatutoryDue = 0,
    string? DuplicateReason = null,
    SupersededReceipt? Supersedes = null,
    string? SubmittedBy = null,
    DateTimeOffset? AnswerDueAt = null,
    DateTimeOffset? PressedAt = null,
    RecalledResult? Replaces = null) : OfficeEvent;

/// <summary>A receipt that another one takes the place of.</summary>
/// <param name="Reason">What was wrong with it.</param>
public sealed record SupersededReceipt(string DossierId, string Code, string Reason);

/// <summary>A result that was recalled because it was wrong.</summary>
/// <param name="Code">Code of its dossier.</param>
/// <param name="Reason">What was wrong with it.</param>
public sealed record RecalledResult(string DossierId, string Code, string Reason);

/// <summary>The dossier was received wrongly; another one has taken its place. Its receipt stays readable.</summary>
public sealed record DossierSuperseded(string ByDossierId, string ByCode, string ByTrackingSecret, string Reason, string ByName) : OfficeEvent;

/// <summary>What was handed in online was found complete: its procedure starts.</summary>
public sealed record SubmissionAccepted : OfficeEvent;

/// <summary>An officer opened a dossier of an internal procedure: a report, an audit, a review.</summary>
/// <param name="Subject">What it is about, in a line: the first field of the form.</param>
/// <param name="OpenedBy">Name of the officer.</param>
/// <param name="PromisedAt">End of the time the procedure allows, counted from now.</param>
public sealed record InternalDossierOpened(
    string Code,
    string ProcedureCode,
    int ProcedureVersion,
    string CaseId,
    string Subject,
    string OpenedBy,
    JsonElement Form,
    string Limit,
    DateTimeOffset? PromisedAt,
    string TrackingSecret) : OfficeEvent;

/// <summary>The dossier is complete and valid: the legal clock runs from here.</summary>
/// <param name="PromisedAt">End of the legal limit; null for a procedure without one.</param>
/// <param name="NearlyDueAt">From when little of it is left, by the rule of the agency at that time; null as above.</param>
public sealed record DossierAccepted(DateTimeOffset? PromisedAt, DateTimeOffset? NearlyDueAt = null) : OfficeEvent;

/// <summary>Somebody began to work on the accepted dossier.</summary>
public sealed record ProcessingStarted : OfficeEvent;

/// <summary>The components were looked at again.</summary>
public sealed record ComponentsChecked(IReadOnlyList<ComponentCheck> Components) : OfficeEvent;

/// <summary>The applicant was asked, once and for everything, to supplement (Form 02).</summary>
/// <param name="Items">What is to be added.</param>
/// <param name="DueAt">Until when; null for no limit.</param>
/// <param name="BeforeAcceptance">A submission was sent back to be completed: no clock runs yet, and R-09 does not count it.</param>
public sealed record SupplementRequested(
    string BookmarkId, IReadOnlyList<string> Items, string? Reason, string? LegalGround, DateTimeOffset? DueAt, bool BeforeAcceptance = false) : OfficeEvent;

/// <summary>The applicant brought what was asked for.</summary>
/// <param name="AnswerDueAt">Until when a completed submission has to be answered; null once it has been accepted.</param>
public sealed record SupplementReceived(IReadOnlyList<ComponentCheck> Components, string? Note, DateTimeOffset? AnswerDueAt = null) : OfficeEvent;

/// <summary>A leader allowed one more supplement request than the rule.</summary>
public sealed record SupplementLimitOverridden(string LegalBasis, string Reason) : OfficeEvent;

/// <summary>The legal clock stands still.</summary>
/// <param name="WaitsFor">See <see cref="IsoE.Workflows.Execution.Pauses"/>.</param>
public sealed record ClockPaused(string BookmarkId, string ActivityInstanceId, string WaitsFor) : OfficeEvent;

/// <summary>The legal clock runs again.</summary>
public sealed record ClockResumed(string BookmarkId, string WaitsFor, DateTimeOffset PausedAt) : OfficeEvent;

/// <summary>The promised date is another one now.</summary>
/// <param name="OriginalTo">The date for statistics: the first one moved by pauses, without an extension.</param>
/// <param name="Cause">Why, for the timeline and the receipt.</param>
public sealed record PromisedDateMoved(DateTimeOffset? From, DateTimeOffset To, DateTimeOffset OriginalTo, Text Cause, DateTimeOffset? NearlyDueAt = null) : OfficeEvent;

/// <summary>The legal limit was prolonged by a decision, as the law of the procedure allows.</summary>
/// <param name="FromLimit">Limit before, in text form.</param>
/// <param name="ToLimit">The whole limit now, from the start of the clock.</param>
/// <param name="To">The end of the limit now; statistics use it too.</param>
public sealed record TermProlonged(string FromLimit, string ToLimit, Text Ground, DateTimeOffset? From, DateTimeOffset To) : OfficeEvent;

/// <summary>The dossier goes on under a later version of its procedure.</summary>
/// <param name="MoveId">The approved batch it was moved with.</param>
/// <param name="Ground">Legal ground of the move.</param>
/// <param name="Term">Its time limit under the later version; null when it stays.</param>
public sealed record DossierMoved(
    string MoveId, int FromVersion, int ToVersion, string Ground, string ProposedBy, string ApprovedBy, MovedTerm? Term) : OfficeEvent;

/// <summary>The legal limit of a dossier under another version of its procedure.</summary>
/// <param name="FromLimit">In text form; null for a procedure without one, as <paramref name="ToLimit"/>.</param>
/// <param name="To">The date promised now; null where no date is promised yet.</param>
/// <param name="OriginalTo">The date for statistics.</param>
public sealed record MovedTerm(
    string? FromLimit, string? ToLimit, DateTimeOffset? From, DateTimeOffset? To, DateTimeOffset? OriginalTo, DateTimeOffset? NearlyDueAt);

/// <summary>The agency apologised and set a new date (Form 04). Happens at most once.</summary>
public sealed record ExtensionGranted(
    DateTimeOffset? From, DateTimeOffset To, string Reason, string SignedBy, string PersonInDelay, DateTimeOffset? NearlyDueAt = null) : OfficeEvent;

/// <summary>The applicant wants the dossier back.</summary>
public sealed record WithdrawalRequested(string Reason) : OfficeEvent;

public sealed record WithdrawalConfirmed(string? Note) : OfficeEvent;

public sealed record WithdrawalRejected(string Reason) : OfficeEvent;

/// <summary>The procedure ends without a result (Form 05).</summary>
public sealed record DossierStopped(string? Reason) : OfficeEvent;

/// <summary>The dossier is not accepted, or what it asks is not granted (Form 03).</summary>
/// <param name="AtCounter">Refused before acceptance.</param>
public sealed record DossierRefused(bool AtCounter, string? Reason) : OfficeEvent;

/// <summary>The result is made and waits to be handed over.</summary>
public sealed record ResultIssued(string? Record) : OfficeEvent;

/// <summary>The result was handed over against signature.</summary>
/// <param name="Receiver">Who took it; null when the step itself does not say.</param>
/// <param name="Authorisation">The paper by which somebody else than the applicant took it; null for the applicant.</param>
public sealed record ResultReturned(
    string? Receiver, string? ReceiverIdentityNumber, ReturnWay? Way, string? Note, string? Authorisation = null) : OfficeEvent;

/// <summary>The result was wrong: it is void, and made anew by another dossier (ISO 9001:2015 clause 8.7).</summary>
/// <param name="Reason">What was wrong with it.</param>
/// <param name="WasReturned">Whether somebody outside has it.</param>
/// <param name="ByName">Who decided it.</param>
public sealed record ResultRecalled(
    string Reason, bool WasReturned, string ReplacementId, string ReplacementCode, string ReplacementSecret, string ByName) : OfficeEvent;

/// <summary>Originals kept by the agency were given back against signature.</summary>
/// <param name="Components">The components they belong to.</param>
public sealed record OriginalsReturned(IReadOnlyList<string> Components, string Receiver, string? Note) : OfficeEvent;

/// <summary>The applicant complained of how the dossier is dealt with.</summary>
/// <param name="Code">Code of the internal dossier that looks into it.</param>
public sealed record ComplaintMade(string Code) : OfficeEvent;

/// <summary>A file was added to the dossier.</summary>
public sealed record AttachmentAdded(string AttachmentId, string Name, string Sha256, long Size, string? Component) : OfficeEvent;
