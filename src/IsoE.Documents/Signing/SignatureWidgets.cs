using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Signing;

/// <summary>A signature that stands in a file's form.</summary>
/// <param name="Field">Full name of the field.</param>
/// <param name="Widget">The field's place on the page, which is usually the field itself.</param>
/// <param name="Value">The signature; null while the field is empty.</param>
internal sealed record SignatureWidget(string Field, PdfReference Reference, PdfDictionary Widget, PdfDictionary? Value);

/// <summary>Finds the fields of a form (ISO 32000-1, 12.7.3).</summary>
internal static class SignatureWidgets
{
    private const int DeepestField = 20;
    private const int MostFields = 50_000;

    /// <summary>The signature fields, in the order of the form.</summary>
    public static IReadOnlyList<SignatureWidget> Of(PdfFile file) =>
        [.. Walk(file).Where(known => known.Type == "Sig").Select(known => known.Field)];

    /// <summary>Every field of the form, whatever it is for.</summary>
    public static IReadOnlyList<SignatureWidget> All(PdfFile file) => [.. Walk(file).Select(known => known.Field)];

    public static IReadOnlySet<string> FieldNames(PdfFile file) => Walk(file).Select(known => known.Field.Field).ToHashSet(StringComparer.Ordinal);

    private static List<(string? Type, SignatureWidget Field)> Walk(PdfFile file)
    {
        var found = new List<(string?, SignatureWidget)>();
        foreach (var field in file.Array(file.Dictionary(file.Catalog.Raw("AcroForm"))?.Raw("Fields")))
            Visit(file, field, "", null, null, found, 0);
        return found;
    }

    private static void Visit(
        PdfFile file, PdfValue node, string path, string? type, PdfDictionary? value, List<(string?, SignatureWidget)> found, int depth)
    {
        if (node is not PdfReference reference || file.Dictionary(reference) is not { } field) return;
        if (depth > DeepestField || found.Count > MostFields) throw new PdfUnreadableException("The form goes round in a circle.");
        if (file.Resolve(field.Raw("T")) is PdfString part) path = path.Length == 0 ? part.Text : $"{path}.{part.Text}";
        type = (file.Resolve(field.Raw("FT")) as PdfName)?.Value ?? type;
        value = file.Dictionary(field.Raw("V")) ?? value;
        var kids = file.Array(field.Raw("Kids"));
        if (kids.Count == 0) found.Add((type, new SignatureWidget(path, reference, field, value)));
        else foreach (var kid in kids) Visit(file, kid, path, type, value, found, depth + 1);
    }
}
