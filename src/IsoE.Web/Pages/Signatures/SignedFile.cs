using IsoE.Documents.Signing.Verification;

namespace IsoE.Web.Pages.Signatures;

/// <summary>A file of a dossier with what was found about its signatures.</summary>
/// <param name="Name">As the page calls it.</param>
/// <param name="Found">Null when the file is kept no longer.</param>
public sealed record SignedFile(string Name, VerifiedPdf? Found);
