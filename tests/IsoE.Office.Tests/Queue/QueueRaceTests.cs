using IsoE.Office.Queue.Appointments;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Queue;

/// <summary>Machines, counters and visitors at the same moment.</summary>
public sealed class QueueRaceTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const int Many = 24;

    private QueueBed _bed = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _bed = await QueueBed.Start(Kind);
        _bed.NextDay();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Numbers_taken_at_once_have_no_gap_and_no_double_and_two_counters_call_nobody_twice()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(() => _bed.Take("B"))));
        Assert.That(taken.Select(ticket => ticket.Number).Order(), Is.EqualTo(Enumerable.Range(1, Many).Select(i => $"B{i:000}")));

        var actor = await _bed.Bed.As("reception");
        await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Task.Run(() =>
            _bed.Bed.Run<CallNext>(next => next.Run(actor, 1 + i % 2, _bed.Bed.NewCommand(), default)))));
        var tickets = await Task.WhenAll(taken.Select(ticket => _bed.Ticket(ticket.Id)));
        Assert.That(tickets.Select(ticket => ticket.Calls), Has.All.EqualTo(1));
        Assert.That(tickets.Count(ticket => ticket.Status is TicketState.Called), Is.EqualTo(2), "One at each counter.");
    }

    [Test]
    public async Task The_last_place_of_a_slot_is_given_once()
    {
        var slots = await _bed.Bed.Run<FreeSlots, IReadOnlyList<Slot>>(free => free.Run(DossierBed.Ward, "A", default));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Book(slots[^1].StartsAt, $"090310000{i}"))));

        Assert.That(answers.Count(code => code is null), Is.EqualTo(slots[^1].Free));
        Assert.That(answers.Where(code => code is not null), Has.All.EqualTo("slot-full"));
    }

    private async Task<string?> Book(DateTimeOffset at, string phone)
    {
        try
        {
            await _bed.Bed.Run<BookAppointment, AppointmentRow>(
                book => book.Run(DossierBed.Ward, new AppointmentForm(Guid.NewGuid().ToString("N"), "A", at, "Lê Văn Hẹn", phone), default));
            return null;
        }
        catch (RejectedException refusal)
        {
            return refusal.Code;
        }
    }
}
