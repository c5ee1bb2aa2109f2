using System.Globalization;
using System.Text;

namespace IsoE.Documents.Signing;

/// <summary>The two stretches of a file that a signature covers: everything but the signature itself (ISO 32000-1, 12.8.1).</summary>
internal readonly record struct SignedRange(int FirstLength, int SecondStart, int SecondLength)
{
    public const string Placeholder = "[0 0000000000 0000000000 0000000000]";

    public int End => SecondStart + SecondLength;

    /// <summary>Writes the range of the signature whose object begins at <paramref name="objectStart"/> into the file.</summary>
    /// <param name="room">Bytes kept for the signature.</param>
    public static SignedRange Fill(byte[] file, int objectStart, int room)
    {
        var contents = objectStart + file.AsSpan(objectStart).IndexOf("/Contents <"u8) + "/Contents ".Length;
        var after = contents + (room * 2) + 2;
        var range = new SignedRange(contents, after, file.Length - after);
        var place = objectStart + file.AsSpan(objectStart).IndexOf(Encoding.ASCII.GetBytes(Placeholder));
        var text = string.Create(CultureInfo.InvariantCulture, $"[0 {range.FirstLength} {range.SecondStart} {range.SecondLength}");
        Encoding.ASCII.GetBytes(text.PadRight(Placeholder.Length - 1) + "]").CopyTo(file, place);
        return range;
    }
}
