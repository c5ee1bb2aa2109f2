using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Queue.Serving;

/// <summary>The queue of one agency on one day: an instance of its own, to which all its numbers belong.</summary>
/// <remarks>
/// Every step takes the day's lock first and reads all numbers that are not finished, so what is decided is decided on the
/// whole queue: no number is given or called twice, on either database.
/// </remarks>
public sealed class QueueDay(InstanceRunner instances, TimeProvider clock)
{
    private const string Lock = "queue";

    internal static string InstanceOf(DateOnly on) => string.Create(CultureInfo.InvariantCulture, $"queue-{on:yyyyMMdd}");

    internal static string SeriesOf(DateOnly on, string prefix) => string.Create(CultureInfo.InvariantCulture, $"queue-{on:yyyyMMdd}-{prefix}");

    /// <summary>Decides on today's queue.</summary>
    /// <param name="actorId">The officer, or <c>applicant</c> at a machine.</param>
    internal Task<StepResult> Run(string agencyId, string actorId, string commandId, Action<Step> decide, CancellationToken cancel, params IEnumerable<string> series)
    {
        var at = Instant.ToStored(clock.GetUtcNow());
        var request = new StepRequest(agencyId, InstanceOf(VietnamTime.DateOf(at)), commandId, actorId)
        {
            At = at,
            Series = [Lock, .. series],
            Also = [typeof(TicketRow)],
        };
        return instances.Run(request, decide, cancel);
    }

    /// <summary>The number at this counter; null when nobody is served there.</summary>
    internal static TicketRow? At(Step step, int counter) =>
        step.All<TicketRow>().FirstOrDefault(row => row.Status is TicketState.Called && row.Counter == counter);

    /// <summary>The number, which has to be the one served at this counter.</summary>
    /// <exception cref="RejectedException"><c>ticket-unknown</c>, <c>ticket-not-here</c> saying where it is.</exception>
    internal static TicketRow Get(Step step, string ticketId, int counter)
    {
        var row = step.All<TicketRow>().FirstOrDefault(each => each.Id == ticketId) ?? throw QueueRejections.TicketUnknown();
        return row.Status is TicketState.Called && row.Counter == counter ? row : throw QueueRejections.NotHere(row.Number, Whereabouts(row));
    }

    private static Text Whereabouts(TicketRow row) => row.Status switch
    {
        TicketState.Waiting => new Text("đang chờ gọi", "it waits to be called"),
        TicketState.Passed => new Text("đang tạm vắng", "the person stays away for now"),
        TicketState.Called => new Text($"đang ở quầy {row.Counter}", $"it is at counter {row.Counter}"),
        _ => new Text("đã xong", "it is finished"),
    };
}
