using System.Text;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>Tells by its first bytes what a file is, whatever its name says.</summary>
internal static class FileKind
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <exception cref="Workflows.RejectedException">The file is anything but a ZIP package.</exception>
    public static void RefuseOthers(MemoryStream file)
    {
        var bytes = file.GetBuffer().AsSpan(0, (int)file.Length);
        if (bytes.StartsWith(Zip)) return;
        if (bytes.Length == 0) throw WordRejections.Empty();
        if (bytes.StartsWith(Compound)) throw Holds(bytes, "EncryptedPackage") ? WordRejections.Encrypted()
            : Holds(bytes, "WordDocument") ? WordRejections.OldWord()
            : WordRejections.NotWord();
        if (bytes.StartsWith("{\\rtf"u8)) throw WordRejections.OtherFormat("RTF");
        if (bytes.StartsWith("%PDF"u8)) throw WordRejections.OtherFormat("PDF");
        throw WordRejections.NotWord();
    }

    // Names of the streams of a compound file stand in its directory as UTF-16.
    private static bool Holds(ReadOnlySpan<byte> bytes, string stream) => bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
