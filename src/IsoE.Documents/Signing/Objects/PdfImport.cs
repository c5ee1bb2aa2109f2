namespace IsoE.Documents.Signing.Objects;

/// <summary>Takes the first page of another file over as a drawing (form XObject, ISO 32000-1, 8.10), with its fonts and pictures.</summary>
internal sealed class PdfImport(PdfFile source, PdfUpdate target)
{
    private readonly Dictionary<int, PdfReference> _taken = [];

    /// <returns>The drawing, and its width and height.</returns>
    public (PdfReference Drawing, double Width, double Height) FirstPage()
    {
        var page = PdfPages.Of(source)[0];
        if (source.Resolve(page.Dictionary.Raw("Contents")) is not PdfStream contents) throw new PdfUnreadableException("The drawing has no single content.");
        var dictionary = contents.Dictionary
            .With("Type", new PdfName("XObject"))
            .With("Subtype", new PdfName("Form"))
            .With("BBox", PdfArray.OfNumbers(page.MediaBox))
            .With("Resources", page.Dictionary.Raw("Resources") ?? PdfDictionary.Empty);
        if (page.Dictionary.Raw("Group") is { } group) dictionary = dictionary.With("Group", group);
        var drawing = target.Add(new PdfStream((PdfDictionary)Take(dictionary), contents.Raw));
        return (drawing, page.MediaBox[2] - page.MediaBox[0], page.MediaBox[3] - page.MediaBox[1]);
    }

    private PdfValue Take(PdfValue value) => value switch
    {
        PdfReference reference => Take(reference),
        PdfArray array => new PdfArray([.. array.Items.Select(Take)]),
        PdfDictionary dictionary => new PdfDictionary(dictionary.Entries.ToDictionary(entry => entry.Key, entry => Take(entry.Value))),
        PdfStream stream => new PdfStream((PdfDictionary)Take(stream.Dictionary), stream.Raw),
        _ => value,
    };

    private PdfReference Take(PdfReference reference)
    {
        if (_taken.TryGetValue(reference.Number, out var known)) return known;
        var copy = _taken[reference.Number] = target.Reserve();
        target.Put(copy, Take(source.Get(reference.Number) ?? PdfToken.Null));
        return copy;
    }
}
