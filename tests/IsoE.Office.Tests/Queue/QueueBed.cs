using IsoE.Office.Calendars;
using IsoE.Office.Calendars.Edit;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Queue;

/// <summary>The ward with two fields, two counters, a priority group and a ticket machine. Every test has a working day of its own.</summary>
public sealed class QueueBed : IAsyncDisposable
{
    private DateOnly _day = new(2026, 11, 2);

    private QueueBed(DossierBed bed) => Bed = bed;

    public DossierBed Bed { get; }

    public QueueDevice Machine { get; private set; } = null!;

    public static async Task<QueueBed> Start(DatabaseKind kind)
    {
        var bed = new QueueBed(await DossierBed.Start(kind));
        await bed.Arrange();
        return bed;
    }

    /// <summary>Goes to 08:00 of the next working day: the queue is empty.</summary>
    public void NextDay()
    {
        _day = NationalCalendar.Instance.AddWorkingDays(_day, 1);
        At("08:00");
    }

    /// <summary>Sets the clock of today.</summary>
    public void At(string time) => Bed.Clock.Now = VietnamTime.ToInstant(_day, TimeOnly.Parse(time, null));

    public Task<TicketRow> Take(string field = "A", string? priority = null) =>
        Bed.Run<TakeTicket, TicketRow>(take => take.Run(Machine, new TicketRequest(Bed.Office.NewId(), field, priority), default));

    /// <summary>Calls the next number to a counter.</summary>
    public async Task<string?> CallNext(int counter = 1)
    {
        var actor = await Bed.As("reception");
        await Bed.Run<CallNext>(next => next.Run(actor, counter, Bed.NewCommand(), default));
        return (await State()).At(counter)?.Number;
    }

    public Task<QueueState> State() => Bed.Run<ReadQueue, QueueState>(queue => queue.Run(DossierBed.Ward, default));

    public async Task<TicketRow> Ticket(string id)
    {
        await using var db = Bed.Office.OpenDb();
        return await db.Set<TicketRow>().IgnoreQueryFilters().SingleAsync(row => row.Id == id);
    }

    /// <summary>The refusal that something ends in.</summary>
    public static async Task<RejectedException> Refused(Func<Task> run) => (await Assert.ThrowsAsync<RejectedException>(() => run()))!;

    public ValueTask DisposeAsync() => Bed.DisposeAsync();

    private async Task Arrange()
    {
        var admin = await Bed.As("admin");
        await Bed.Run<SaveQueueField, QueueField>(save => save.Run(admin, new QueueFieldForm(null, "a", "Hộ tịch", null, ["Hộ tịch"], true), default));
        await Bed.Run<SaveQueueField, QueueField>(save => save.Run(admin, new QueueFieldForm(null, "B", "Kinh doanh", null, [], true), default));
        await Bed.Run<SaveQueueCounter, QueueCounter>(save => save.Run(admin, new QueueCounterForm(1, "Một", null, ["A", "B"], true), true, default));
        await Bed.Run<SaveQueueCounter, QueueCounter>(save => save.Run(admin, new QueueCounterForm(2, "Hai", null, ["B"], true), true, default));
        await Bed.Run<SavePriorityGroup, PriorityGroup>(save => save.Run(
            admin, new PriorityGroupForm("elderly", "Người cao tuổi", null, new SourceForm("Luật 39/2009/QH12", false), true), true, default));
        var secret = await Bed.Run<OpenDevice, string>(open => open.Run(admin, DeviceKind.Kiosk, "Cửa chính", default));
        Machine = (await Bed.Run<FindDevice, QueueDevice?>(find => find.Run(secret, DeviceKind.Kiosk, default)))!;
    }
}
