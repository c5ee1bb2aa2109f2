using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Signing;

/// <summary>Puts a signature into a file's form, with its picture on a page (ISO 32000-1, 12.7.4.5).</summary>
internal static class SignatureField
{
    private const int PrintAndLocked = 4 + 128;
    private const int SignaturesExistAppendOnly = 3;

    public static void Add(PdfFile file, PdfUpdate update, PdfReference signature, SignatureRequest request)
    {
        var existing = SignatureWidgets.Of(file);
        var field = PdfDictionary.Empty
            .With("Type", new PdfName("Annot"))
            .With("Subtype", new PdfName("Widget"))
            .With("FT", new PdfName("Sig"))
            .With("T", PdfString.Of(FreeName(file)))
            .With("F", PdfOutput.Number(PrintAndLocked))
            .With("TU", PdfString.Of(request.Seal?.Description ?? $"Chữ ký số của {request.Name}"))
            .With("V", signature);
        var page = PdfPages.Of(file)[^1];
        if (request.Seal is { } seal)
        {
            var (drawing, width, height) = new PdfImport(PdfFile.Open(seal.Drawing), update).FirstPage();
            var place = SealPlace.Choose(file, existing, seal.Kind, width, height);
            page = place.Page;
            field = field
                .With("Rect", PdfArray.OfNumbers(place.Left, place.Bottom, place.Left + width, place.Bottom + height))
                .With("AP", PdfDictionary.Empty.With("N", drawing));
        }
        else field = field.With("Rect", PdfArray.OfNumbers(0, 0, 0, 0));

        var added = update.Reserve();
        var key = SignatureTags.Add(file, update, page, added);
        if (key is { } known) field = field.With("StructParent", PdfOutput.Number(known));
        update.Put(added, field.With("P", page.Reference));
        Annotate(file, update, page, added, isTagged: key is not null);
        Register(file, update, added);
    }

    private static string FreeName(PdfFile file)
    {
        var taken = SignatureWidgets.FieldNames(file);
        var number = 1;
        while (taken.Contains($"Signature{number}")) number++;
        return $"Signature{number}";
    }

    private static void Annotate(PdfFile file, PdfUpdate update, PdfPage page, PdfReference widget, bool isTagged)
    {
        var all = new PdfArray([.. file.Array(page.Dictionary.Raw("Annots")), widget]);
        var changed = page.Dictionary;
        if (changed.Raw("Annots") is PdfReference list) update.Put(list, all);
        else changed = changed.With("Annots", all);
        // With the key Tab a reader goes from one to the next in the order of the tags (ISO 14289-1, 7.18.3).
        if (isTagged) changed = changed.With("Tabs", new PdfName("S"));
        if (changed != page.Dictionary) update.Put(page.Reference, changed);
    }

    private static void Register(PdfFile file, PdfUpdate update, PdfReference field)
    {
        var form = file.Dictionary(file.Catalog.Raw("AcroForm")) ?? PdfDictionary.Empty;
        var fields = new PdfArray([.. file.Array(form.Raw("Fields")), field]);
        if (form.Raw("Fields") is PdfReference list) update.Put(list, fields);
        else form = form.With("Fields", fields);
        form = form.With("SigFlags", PdfOutput.Number(SignaturesExistAppendOnly));
        if (file.Catalog.Raw("AcroForm") is PdfReference known) update.Put(known, form);
        else update.Put(file.Root, file.Catalog.With("AcroForm", form));
    }
}
