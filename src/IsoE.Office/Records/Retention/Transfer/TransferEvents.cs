using IsoE.Office.Instances;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>Dossiers are to be handed over to the archive.</summary>
public sealed record TransferPrepared(string Number, string Archive, IReadOnlyList<DossierToHandOver> Dossiers, string By) : OfficeEvent;

/// <param name="EndsOn">Last day of its term; null for a permanent one.</param>
public sealed record DossierToHandOver(
    string DossierId, string Code, string ProcedureCode, int ProcedureVersion, DateOnly ReceivedOn, DateOnly FinishedOn, bool IsPermanent, DateOnly? EndsOn, int Files)
{
    internal static DossierToHandOver Of(KeptDossier kept) => new(
        kept.Dossier.InstanceId, kept.Dossier.Code, kept.Dossier.ProcedureCode, kept.Dossier.ProcedureVersion, kept.ReceivedOn, kept.EndedOn, kept.Term.IsPermanent,
        kept.Term.EndsOn, kept.Files);
}

/// <summary>The package was made.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Size">Bytes.</param>
public sealed record TransferPacked(string Sha256, long Size) : OfficeEvent;

/// <summary>The archive has the package, and it is whole.</summary>
public sealed record TransferReceived(string? Note, string By) : OfficeEvent;

/// <summary>The archive did not take it; its dossiers can be handed over again.</summary>
public sealed record TransferSentBack(string Reason, string By) : OfficeEvent;
