using IsoE.Office.Calendars;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Serving;

/// <summary>Today's queue of an agency as it stands.</summary>
/// <param name="Tickets">The numbers that are not finished, in the order in which they were taken.</param>
/// <param name="IsOpen">Whether numbers are given out now.</param>
/// <param name="OpensAt">When they are again, UTC; null while they are, or when the calendar does not say.</param>
public sealed record QueueState(QueueSetup Setup, IReadOnlyList<TicketRow> Tickets, bool IsOpen, DateTimeOffset? OpensAt)
{
    /// <summary>The waiting numbers in the order in which they are called.</summary>
    public IEnumerable<TicketRow> Waiting => QueueOrder.Of(Tickets);

    public IEnumerable<TicketRow> Passed => Tickets.Where(ticket => ticket.Status is TicketState.Passed);

    /// <summary>The numbers at counters, the one called last first.</summary>
    public IEnumerable<TicketRow> Called => Tickets.Where(ticket => ticket.Status is TicketState.Called).OrderByDescending(ticket => ticket.CalledAt);

    public TicketRow? At(int counter) => Called.FirstOrDefault(ticket => ticket.Counter == counter);

    /// <summary>How many of the same field are called before a waiting number.</summary>
    public int Before(TicketRow waiting) => Waiting.Where(ticket => ticket.FieldCode == waiting.FieldCode).TakeWhile(ticket => ticket.Id != waiting.Id).Count();
}

/// <summary>Reads today's queue.</summary>
public sealed class ReadQueue(OfficeDb db, ReadQueueSetup setup, CalendarSource calendars, TimeProvider clock)
{
    public async Task<QueueState> Run(string agencyId, CancellationToken cancel)
    {
        var (now, calendar) = (clock.GetUtcNow(), calendars(agencyId).Calendar);
        var day = QueueDay.InstanceOf(VietnamTime.DateOf(now));
        var tickets = await Tickets
            .Where(row => row.AgencyId == agencyId && row.InstanceId == day && row.Status != TicketState.Finished)
            .OrderBy(row => row.TakenAt).ToListAsync(cancel);
        var isOpen = calendar.IsReceptionOpen(now);
        return new QueueState(await setup.Run(agencyId, cancel), tickets, isOpen, isOpen ? null : calendar.NextReception(now));
    }

    /// <summary>The number behind the address on it, across agencies and days; or null.</summary>
    public Task<TicketRow?> Find(string secret, CancellationToken cancel) => Tickets.SingleOrDefaultAsync(row => row.Secret == secret, cancel);

    private IQueryable<TicketRow> Tickets => db.Set<TicketRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking();
}
