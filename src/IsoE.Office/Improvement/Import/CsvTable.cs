using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using IsoE.Workflows;

namespace IsoE.Office.Improvement.Import;

/// <summary>The beginning of a table: its headings, its first rows, and how it is likely to be read.</summary>
public sealed record CsvPreview(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, LogColumns Guess);

/// <summary>A table of events in a file, read row by row. No row is longer than a bound.</summary>
internal static class CsvTable
{
    private const int PreviewRows = 20;
    private const int MostColumns = 100;
    private const int LongestField = 100_000;

    static CsvTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="RejectedException"><c>log-empty</c>, <c>log-malformed</c>.</exception>
    public static CsvPreview Preview(string file)
    {
        var encoding = EncodingOf(file);
        var separator = SeparatorOf(file, encoding);
        var rows = Rows(file, encoding, separator).Take(PreviewRows + 1).Select(row => row.Fields).ToList();
        if (rows.Count < 2) throw Empty();
        return new CsvPreview(rows[0], rows[1..], LogColumns.Guess(rows[0], rows.Skip(1), separator, encoding));
    }

    /// <summary>The rows with the number of the line each ends on; the headings come first.</summary>
    /// <exception cref="RejectedException"><c>log-malformed</c>, while the rows are taken.</exception>
    public static IEnumerable<(int Line, string[] Fields)> Rows(string file, string encoding, char separator)
    {
        using var reader = new StreamReader(file, Reading(encoding), detectEncodingFromByteOrderMarks: true);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = null,
            MaxFieldSize = LongestField,
            IgnoreBlankLines = true,
        });
        while (Next(parser))
        {
            var fields = parser.Record!;
            if (fields.Length > MostColumns) throw Malformed(parser.RawRow, new Text("quá nhiều cột", "too many columns"));
            yield return (parser.RawRow, Array.ConvertAll(fields, field => VietnameseText.Compose(field.Trim())));
        }
    }

    private static bool Next(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw Malformed(parser.RawRow, new Text("một ô quá dài, có thể thiếu dấu ngoặc kép đóng", "a cell is too long; perhaps a closing quotation mark is missing"));
        }
        catch (DecoderFallbackException)
        {
            throw Malformed(parser.RawRow, new Text("ký tự không đúng bảng mã đã chọn; hãy chọn bảng mã khác", "characters that are not in the encoding chosen; choose another"));
        }
    }

    /// <summary>By its mark, else UTF-8 where the beginning of the file is UTF-8, else the Vietnamese code page.</summary>
    private static string EncodingOf(string file)
    {
        using var stream = File.OpenRead(file);
        var start = new byte[4 * 1024 * 1024];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read >= 2 && ((start[0] == 0xFF && start[1] == 0xFE) || (start[0] == 0xFE && start[1] == 0xFF))) return "utf-16";
        // The cut may fall into the middle of a letter.
        var whole = read;
        while (read == start.Length && whole > read - 4 && (start[whole - 1] & 0x80) != 0) whole--;
        return System.Text.Unicode.Utf8.IsValid(start.AsSpan(0, whole)) ? "utf-8" : "windows-1258";
    }

    private static char SeparatorOf(string file, string encoding)
    {
        using var reader = new StreamReader(file, Reading(encoding), detectEncodingFromByteOrderMarks: true);
        var buffer = new char[LongestField];
        var line = buffer.AsSpan(0, reader.ReadBlock(buffer));
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        var best = (Mark: ',', Count: 0);
        foreach (var mark in new[] { ',', ';', '\t', '|' })
            if (line.Count(mark) > best.Count) best = (mark, line.Count(mark));
        return best.Mark;
    }

    private static Encoding Reading(string name) => name switch
    {
        "utf-8" => new UTF8Encoding(false, throwOnInvalidBytes: true),
        "utf-16" => new UnicodeEncoding(false, true, throwOnInvalidBytes: true),
        "windows-1258" => Encoding.GetEncoding(1258),
        _ => throw new RejectedException("log-encoding", new Text(
            $"Không có bảng mã “{name}”. Hãy chọn utf-8, utf-16 hoặc windows-1258.", $"There is no encoding “{name}”. Choose utf-8, utf-16 or windows-1258."))
        {
            Field = nameof(LogColumns.Encoding),
        },
    };

    private static RejectedException Empty() => new("log-empty", new Text(
        "Tệp không có dòng dữ liệu nào dưới dòng tiêu đề. Hãy xuất lại nhật ký có dòng tiêu đề và ít nhất một sự kiện.",
        "The file has no row beneath its headings. Export the log with headings and at least one event."));

    internal static RejectedException Malformed(int line, Text what) => new("log-malformed", new Text(
        $"Không đọc được dòng {line} của tệp: {what.Vi}.", $"Line {line} of the file cannot be read: {what.En}."));
}
