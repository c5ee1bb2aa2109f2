using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Signing;

/// <summary>What an author who certified a file lets others change (DocMDP, ISO 32000-1, 12.8.2.2).</summary>
internal static class Certification
{
    public const long NoChanges = 1;
    public const long FormsAndSignatures = 2;
    public const long Annotations = 3;

    /// <summary>The level of access; null when nobody certified the file.</summary>
    public static long? Of(PdfFile file) =>
        file.Dictionary(file.Dictionary(file.Catalog.Raw("Perms"))?.Raw("DocMDP")) is { } signature ? LevelIn(file, signature) : null;

    private static long? LevelIn(PdfFile file, PdfDictionary signature) => file.Array(signature.Raw("Reference"))
        .Select(file.Dictionary)
        .OfType<PdfDictionary>()
        .Where(reference => reference.Name("TransformMethod") == "DocMDP")
        .Select(reference => file.Resolve(file.Dictionary(reference.Raw("TransformParams"))?.Raw("P")) as PdfToken)
        .Select(level => level?.Integer ?? FormsAndSignatures)
        .Cast<long?>()
        .FirstOrDefault();
}
