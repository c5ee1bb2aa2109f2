using IsoE.Office.Calendars;
using IsoE.Office.Queue.Appointments;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;

namespace IsoE.Office.Tests.Queue;

/// <summary>Times booked ahead: half an hour each, two at a time.</summary>
public sealed class AppointmentTests
{
    private QueueBed _bed = null!;

    [OneTimeSetUp]
    public async Task Start() => _bed = await QueueBed.Start(DatabaseKind.Sqlite);

    [OneTimeTearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [SetUp]
    public void NextDay() => _bed.NextDay();

    [Test]
    public async Task Slots_fill_the_reception_hours_to_come()
    {
        var today = VietnamTime.DateOf(_bed.Bed.Clock.Now);
        var times = (await Slots()).Select(slot => VietnamTime.ToLocal(slot.StartsAt)).Where(at => DateOnly.FromDateTime(at) == today).Select(at => $"{at:HH:mm}").ToList();

        Assert.That(times, Is.EqualTo(new[] { "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "13:00", "13:30", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30" }));
    }

    [Test]
    public async Task An_appointment_gets_its_number_at_arrival_and_goes_before_those_who_came_shortly_before()
    {
        var appointment = await Book((await Slots())[0].StartsAt);
        _bed.At("08:05");
        var early = await _bed.Take("A");
        _bed.At("08:20");
        var late = await _bed.Take("A");
        var ticket = await Arrive($" {appointment.Code.ToLowerInvariant()} ");
        var again = await Arrive(appointment.Code);

        Assert.That((ticket.Number, again.Number), Is.EqualTo(("A003", "A003")));
        Assert.That((await _bed.State()).Waiting.Select(each => each.Id), Is.EqualTo(new[] { early.Id, ticket.Id, late.Id }), "It counts from 08:10.");
        Assert.That((await Find(appointment)).Status, Is.EqualTo(AppointmentState.Arrived));
    }

    [Test]
    public async Task Too_early_is_refused_with_the_time()
    {
        var appointment = await Book((await Slots())[2].StartsAt);
        var refusal = await QueueBed.Refused(() => Arrive(appointment.Code));

        Assert.That((refusal.Code, refusal.Reason.Vi.Contains("09:30", StringComparison.Ordinal)), Is.EqualTo(("appointment-not-now", true)));
    }

    [Test]
    public async Task A_cancelled_time_is_free_again_and_its_code_opens_nothing()
    {
        var at = (await Slots())[0].StartsAt;
        var appointment = await Book(at);
        Assert.That((await Slots())[0].Free, Is.EqualTo(1));
        await _bed.Bed.Run<CancelAppointment>(cancel => cancel.Run(appointment.Secret, default));

        Assert.That((await Slots())[0].Free, Is.EqualTo(2));
        Assert.That((await QueueBed.Refused(() => Arrive(appointment.Code))).Code, Is.EqualTo("appointment-unknown"));
    }

    [TestCase("", "0903123456", "name-missing")]
    [TestCase("Lê Văn Hẹn", "12", "phone")]
    public async Task Who_comes_has_to_be_said(string name, string phone, string code) =>
        Assert.That((await QueueBed.Refused(async () => await Book((await Slots())[0].StartsAt, name, phone))).Code, Is.EqualTo(code));

    [Test]
    public async Task A_time_that_is_no_slot_is_refused()
    {
        var at = (await Slots())[0].StartsAt.AddMinutes(5);
        Assert.That((await QueueBed.Refused(() => Book(at))).Code, Is.EqualTo("slot-unknown"));
    }

    private Task<IReadOnlyList<Slot>> Slots() => _bed.Bed.Run<FreeSlots, IReadOnlyList<Slot>>(free => free.Run(DossierBed.Ward, "A", default));

    private Task<AppointmentRow> Book(DateTimeOffset at, string name = "Lê Văn Hẹn", string phone = "0903123456") => _bed.Bed.Run<BookAppointment, AppointmentRow>(
        book => book.Run(DossierBed.Ward, new AppointmentForm(_bed.Bed.Office.NewId(), "A", at, name, phone), default));

    private Task<TicketRow> Arrive(string code) => _bed.Bed.Run<ArriveWithAppointment, TicketRow>(arrive => arrive.Run(_bed.Machine, code, default));

    private async Task<AppointmentRow> Find(AppointmentRow row) => (await _bed.Bed.Run<FindAppointment, AppointmentRow?>(find => find.Run(row.Secret, default)))!;
}
