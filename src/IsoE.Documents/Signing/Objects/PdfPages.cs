namespace IsoE.Documents.Signing.Objects;

/// <summary>A page with what it takes over from its parents.</summary>
/// <param name="MediaBox">Left, bottom, right, top.</param>
internal sealed record PdfPage(PdfReference Reference, PdfDictionary Dictionary, IReadOnlyList<double> MediaBox);

/// <summary>The pages of a file in their order (ISO 32000-1, 7.7.3).</summary>
internal static class PdfPages
{
    private const int MostPages = 100_000;
    private static readonly IReadOnlyList<double> A4 = [0, 0, 595.28, 841.89];

    /// <exception cref="PdfUnreadableException">The tree of pages is broken.</exception>
    public static IReadOnlyList<PdfPage> Of(PdfFile file)
    {
        var pages = new List<PdfPage>();
        Walk(file, file.Catalog.Raw("Pages"), A4, pages, []);
        return pages.Count > 0 ? pages : throw new PdfUnreadableException("The file has no page.");
    }

    private static void Walk(PdfFile file, PdfValue? node, IReadOnlyList<double> inherited, List<PdfPage> pages, HashSet<int> seen)
    {
        if (node is not PdfReference reference || file.Dictionary(reference) is not { } dictionary) return;
        if (!seen.Add(reference.Number) || pages.Count > MostPages) throw new PdfUnreadableException("The tree of pages goes round in a circle.");
        var box = file.Numbers(dictionary.Raw("MediaBox")) is { Count: 4 } own ? own : inherited;
        if (dictionary.Raw("Kids") is null) pages.Add(new PdfPage(reference, dictionary, box));
        else foreach (var kid in file.Array(dictionary.Raw("Kids"))) Walk(file, kid, box, pages, seen);
    }
}
