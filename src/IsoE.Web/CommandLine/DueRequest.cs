using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>One question for a due date, as it is written on the command line or in a batch file.</summary>
internal sealed record DueRequest(DateTimeOffset ReceivedAt, TimeLimit Limit, IReadOnlyList<Pause> Pauses)
{
    /// <exception cref="RejectedException">A part cannot be read.</exception>
    public static DueRequest Read(string received, string limit, IEnumerable<string> pauses)
    {
        var parsed = TimeLimit.Parse(limit);
        // Where the hour does not matter, the day of receipt says all.
        var byDay = parsed.Unit is TimeUnit.WorkingDays or TimeUnit.CalendarDays;
        var receivedAt = byDay ? LocalTimes.ReadDateOrTime(received) : LocalTimes.Read(received);
        return new DueRequest(receivedAt, parsed, [.. pauses.Select(ReadPause)]);
    }

    /// <summary>Reads a line of a batch file: received, limit and, if there are any, pauses joined by <c>;</c>, with tabs between.</summary>
    /// <exception cref="RejectedException">The line has another number of parts, or a part cannot be read.</exception>
    public static DueRequest ReadLine(string line)
    {
        var parts = line.Split('\t');
        if (parts.Length is < 2 or > 3)
            throw new RejectedException("batch-line-malformed", new Text(
                "Mỗi dòng cần thời điểm tiếp nhận, thời hạn và (nếu có) các lần tạm dừng, cách nhau bằng dấu tab.",
                "A line needs the moment of receipt, the limit and, if there are any, the pauses, separated by tabs."));
        var pauses = parts.Length == 3 ? parts[2].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        return Read(parts[0], parts[1], pauses);
    }

    private static Pause ReadPause(string text)
    {
        var ends = text.Split('/');
        if (ends.Length != 2 || string.IsNullOrWhiteSpace(ends[0]) || string.IsNullOrWhiteSpace(ends[1]))
            throw new RejectedException("pause-malformed", new Text(
                $"Không hiểu lần tạm dừng “{text}”. Hãy viết TỪ/ĐẾN như 2026-08-21T14:00/2026-09-03T10:00; khi chưa kết thúc thì chưa có hạn.",
                $"“{text}” is not a pause. Write FROM/TO like 2026-08-21T14:00/2026-09-03T10:00; while it has no end there is no due date yet."));
        return new Pause(LocalTimes.ReadDateOrTime(ends[0]), LocalTimes.ReadDateOrTime(ends[1]));
    }
}
