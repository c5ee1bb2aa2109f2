using IsoE.Office.Instances;

namespace IsoE.Office.Dossiers.Keeping;

/// <summary>What it names must not be destroyed, whatever its term, until the hold is lifted.</summary>
/// <remarks>The history of the dossier when one dossier is held, else a history of the hold's own.</remarks>
/// <param name="Number">1, 2, 3, ... in the agency.</param>
/// <param name="ProcedureCode">Every dossier of this procedure; null for the dossier in whose history it stands.</param>
/// <param name="RecordCode">Only those that have left this record; null for all of the procedure.</param>
/// <param name="Ground">Why: a complaint, a lawsuit, an inspection. Without personal data.</param>
public sealed record LegalHoldPlaced(string HoldId, long Number, string? ProcedureCode, string? RecordCode, string Ground, string By) : OfficeEvent;

/// <summary>The archive has the dossier and acknowledged that it is whole.</summary>
/// <param name="Number">Of the hand-over, for example <c>02/2026</c>.</param>
/// <param name="Archive">Who received it.</param>
/// <param name="PackageSha256">Of the package, lower-case hexadecimal.</param>
public sealed record DossierHandedOver(string TransferId, string Number, string Archive, string PackageSha256, string HandedOverBy, string ReceivedBy) : OfficeEvent;

/// <summary>The reason of a hold is gone; terms count again.</summary>
public sealed record LegalHoldLifted(string HoldId, long Number, string Ground, string By) : OfficeEvent;
