using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Signing;

/// <summary>Names the place of a signature in the tags of a file, so that it is read aloud (ISO 14289-1, 7.18.4).</summary>
internal static class SignatureTags
{
    /// <returns>The key by which the tags know the widget; null: the file has no tags.</returns>
    public static int? Add(PdfFile file, PdfUpdate update, PdfPage page, PdfReference widget)
    {
        if (file.Catalog.Raw("StructTreeRoot") is not PdfReference tree || file.Dictionary(tree) is not { } root) return null;
        if (file.Dictionary(root.Raw("ParentTree")) is not { } parents) return null;
        var key = NextKey(file, root, parents);
        if (HeldBy(file, root) is not [PdfReference document, ..] || file.Dictionary(document) is not { } top) return null;
        var tag = update.Add(PdfDictionary.Empty
            .With("Type", new PdfName("StructElem"))
            .With("S", new PdfName("Form"))
            .With("P", document)
            .With("Pg", page.Reference)
            .With("K", PdfDictionary.Empty.With("Type", new PdfName("OBJR")).With("Obj", widget).With("Pg", page.Reference)));
        update.Put(document, top.With("K", new PdfArray([.. HeldBy(file, top), tag])));
        parents = With(file, update, parents, key, tag);
        root = root.With("ParentTreeNextKey", PdfOutput.Number(key + 1));
        if (root.Raw("ParentTree") is PdfReference known) update.Put(known, parents);
        else root = root.With("ParentTree", parents);
        update.Put(tree, root);
        return key;
    }

    /// <summary>What a tag holds; one thing may stand without a list.</summary>
    public static IReadOnlyList<PdfValue> HeldBy(PdfFile file, PdfDictionary tag) =>
        tag.Raw("K") is { } one && file.Resolve(one) is not PdfArray ? [one] : file.Array(tag.Raw("K"));

    private static int NextKey(PdfFile file, PdfDictionary root, PdfDictionary parents)
    {
        var leaves = file.Array(parents.Raw("Kids")).Select(file.Dictionary).Append(parents);
        var used = leaves.SelectMany(leaf => file.Array(leaf?.Raw("Nums")).Where((_, i) => i % 2 == 0).Concat(file.Array(leaf?.Raw("Limits"))));
        var next = used.Select(key => (key as PdfToken)?.Integer ?? 0).DefaultIfEmpty(-1).Max() + 1;
        return (int)Math.Max(next, (file.Resolve(root.Raw("ParentTreeNextKey")) as PdfToken)?.Integer ?? 0);
    }

    private static PdfDictionary With(PdfFile file, PdfUpdate update, PdfDictionary parents, int key, PdfReference tag)
    {
        PdfValue number = PdfOutput.Number(key);
        if (parents.Raw("Kids") is null) return parents.With("Nums", new PdfArray([.. file.Array(parents.Raw("Nums")), number, tag]));
        var leaf = PdfDictionary.Empty.With("Limits", new PdfArray([number, number])).With("Nums", new PdfArray([number, tag]));
        return parents.With("Kids", new PdfArray([.. file.Array(parents.Raw("Kids")), update.Add(leaf)]));
    }
}
