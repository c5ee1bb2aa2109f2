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
    JsonElement ReceptionValues = default);
