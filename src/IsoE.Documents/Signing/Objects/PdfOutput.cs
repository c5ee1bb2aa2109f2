using System.Globalization;
using System.Text;

namespace IsoE.Documents.Signing.Objects;

/// <summary>Writes objects as bytes; equal objects give equal bytes.</summary>
internal static class PdfOutput
{
    public static PdfToken Number(double value) => new(value.ToString("0.#####", CultureInfo.InvariantCulture));

    /// <summary>The object as it stands in a file.</summary>
    public static byte[] Bytes(PdfValue value)
    {
        using var output = new MemoryStream();
        if (value is PdfStream stream)
        {
            var dictionary = stream.Dictionary.With("Length", new PdfToken(stream.Raw.Length.ToString(CultureInfo.InvariantCulture)));
            output.Write(Encoding.Latin1.GetBytes(Text(dictionary) + "\nstream\n"));
            output.Write(stream.Raw.Span);
            output.Write("\nendstream"u8);
        }
        else output.Write(Encoding.Latin1.GetBytes(Text(value)));
        return output.ToArray();
    }

    public static bool AreEqual(PdfValue? a, PdfValue? b) =>
        a is null || b is null ? a is null && b is null : Bytes(a).AsSpan().SequenceEqual(Bytes(b));

    /// <summary>The object in Latin letters; a stream is written by <see cref="Bytes"/>.</summary>
    public static string Text(PdfValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, PdfValue value)
    {
        switch (value)
        {
            case PdfToken token:
                text.Append(token.Text);
                break;
            case PdfName name:
                AppendName(text, name.Value);
                break;
            case PdfString words:
                text.Append('<').Append(Convert.ToHexString(words.Bytes)).Append('>');
                break;
            case PdfReference reference:
                text.Append(CultureInfo.InvariantCulture, $"{reference.Number} {reference.Generation} R");
                break;
            case PdfArray array:
                text.Append('[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0) text.Append(' ');
                    Append(text, array.Items[i]);
                }

                text.Append(']');
                break;
            case PdfDictionary dictionary:
                text.Append("<<");
                foreach (var (key, entry) in dictionary.Entries)
                {
                    AppendName(text, key);
                    text.Append(' ');
                    Append(text, entry);
                }

                text.Append(">>");
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} cannot stand inside another object.");
        }
    }

    private static void AppendName(StringBuilder text, string name)
    {
        text.Append('/');
        foreach (var c in name)
            if (c is > ' ' and < (char)127 && !"()<>[]{}/%#".Contains(c, StringComparison.Ordinal)) text.Append(c);
            else text.Append(CultureInfo.InvariantCulture, $"#{(int)c:X2}");
    }
}
