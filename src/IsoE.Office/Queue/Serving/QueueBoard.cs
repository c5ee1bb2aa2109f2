using IsoE.Office.Calendars;

namespace IsoE.Office.Queue.Serving;

/// <summary>What a display of the hall shows.</summary>
/// <param name="Call">Other with every call, so that a display notices one more call of the same number.</param>
public sealed record CalledLine(int Counter, string CounterName, string Number, string Call);

/// <param name="Waiting">How many wait for it.</param>
public sealed record WaitingLine(string Field, string Name, int Waiting);

/// <summary>The state of the queue for displays, in Vietnamese, the language of the hall.</summary>
/// <param name="ShownAt">Time of day in the agency's zone, <c>HH:mm:ss</c>.</param>
/// <param name="Called">The number at each counter, the one called last first.</param>
public sealed record QueueBoard(string ShownAt, IReadOnlyList<CalledLine> Called, IReadOnlyList<WaitingLine> Waiting)
{
    /// <summary>More lines than these cannot be read at five metres.</summary>
    private const int MostLines = 7;

    public static QueueBoard Of(QueueState queue, DateTimeOffset now) => new(
        $"{VietnamTime.ToLocal(now):HH:mm:ss}",
        [
            .. queue.Called.Take(MostLines).Select(ticket => new CalledLine(
                ticket.Counter!.Value, queue.Setup.FindCounter(ticket.Counter)?.NameVi ?? "", ticket.Number, $"{ticket.Id}-{ticket.Calls}")),
        ],
        [.. queue.Setup.OpenFields.Select(field => new WaitingLine(field.Code, field.NameVi, queue.Waiting.Count(ticket => ticket.FieldCode == field.Code)))]);

    /// <summary>Whether a display has to be told: the time alone is no news.</summary>
    public bool SaysTheSameAs(QueueBoard? other) =>
        other is not null && Called.SequenceEqual(other.Called) && Waiting.SequenceEqual(other.Waiting);
}
