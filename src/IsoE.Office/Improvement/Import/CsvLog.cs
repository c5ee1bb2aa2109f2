using System.Globalization;
using System.Text;
using IsoE.Workflows;
using IsoE.Workflows.Logs;

namespace IsoE.Office.Improvement.Import;

/// <summary>Rows of a table that could not be taken.</summary>
/// <param name="First">The first of them, in words, at most five.</param>
public sealed record UnreadRows(int Count, IReadOnlyList<Text> First);

/// <summary>Makes cases of a table of events in any order, in bounded memory.</summary>
/// <remarks>
/// The rows are dealt out to files by their case, so that each file holds whole cases and is small enough to be put in
/// order in memory.
/// </remarks>
internal sealed class CsvLog(string file, LogColumns columns, LogIntake intake)
{
    private const long PartSize = 4 * 1024 * 1024;
    private const int MostParts = 256;
    private const int MostUnreadShare = 10;

    private readonly List<Text> _first = [];
    private Dictionary<string, int> _places = [];

    /// <summary>The columns that say something else, of a case and of an event, with their places.</summary>
    private ILookup<bool, KeyValuePair<string, int>> _others = Enumerable.Empty<KeyValuePair<string, int>>().ToLookup(_ => false);

    public UnreadRows Unread => new(_unread, _first);

    private int _unread;

    /// <exception cref="RejectedException">
    /// While the cases are taken: <c>log-column-missing</c>, <c>log-malformed</c>, <c>log-unreadable</c>,
    /// <c>log-case-too-long</c>, <c>log-empty</c>.
    /// </exception>
    public IEnumerable<LogCase> Cases()
    {
        var folder = Directory.CreateTempSubdirectory("isoe-log-");
        try
        {
            var parts = DealOut(folder);
            var any = false;
            foreach (var part in parts)
                foreach (var @case in CasesOf(part))
                {
                    any = true;
                    yield return @case;
                }

            if (!any) throw new RejectedException("log-empty", new Text("Tệp không có sự kiện hoàn thành nào.", "The file has no completed event."));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private List<string> DealOut(DirectoryInfo folder)
    {
        var count = (int)Math.Clamp(new FileInfo(file).Length / PartSize, 1, MostParts);
        var parts = Enumerable.Range(0, count).Select(part => Path.Combine(folder.FullName, part.ToString(CultureInfo.InvariantCulture))).ToList();
        var writers = parts.ConvertAll(part => new BinaryWriter(new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 16 * 1024), Encoding.UTF8));
        try
        {
            var rows = 0;
            foreach (var (line, fields) in CsvTable.Rows(file, columns.Encoding, columns.Separator))
            {
                if (_places.Count == 0) TakeHeadings(fields);
                else if (++rows > 0 && IsReadable(line, fields)) Write(writers[PartOf(Field(fields, columns.Case)!, count)], line, fields);
            }

            if (_unread * MostUnreadShare > rows)
                throw new RejectedException("log-unreadable", new Text(
                    $"{_unread} trong {rows} dòng không đọc được. {_first[0].Vi} Hãy kiểm tra các cột, thứ tự ngày tháng và bảng mã đã chọn.",
                    $"{_unread} of {rows} rows cannot be read. {_first[0].En} Check the columns, the order of dates and the encoding chosen."));
        }
        finally
        {
            writers.ForEach(writer => writer.Dispose());
        }

        return parts;
    }

    private void TakeHeadings(string[] fields)
    {
        columns.Check(fields);
        _places = fields.Select((heading, place) => (heading, place)).DistinctBy(each => each.heading).ToDictionary(each => each.heading, each => each.place, StringComparer.Ordinal);
        var mapped = columns.All().Select(each => each.Column).ToHashSet();
        _others = _places.Where(each => each.Key.Length > 0 && !mapped.Contains(each.Key)).ToLookup(each => each.Key.StartsWith("case:", StringComparison.Ordinal));
    }

    private bool IsReadable(int line, string[] fields)
    {
        var wrong = string.IsNullOrEmpty(Field(fields, columns.Case)) ? new Text("thiếu mã trường hợp", "there is no case")
            : string.IsNullOrEmpty(Field(fields, columns.Activity)) ? new Text("thiếu hoạt động", "there is no activity")
            : Field(fields, columns.At) is not { } at || LogMoment.Read(at, columns.Dates) is null ? NoMoment(Field(fields, columns.At))
            : null;
        if (wrong is null) return true;
        _unread++;
        if (_first.Count < 5) _first.Add(new Text($"Dòng {line}: {wrong.Vi}.", $"Line {line}: {wrong.En}."));
        return false;
    }

    private static Text NoMoment(string? text) => string.IsNullOrEmpty(text)
        ? new Text("thiếu thời điểm", "there is no time")
        : new Text($"“{Shortened(text)}” không phải thời điểm", $"“{Shortened(text)}” is not a moment");

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static void Write(BinaryWriter writer, int line, string[] fields)
    {
        writer.Write(line);
        writer.Write7BitEncodedInt(fields.Length);
        foreach (var field in fields) writer.Write(field);
    }

    private IEnumerable<LogCase> CasesOf(string part)
    {
        var rows = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        var order = new List<string>();
        using (var reader = new BinaryReader(new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.None, 64 * 1024), Encoding.UTF8))
            while (reader.BaseStream.Position < reader.BaseStream.Length)
            {
                reader.ReadInt32();
                var fields = new string[reader.Read7BitEncodedInt()];
                for (var i = 0; i < fields.Length; i++) fields[i] = reader.ReadString();
                var id = Field(fields, columns.Case)!;
                if (!rows.TryGetValue(id, out var own))
                {
                    rows[id] = own = [];
                    order.Add(id);
                }

                LogIntake.RequireLength(id, own.Count + 1);
                own.Add(fields);
            }

        foreach (var id in order)
            if (CaseOf(id, rows[id]) is { } @case) yield return @case;
    }

