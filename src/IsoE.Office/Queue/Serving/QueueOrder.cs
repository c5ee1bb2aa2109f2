using IsoE.Office.Queue.Setup;

namespace IsoE.Office.Queue.Serving;

/// <summary>Who is called next.</summary>
/// <remarks>
/// Everybody counts as waiting from the moment the number was taken; whoever has counted longest is next, whatever field
/// of the counter it is. Priority groups count from some minutes earlier (<see cref="QueueRules.PriorityMinutes"/>), an
/// appointment as much earlier than its time, or than the arrival when that was later; the two do not add up. So a person
/// without priority is overtaken only by those who come within these minutes, never for ever, and coming early for an
/// appointment gains nothing. Somebody sent to another field keeps the place that the waiting so far gives.
/// </remarks>
public static class QueueOrder
{
    /// <summary>From when a number counts as waiting.</summary>
    /// <param name="appointmentAt">Time of the appointment; null for none.</param>
    public static DateTimeOffset CountsFrom(DateTimeOffset takenAt, bool hasPriority, DateTimeOffset? appointmentAt, QueueRules rules)
    {
        var from = appointmentAt is { } at && at > takenAt ? at : takenAt;
        return hasPriority || appointmentAt is not null ? from.AddMinutes(-rules.PriorityMinutes) : from;
    }

    /// <summary>The waiting numbers in the order in which they are called.</summary>
    public static IEnumerable<TicketRow> Of(IEnumerable<TicketRow> tickets) => tickets
        .Where(ticket => ticket.Status is TicketState.Waiting)
        .OrderBy(ticket => ticket.CountsFrom).ThenBy(ticket => ticket.TakenAt).ThenBy(ticket => ticket.Number, StringComparer.Ordinal);

    /// <summary>The number a counter calls next; null when nobody waits for its fields.</summary>
    public static TicketRow? Next(IEnumerable<TicketRow> tickets, QueueCounter counter) =>
        Of(tickets).FirstOrDefault(ticket => counter.FieldCodes.Contains(ticket.FieldCode));
}
