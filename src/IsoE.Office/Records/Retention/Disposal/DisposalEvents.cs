using IsoE.Office.Instances;
using IsoE.Workflows;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>It was proposed to destroy the content of dossiers.</summary>
/// <param name="DueOn">Terms that are over before this day, in the agency's zone.</param>
/// <param name="Ground">Legal ground.</param>
/// <param name="Besides">What is erased beside dossiers; null for a disposal list.</param>
public sealed record DisposalProposed(
    DisposalKind Kind, string Number, DateOnly DueOn, string Ground, IReadOnlyList<DossierToDestroy> Dossiers, string By,
    IReadOnlyList<BesidesToErase>? Besides = null) : OfficeEvent;

/// <summary>What is kept about a person without a dossier.</summary>
/// <param name="Kind">Of <see cref="Dossiers.Keeping.IKeepsPerson"/>.</param>
public sealed record BesidesToErase(string Kind, IReadOnlyList<string> Ids);

/// <param name="EndsOn">Last day of its term; null when nothing obliged to keep it.</param>
public sealed record DossierToDestroy(
    string DossierId, string Code, string ProcedureCode, int ProcedureVersion, DateOnly ReceivedOn, DateOnly FinishedOn, DateOnly? EndsOn, int Records, int Files)
{
    internal static DossierToDestroy Of(KeptDossier kept) => new(
        kept.Dossier.InstanceId, kept.Dossier.Code, kept.Dossier.ProcedureCode, kept.Dossier.ProcedureVersion, kept.ReceivedOn, kept.EndedOn, kept.Term.EndsOn,
        kept.Records, kept.Files);
}

public sealed record DisposalLineTakenOut(string DossierId, string Reason, string By) : OfficeEvent;

public sealed record DisposalApproved(string By) : OfficeEvent;

public sealed record DisposalRejected(string Reason, string By) : OfficeEvent;

/// <summary>What became of one dossier of the list.</summary>
/// <param name="Refusal">Why it is kept; null when it was destroyed.</param>
public sealed record DossierDisposalEnded(string DossierId, Text? Refusal) : OfficeEvent;

/// <summary>Every dossier of the list has been destroyed or kept.</summary>
public sealed record DisposalDone(int Destroyed, int Kept) : OfficeEvent;