    private LogCase? CaseOf(string id, List<string[]> rows)
    {
        var ended = columns.EndedAt is null ? null : Moment(rows[^1], columns.EndedAt, endOfDay: true);
        return intake.Take(
            new LogCase(id, [])
            {
                DeadlineAt = Moment(rows[^1], columns.DeadlineAt, endOfDay: true),
                EndedAt = ended,
                IsOpen = columns.EndedAt is not null && ended is null,
                Attributes = Others(rows[^1], ofCase: true),
            },
            [.. rows.Select(Event)]);
    }

    private RawEvent Event(string[] fields) => new(
        new LogEvent(Field(fields, columns.Activity)!, Moment(fields, columns.At)!.Value)
        {
            StartedAt = Moment(fields, columns.StartedAt),
            Resource = Told(fields, columns.Resource),
            Role = Told(fields, columns.Role),
            Group = Told(fields, columns.Group),
            Attributes = Others(fields, ofCase: false),
        },
        Told(fields, columns.Transition),
        Told(fields, columns.Instance));

    private Dictionary<string, string> Others(string[] fields, bool ofCase)
    {
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (heading, place) in _others[ofCase])
            if (place < fields.Length && fields[place].Length > 0) others[heading] = fields[place];
        return others;
    }

    private DateTimeOffset? Moment(string[] fields, string? column, bool endOfDay = false) =>
        Field(fields, column) is { Length: > 0 } text ? LogMoment.Read(text, columns.Dates, endOfDay) : null;

    private string? Told(string[] fields, string? column) => Field(fields, column) is { Length: > 0 } text ? text : null;

    private string? Field(string[] fields, string? column) =>
        column is not null && _places.TryGetValue(column, out var place) && place < fields.Length ? fields[place] : null;

    /// <summary>The same case always goes to the same part, on every run.</summary>
    private static int PartOf(string id, int parts)
    {
        var hash = 2166136261u;
        foreach (var letter in id) hash = (hash ^ letter) * 16777619u;
        return (int)(hash % (uint)parts);
    }
}
