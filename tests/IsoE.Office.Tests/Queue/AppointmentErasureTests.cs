using IsoE.Office.Queue.Appointments;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Subjects;
using IsoE.Office.Storage;
using IsoE.Office.Tests.DocumentControl;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Records;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;
using static IsoE.Office.Tests.TestBed.Refusal;

namespace IsoE.Office.Tests.Queue;

/// <summary>Who had booked an appointment asks to be forgotten.</summary>
public sealed class AppointmentErasureTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Name = "Lê Văn Hẹn";
    private const string Phone = "0903123456";

    private QueueBed _queue = null!;

    private DossierBed Bed => _queue.Bed;

    [SetUp]
    public async Task Start()
    {
        _queue = await QueueBed.Start(Kind);
        _queue.NextDay();
    }

    [TearDown]
    public async Task Stop() => await _queue.DisposeAsync();

    [Test]
    public async Task An_appointment_that_no_dossier_came_from_is_erased_and_that_of_others_stays()
    {
        var (mine, other) = (await Book(Name, Phone), await Book("Trần Thị Khác", "0903999888"));
        _queue.NextDay();

        await Approve(await Propose(Phone));

        var (left, stays) = (await Read(mine), await Read(other));
        Assert.That((left.Name, left.Phone, left.Code), Is.EqualTo(("(đã xóa)", "", mine.Code)));
        Assert.That((stays.Name, stays.Phone), Is.EqualTo(("Trần Thị Khác", "0903999888")));
        Assert.That(await Told(mine.InstanceId), Does.Not.Contain(Name).And.Not.Contain(Phone).And.Contain("Trần Thị Khác"));
        Assert.That((await Bed.Office.Get<HistoryVerification>().Run(default)).Broken, Is.Null);
    }

    [Test]
    public async Task One_that_is_still_to_come_stays_and_is_told_to_who_asks()
    {
        var appointment = await Book(Name, Phone);
        await Book("Trần Thị Khác", "0903999888");
        var head = await Bed.As("onestop");
        var told = await Bed.Run<ReadSubjectData, SubjectData>(read => read.Run(head, Phone, default));

        Assert.That(told.Besides.Single(besides => besides.Name.En == "appointments").Lines.Single().En, Does.EndWith($"{Name}, code {appointment.Code}"));
        Assert.That(() => Propose(Phone), Rejected("must-keep"));
    }

    [Test]
    public async Task One_that_a_dossier_came_from_is_erased_with_the_dossier()
    {
        var appointment = await Book(Name, Phone);
        _queue.At("08:25");
        var ticket = await Bed.Run<ArriveWithAppointment, TicketRow>(arrive => arrive.Run(_queue.Machine, appointment.Code, default));
        var dossier = await Bed.Withdrawn();
        var reception = await Bed.As("reception");
        await Bed.Run<LinkTicket>(link => link.Run(reception, ticket.Id, dossier.InstanceId, default));
        Assert.That(() => Propose(Phone), Rejected("must-keep"), "it goes with its dossier");
        Bed.Clock.Now = Bed.Clock.Now.AddYears(11);

        await Approve(await Propose(Samples.Applicant.IdentityNumber!));

        Assert.That((await Bed.Dossier(dossier.InstanceId)).ErasedAt, Is.Not.Null);
        Assert.That((await Read(appointment)).Name, Is.EqualTo("(đã xóa)"));
    }

    private async Task<AppointmentRow> Book(string name, string phone)
    {
        var slots = await Bed.Run<FreeSlots, IReadOnlyList<Slot>>(free => free.Run(DossierBed.Ward, "A", default));
        return await Bed.Run<BookAppointment, AppointmentRow>(
            book => book.Run(DossierBed.Ward, new AppointmentForm(Bed.Office.NewId(), "A", slots[0].StartsAt, name, phone), default));
    }

    private async Task<string> Propose(string about)
    {
        var actor = await Bed.As("onestop");
        return await Bed.Run<SubjectErasure, string>(erasure => erasure.Propose(actor, about, "Yêu cầu số 15", Bed.NewCommand(), default));
    }

    private async Task Approve(string list)
    {
        var actor = await Bed.As("leader");
        await Bed.Run<DecideDisposal>(decide => decide.Approve(actor, list, Bed.NewCommand(), default));
        await Bed.Settle();
    }

    private async Task<AppointmentRow> Read(AppointmentRow row)
    {
        await using var db = Bed.Office.OpenDb();
        return await db.Set<AppointmentRow>().IgnoreQueryFilters().SingleAsync(each => each.Id == row.Id);
    }

    private async Task<string> Told(string slot)
    {
        await using var db = Bed.Office.OpenDb();
        return string.Join('\n', await db.History.IgnoreQueryFilters().Where(fact => fact.InstanceId == slot).Select(fact => fact.Data).ToListAsync());
    }
}
