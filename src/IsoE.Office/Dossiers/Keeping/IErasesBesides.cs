namespace IsoE.Office.Dossiers.Keeping;

/// <summary>Erases what a capability keeps about a dossier beside the dossier's own rows: a survey, a notice of the bank.</summary>
/// <remarks>Called after the commit that erased the dossier, at least once; the second time there must be nothing left to do.</remarks>
public interface IErasesBesides
{
    Task Run(ErasedDossier dossier, CancellationToken cancel);
}

/// <summary>A dossier whose content is gone.</summary>
/// <param name="NationalCode">Its code on the national portal; null for those of elsewhere.</param>
/// <param name="ActorId">Who approved it.</param>
/// <param name="Ground">List and legal ground.</param>
public sealed record ErasedDossier(string AgencyId, string InstanceId, string Code, string? NationalCode, string ActorId, string Ground);
