using System.IO.Compression;

namespace IsoE.Documents.Signing.Objects;

/// <summary>Unpacks streams that hold structure: cross references, objects, page contents (ISO 32000-1, 7.4.4).</summary>
internal static class PdfUnpacking
{
    /// <exception cref="PdfUnreadableException">It is packed in another way, is broken, or grows beyond <paramref name="most"/> bytes.</exception>
    public static byte[] Unpack(PdfStream stream, PdfDictionary? parameters, string? filter, int most)
    {
        if (filter is null) return stream.Raw.ToArray();
        if (filter != "FlateDecode") throw new PdfUnreadableException($"A stream is packed by {filter}, which is not read here.");
        var inflated = Inflate(stream.Raw, most);
        var predictor = (parameters?.Raw("Predictor") as PdfToken)?.Integer ?? 1;
        return predictor switch
        {
            1 => inflated,
            >= 10 and <= 15 => Unpredict(inflated, (int)Math.Clamp((parameters!.Raw("Columns") as PdfToken)?.Integer ?? 1, 1, 100_000)),
            _ => throw new PdfUnreadableException($"A stream uses the predictor {predictor}, which is not read here."),
        };
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> packed, int most)
    {
        try
        {
            using var input = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            using var output = new MemoryStream();
            var part = new byte[16 * 1024];
            for (int read; (read = input.Read(part)) > 0;)
            {
                if (output.Length + read > most) throw new PdfUnreadableException($"A stream unpacks to more than {most >> 20} MB.");
                output.Write(part, 0, read);
            }

            return output.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new PdfUnreadableException("A packed stream is broken.");
        }
    }

    /// <summary>Undoes the PNG predictors (RFC 2083, 6) of rows of one-byte columns.</summary>
    private static byte[] Unpredict(byte[] rows, int columns)
    {
        var result = new byte[rows.Length / (columns + 1) * columns];
        for (var row = 0; (row + 1) * columns <= result.Length; row++)
        {
            var kind = rows[row * (columns + 1)];
            for (var column = 0; column < columns; column++)
            {
                var left = column > 0 ? result[(row * columns) + column - 1] : 0;
                var up = row > 0 ? result[((row - 1) * columns) + column] : 0;
                var upLeft = row > 0 && column > 0 ? result[((row - 1) * columns) + column - 1] : 0;
                var added = kind switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, upLeft), _ => throw new PdfUnreadableException("A row has an unknown predictor.") };
                result[(row * columns) + column] = (byte)(rows[(row * (columns + 1)) + 1 + column] + added);
            }
        }

        return result;
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        var guess = left + up - upLeft;
        var (byLeft, byUp, byBoth) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - upLeft));
        return byLeft <= byUp && byLeft <= byBoth ? left : byUp <= byBoth ? up : upLeft;
    }
}
