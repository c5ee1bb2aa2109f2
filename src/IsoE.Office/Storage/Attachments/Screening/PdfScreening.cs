using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace IsoE.Office.Storage.Attachments.Screening;

/// <summary>Refuses PDFs that run scripts or start programs, and those that cannot be looked into.</summary>
/// <remarks>
/// An action is a dictionary whose names say so (ISO 32000, 12.6.4): every name of the file is read, wherever it stands and
/// however its letters are written, those in compressed object streams too. Streams of pages and pictures hold no actions.
/// </remarks>
internal sealed class PdfScreening
{
    private const long MostUnpacked = 64L * 1024 * 1024;
    private const int LongestName = 127;
    private const int BufferSize = 80 * 1024;
    private const string Keyword = "stream";

    private readonly string _path;
    private readonly string _name;
    private readonly StringBuilder _letters = new();
    private bool _isInName;

    /// <summary>A compressed object stream was named, and its bytes have not come yet.</summary>
    private bool _isExpected;

    /// <summary>The stream to come is packed in a way that is not undone here.</summary>
    private bool _isOdd;

    /// <summary>Small letters in a row up to here, and how many of them spell the keyword.</summary>
    private int _run;
    private int _matched;
    private long _left = MostUnpacked;

    private PdfScreening(string path, string name) => (_path, _name) = (path, name);

    /// <exception cref="IsoE.Workflows.RejectedException"><c>file-active</c>, <c>file-locked</c>, <c>file-bomb</c>, <c>file-unreadable</c>.</exception>
    public static void Check(string path, string name)
    {
        using var file = new BufferedStream(File.OpenRead(path), BufferSize);
        new PdfScreening(path, name).ReadFile(file);
    }

    private void ReadFile(Stream file)
    {
        int next;
        for (var at = 0L; (next = file.ReadByte()) >= 0; at++)
        {
            Take((char)next);
            if (_run != Keyword.Length || _matched != Keyword.Length) continue;
            if (_isExpected && ReadObjects(at + 1)) _isExpected = false;
            if (!_isExpected) _isOdd = false;
        }

        Take(' ');
        if (_isExpected) throw Rejections.FileUnreadable(_name);
    }

    /// <summary>Reads the names of a compressed object stream whose bytes begin here, after the end of the line.</summary>
    /// <returns>False when there is none: the word stood in a comment or a text.</returns>
    private bool ReadObjects(long at)
    {
        var inner = new PdfScreening(_path, _name) { _left = _left };
        try
        {
            using var file = File.OpenRead(_path);
            file.Position = at;
            if (file.ReadByte() == '\r') file.ReadByte();
            using var unpacked = new BufferedStream(new ZLibStream(file, CompressionMode.Decompress), BufferSize);
            inner.ReadUnpacked(unpacked);
        }
        catch (InvalidDataException)
        {
            return false;
        }

        if (_isOdd) throw Rejections.FileUnreadable(_name);
        _left = inner._left;
        return true;
    }

    private void ReadUnpacked(Stream unpacked)
    {
        int next;
        while ((next = unpacked.ReadByte()) >= 0)
        {
            if (--_left < 0) throw Rejections.FileBomb(_name);
            Take((char)next);
        }

        Take(' ');
    }

    private void Take(char next)
    {
        if (_isInName && IsRegular(next))
        {
            if (_letters.Length < LongestName) _letters.Append(next);
            return;
        }

        if (_isInName) Judge(Decoded(_letters.ToString()));
        _isInName = next == '/';
        _letters.Clear();
        if (!char.IsAsciiLetterLower(next))
        {
            _run = _matched = 0;
            return;
        }

        if (_run == _matched && _run < Keyword.Length && Keyword[_run] == next) _matched++;
        _run++;
    }

    private void Judge(string name)
    {
        if (name is "JavaScript" or "Launch") throw Rejections.FileActive(_name);
        if (name == "Encrypt") throw Rejections.FileLocked(_name);
        _isExpected |= name == "ObjStm";
        _isOdd |= name == "Predictor" || (name != "FlateDecode" && name.EndsWith("Decode", StringComparison.Ordinal));
    }

    private static bool IsRegular(char c) => c > ' ' && !"()<>[]{}/%".Contains(c, StringComparison.Ordinal);

    /// <summary>Letters may be written as numbers: <c>J#61vaScript</c>.</summary>
    private static string Decoded(string name)
    {
        if (!name.Contains('#', StringComparison.Ordinal)) return name;
        var decoded = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var isNumber = name[i] == '#' && i + 2 < name.Length && byte.TryParse(name.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            decoded.Append(isNumber ? (char)byte.Parse(name.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : name[i]);
            if (isNumber) i += 2;
        }

        return decoded.ToString();
    }
}
