using IsoE.Office.Instances;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>A version of a procedure has been begun.</summary>
/// <param name="FromVersion">The version it revises; null for a new procedure.</param>
/// <param name="ContentHash">SHA-256 of both texts of revision 1, hexadecimal.</param>
public sealed record DocumentBegun(string Code, int Version, Text Name, int? FromVersion, string ContentHash, string By) : OfficeEvent;

/// <summary>The draft has a further revision.</summary>
/// <param name="From">The revision it was made from.</param>
public sealed record DraftSaved(int Revision, int From, Text Name, string ContentHash, string By) : OfficeEvent;

/// <summary>What an author had when somebody else saved first was kept; the draft itself stays as it is.</summary>
/// <param name="From">The revision the author had begun with.</param>
public sealed record DraftSetAside(int Revision, int From, string ContentHash, string By) : OfficeEvent;

/// <summary>The draft went back, or forward again, to a revision it had before.</summary>
public sealed record DraftTurned(int Revision, string By) : OfficeEvent;

/// <param name="Anchor">What the comment is about: an activity id, <c>text:</c> and a part of the ISO text, or empty for all.</param>
public sealed record CommentMade(string CommentId, string Anchor, string Text, string By) : OfficeEvent;

public sealed record CommentResolved(string CommentId, string Answer, string By) : OfficeEvent;

/// <summary>The draft was handed in; from here on its content stands.</summary>
/// <param name="Change">What is different from the version before, for the table of revisions.</param>
public sealed record SubmittedForReview(int Revision, string ContentHash, Text Change, string By, Text Title) : OfficeEvent;

public sealed record DocumentReviewed(string By, Text Title) : OfficeEvent;

public sealed record DocumentApproved(string By, Text Title) : OfficeEvent;

/// <summary>Sent back to be changed; signatures given before no longer stand.</summary>
public sealed record DocumentReturned(string Reason, string By) : OfficeEvent;

public sealed record DocumentWithdrawn(string Reason, string By) : OfficeEvent;

/// <summary>Issued under a number, to be in force from a day.</summary>
/// <param name="Number">For example <c>QT-15/MC</c>; given by the system.</param>
public sealed record DocumentPublished(string Number, int Issue, int Revision, DateOnly EffectiveFrom, string By) : OfficeEvent;

public sealed record DocumentCameIntoForce : OfficeEvent;

public sealed record DocumentSuperseded(int ByVersion) : OfficeEvent;

/// <summary>It has been decided that the procedure goes out of force.</summary>
/// <param name="EffectiveFrom">First day without it.</param>
public sealed record DocumentRepealed(string Reason, DateOnly EffectiveFrom, string By) : OfficeEvent;

public sealed record DocumentBecameObsolete : OfficeEvent;

/// <summary>People who are to read a version have been named.</summary>
public sealed record DocumentDistributed(string Code, int Version, IReadOnlyList<Reader> Readers, string By) : OfficeEvent;

/// <param name="PersonId">Who is to read.</param>
public sealed record Reader(string PersonId, string Name);

/// <summary>A person has read a version and says so.</summary>
public sealed record DocumentAcknowledged(string Code, int Version, string PersonId, string By) : OfficeEvent;
