using IsoE.Office.Instances;
using IsoE.Workflows;

namespace IsoE.Office.Moves;

/// <summary>It was proposed to move open dossiers to a later version of their procedure.</summary>
/// <param name="DocumentId">The document of the later version.</param>
/// <param name="EffectiveFrom">Its first day in force, in the agency's zone; no dossier is moved before.</param>
/// <param name="Ground">Legal ground.</param>
public sealed record MoveProposed(
    string DocumentId, string Code, int ToVersion, DateOnly EffectiveFrom, string Ground, IReadOnlyList<DossierToMove> Dossiers, string By) : OfficeEvent;

/// <param name="FromVersion">The version it ran under when it was proposed.</param>
public sealed record DossierToMove(string DossierId, string Code, int FromVersion);

public sealed record MoveApproved(string By) : OfficeEvent;

public sealed record MoveRejected(string Reason, string By) : OfficeEvent;

/// <summary>What became of one dossier of the batch.</summary>
/// <param name="Refusal">Why it stays under its version; null when it was moved.</param>
/// <param name="PromisedTo">The date promised now, when the move changed it.</param>
public sealed record DossierMoveEnded(
    string DossierId, Text? Refusal, DateTimeOffset? PromisedFrom, DateTimeOffset? PromisedTo) : OfficeEvent;

/// <summary>Every dossier of the batch has been moved or refused.</summary>
public sealed record MoveDone(int Moved, int Refused) : OfficeEvent;
