using IsoE.Office.Calendars.Edit;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Organisation;

/// <summary>Who changed what in the organisation, and what stood before.</summary>
public sealed class OrganisationLogTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    private DossierBed _bed = null!;
    private Actor _admin = null!;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(Kind);
        _admin = await _bed.As("admin");
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Every_change_leaves_who_did_it_and_what_stood_before()
    {
        await Change("0901234567");
        await Change("0907654321");
        await _bed.Run<GiveRole, PersonRole>(give => give.Run(_admin, "clerk", Roles.Cashier, null, Today, default));

        var lines = (await Read("auditor")).Lines;

        Assert.That(lines.Select(line => (line.Type, line.By, line.About)), Is.EqualTo(new[]
        {
            ("PersonRoleAdded", "Nguyễn Quang Huy", "Lý Thị Hạnh"),
            ("PersonChanged", "Nguyễn Quang Huy", "Lý Thị Hạnh"),
            ("PersonChanged", "Nguyễn Quang Huy", "Lý Thị Hạnh"),
        }));
        Assert.That(lines[1].Fields, Is.EqualTo(new[] { new FieldChange("Phone", "0901234567", "0907654321") }));
    }

    [Test]
    public async Task Saving_what_is_there_already_leaves_no_line()
    {
        await Change("0901234567");
        await Change("0901234567");

        Assert.That((await Read("auditor")).Lines, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_calendar_is_part_of_it_without_the_copy_of_the_national_one()
    {
        var form = new HolidayForm(new DateOnly(2026, 12, 10), new DateOnly(2026, 12, 10), "Lễ hội địa phương", null, new SourceForm("12/TB-UBND", true));
        await _bed.Run<AddHoliday, CalendarChange>(add => add.Run(_admin, form, true, default));
        await using var db = _bed.Office.OpenDb();
        var row = await db.Set<Office.Calendars.CalendarRow>().IgnoreQueryFilters().SingleAsync(each => each.NameVi == "Lễ hội địa phương");
        await _bed.Run<RemoveCalendarRow, CalendarChange>(remove => remove.Run(_admin, row.Id, true, default));

        var lines = (await Read("admin")).Lines;

        Assert.That(lines.Select(line => (line.Type, line.About)), Is.EqualTo(new[] { ("CalendarChanged", "Lễ hội địa phương"), ("CalendarAdded", "Lễ hội địa phương") }));
        Assert.That(lines[0].Fields.Select(field => field.Field), Is.EquivalentTo(new[] { "RemovedAt", "RemovedBy" }));
    }

    [Test]
    public async Task It_is_chained_and_the_database_refuses_to_change_it()
    {
        await Change("0901234567");
        await Change("0907654321");
        await using var db = _bed.Office.OpenDb();

        var whole = await _bed.Office.Get<HistoryVerification>().Run(default);
        var change = await Assert.CatchAsync(() => db.Database.ExecuteSqlRawAsync("UPDATE history SET actor_id = 'leader' WHERE instance_id = 'organisation'"));

        Assert.That((whole.Broken, whole.Rows), Is.EqualTo(((BrokenRow?)null, 2L)));
        Assert.That(change!.Message, Does.Contain("append-only").IgnoreCase.Or.Contain("history").IgnoreCase);
    }

    [TestCase("admin", true)]
    [TestCase("auditor", true)]
    [TestCase("leader", true)]
    [TestCase("specialist", false)]
    [TestCase("reception", false)]
    public async Task Administrators_and_auditors_read_it(string person, bool may)
    {
        await Change("0901234567");

        if (may) Assert.That((await Read(person)).Lines, Has.Count.EqualTo(1));
        else Assert.That((await Assert.ThrowsAsync<RejectedException>(() => Read(person)))!.Code, Is.EqualTo("not-allowed"));
    }

    [Test]
    public async Task It_is_read_page_by_page()
    {
        foreach (var digit in Enumerable.Range(1, 5)) await Change($"090000000{digit}");

        var first = await Read("auditor", size: 3);
        var second = await Read("auditor", first.Next, 3);

        Assert.That(first.Lines.Concat(second.Lines).Select(line => line.Sequence), Is.EqualTo(new[] { 5, 4, 3, 2, 1 }));
        Assert.That(second.Next, Is.Null);
    }

    private Task<Person> Change(string phone) => _bed.Run<SavePerson, Person>(save => save.Run(
        _admin, new PersonForm("clerk", "Lý Thị Hạnh", null, null, null, phone, Samples.Founded, null), default));

    private async Task<OrganisationLogPage> Read(string person, long? before = null, int size = 50)
    {
        var actor = await _bed.As(person);
        return await _bed.Run<ReadOrganisationLog, OrganisationLogPage>(read => read.Run(actor, before, size, default));
    }
}
