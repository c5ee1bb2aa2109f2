using System.Globalization;
using System.Text;
using System.Xml.Linq;
using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Typesetting;

/// <summary>Makes one file of a document that the compiler wrote twice, as PDF/A and as PDF/UA-1, because it keeps one standard at a time.</summary>
/// <remarks>
/// Text, fonts, colours and tags are the same in both, and the compiler has checked each against its standard. The file of PDF/UA
/// says more (its title is shown, figures and tables tell their place), so it is the one that is kept; it takes over what only
/// PDF/A asks for: the output intent and the metadata, which then name both standards.
/// </remarks>
internal static class BothStandards
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Accessible = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";

    /// <summary>The same two files give the same bytes.</summary>
    public static byte[] Join(byte[] archived, byte[] accessible)
    {
        var (from, file) = (PdfFile.Open(archived), PdfFile.Open(accessible));
        var intent = from.Dictionary(from.Array(from.Catalog.Raw("OutputIntents")).Single())!;
        var profile = (PdfStream)from.Resolve(intent.Raw("DestOutputProfile"))!;
        var place = Find(file, profile) ?? new PdfReference(file.Size, 0);
        var catalog = file.Catalog.With("OutputIntents", new PdfArray([intent.With("DestOutputProfile", place)]));
        return Write(file, from.Trailer.Raw("ID")!, new Dictionary<int, PdfValue>
        {
            [file.Root.Number] = catalog,
            [((PdfReference)catalog.Raw("Metadata")!).Number] = Metadata(from),
            [place.Number] = profile,
        });
    }

    /// <summary>The object with the bytes of a stream: pages with colours have the profile already.</summary>
    private static PdfReference? Find(PdfFile file, PdfStream stream)
    {
        var at = file.Bytes.Span.IndexOf(stream.Raw.Span);
        return at < 0 ? null : new PdfReference(file.Entries.Where(entry => entry.Value.Offset < at).MaxBy(entry => entry.Value.Offset).Key, 0);
    }

    private static PdfStream Metadata(PdfFile archived)
    {
        var stream = (PdfStream)archived.Resolve(archived.Catalog.Raw("Metadata"))!;
        var document = XDocument.Parse(Encoding.UTF8.GetString(archived.Unpack(stream)));
        var description = document.Descendants(Rdf + "Description").Single();
        description.Add(new XAttribute(XNamespace.Xmlns + "pdfuaid", Accessible));
        description.Element(Extension + "schemas")!.Element(Rdf + "Bag")!.Add(IdentificationSchema());
        description.Add(new XElement(Accessible + "part", 1));
        return new PdfStream(stream.Dictionary.Without("Filter"), Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting)));
    }

    /// <summary>PDF/A knows no other properties than those described in the file (ISO 19005-2, 6.6.2.3.3).</summary>
    private static XElement IdentificationSchema() => Resource(
        new XElement(Schema + "schema", "PDF/UA identification schema"),
        new XElement(Schema + "namespaceURI", Accessible.NamespaceName),
        new XElement(Schema + "prefix", "pdfuaid"),
        new XElement(Schema + "property", new XElement(Rdf + "Seq", Resource(
            new XElement(Property + "category", "internal"),
            new XElement(Property + "description", "Part of ISO 14289 to which the document conforms"),
            new XElement(Property + "name", "part"),
            new XElement(Property + "valueType", "Integer")))));

    private static XElement Resource(params object[] content) => new(Rdf + "li", new XAttribute(Rdf + "parseType", "Resource"), content);

    /// <summary>The objects of the file in their order with some changed and, after them, some added, in one revision.</summary>
    private static byte[] Write(PdfFile file, PdfValue identifier, Dictionary<int, PdfValue> changed)
    {
        var known = file.Entries.Where(entry => entry.Value.Kind == PdfEntryKind.InFile).OrderBy(entry => entry.Value.Offset).ToList();
        using var output = new MemoryStream();
        var offsets = new SortedDictionary<int, long>();
        output.Write(file.Bytes.Span[..(int)known[0].Value.Offset]);
        for (var i = 0; i < known.Count; i++)
        {
            offsets[known[i].Key] = output.Length;
            var end = i + 1 < known.Count ? known[i + 1].Value.Offset : file.StartXref;
            if (changed.TryGetValue(known[i].Key, out var value)) WriteObject(output, known[i].Key, value);
            else output.Write(file.Bytes.Span[(int)known[i].Value.Offset..(int)end]);
        }

        foreach (var number in changed.Keys.Where(number => !offsets.ContainsKey(number)).Order().ToList())
        {
            offsets[number] = output.Length;
            WriteObject(output, number, changed[number]);
        }

        WriteEnd(output, offsets, file.Trailer.With("Size", PdfOutput.Number(offsets.Keys.Last() + 1)).With("ID", identifier));
        return output.ToArray();
    }

    private static void WriteObject(MemoryStream output, int number, PdfValue value)
    {
        WriteText(output, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        output.Write(PdfOutput.Bytes(value));
        WriteText(output, "\nendobj\n\n");
    }

    private static void WriteEnd(MemoryStream output, SortedDictionary<int, long> offsets, PdfDictionary trailer)
    {
        var table = output.Length;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f\r\n");
        foreach (var offset in offsets.Values) text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n\r\n");
        text.Append("trailer\n").Append(PdfOutput.Text(trailer));
        text.Append(CultureInfo.InvariantCulture, $"\nstartxref\n{table}\n%%EOF");
        WriteText(output, text.ToString());
    }

    private static void WriteText(MemoryStream output, string text) => output.Write(Encoding.Latin1.GetBytes(text));
}
