using System.Text.Json;
using IsoE.Office.Procedures;
using IsoE.Office.Storage.Attachments;

namespace IsoE.Office.Dossiers;

/// <summary>A file whose bytes are in the store, to be added to a dossier.</summary>
/// <param name="Component">The component it is; null for another paper.</param>
public sealed record IncomingFile(StoredFile File, string? Component);

/// <summary>A dossier as it is handed in.</summary>
/// <param name="DossierId">
/// Id made with <c>RowId.New</c> when the page was opened: sent again, the first dossier is returned.
/// </param>
/// <param name="Form">Values of the dossier form, as typed.</param>
/// <param name="Components">What was found; a component not named counts as missing if required, else as not needed.</param>
/// <param name="ForwardAtOnce">Completes the reception step in the same transaction.</param>
/// <param name="ReceptionValues">Values of the reception step's form; undefined for none.</param>
/// <param name="DuplicateReason">Why it is received although the person has an open dossier of the same procedure; null when nobody said.</param>
/// <param name="SupersedesId">Id of the dossier received wrongly that this one replaces; null for none.</param>
/// <param name="SupersedeReason">What was wrong with it.</param>
public sealed record Reception(
    string DossierId,
    string ProcedureCode,
    string CaseId,
    Channel Channel,
    Applicant Applicant,
    ReturnWay ReturnWay,
    JsonElement Form,
    IReadOnlyList<ComponentCheck> Components,
    int Sets,
    string? Note,
    IReadOnlyList<IncomingFile> Files,
    bool ForwardAtOnce,
    JsonElement ReceptionValues = default,
    string? DuplicateReason = null,
    string? SupersedesId = null,
    string? SupersedeReason = null);
