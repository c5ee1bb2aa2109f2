using IsoE.Office.Calendars;
using IsoE.Office.Calendars.Edit;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Calendars;

public sealed class AgencyCalendarTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly Actor Administrator = new(TestOffice.Agency, "an", "Nguyễn Văn An", [new Grant(Roles.TenantAdmin)]);
    private static readonly SourceForm Notice = new("Thông báo 12/TB-UBND", Verified: true);
    private static readonly DateOnly Feast = new(2026, 6, 10);
    private static readonly HolidayForm FeastForm = new(Feast, Feast, "Lễ hội địa phương", null, Notice);

    private TestOffice _office = null!;

    [SetUp]
    public async Task Start() => _office = await TestOffice.Start(Kind);

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public void An_agency_without_rows_works_by_the_national_calendar() =>
        Assert.That(Source(TestOffice.Agency).Calendar, Is.SameAs(NationalCalendar.Instance));

    [Test]
    public async Task An_added_holiday_moves_due_dates_at_once_and_names_its_source()
    {
        var due = Source(TestOffice.Agency).DueAt(Clock.At("2026-06-09 09:00"), TimeLimit.Parse("1wd"));

        var change = await Do<AddHoliday>(add => add.Run(Administrator, FeastForm, save: true, default));

        var explained = Source(TestOffice.Agency).Explain(Clock.At("2026-06-09 09:00"), TimeLimit.Parse("1wd"));
        Assert.Multiple(() =>
        {
            Assert.That(Clock.Show(due), Is.EqualTo("2026-06-10 17:00"));
            Assert.That(Clock.Show(explained.DueAt), Is.EqualTo("2026-06-11 17:00"));
            Assert.That(explained.Lines.Select(line => line.Text.Vi),
                Has.One.EqualTo("Không tính thứ Tư 10/06/2026 (Lễ hội địa phương; căn cứ: Thông báo 12/TB-UBND)."));
            Assert.That(change.Differences.Select(day => day.After.Date), Is.EqualTo(new[] { Feast }));
        });
    }

    [Test]
    public async Task A_copy_of_the_national_calendar_counts_like_it()
    {
        await Do<AddHoliday>(add => add.Run(Administrator, FeastForm, save: true, default));
        var row = (await Rows()).Single(row => row.NameVi == FeastForm.Name);
        await Do<RemoveCalendarRow>(remove => remove.Run(Administrator, row.Id, save: true, default));

        var own = Source(TestOffice.Agency).Calendar;

        Assert.Multiple(() =>
        {
            Assert.That(own, Is.Not.SameAs(NationalCalendar.Instance));
            Assert.That(CalendarDifference.Between(NationalCalendar.Instance, own), Is.Empty);
            Assert.That(own.Definition.SameDayCutOff, Is.EqualTo(NationalCalendar.Instance.Definition.SameDayCutOff));
            Assert.That(own.DayOf(new DateOnly(2027, 1, 4)).IsProvisional, Is.True);
        });
    }

    [Test]
    public async Task The_agency_says_when_a_term_is_nearly_due_and_on_what_ground()
    {
        await Do<SetNearlyDue>(set => set.Run(Administrator, new NearlyDueForm(2, 90, 30, Notice), default));
        await Do<SetNearlyDue>(set => set.Run(Administrator, new NearlyDueForm(3, 90, 30, Notice), default));

        Assert.That(Source(TestOffice.Agency).Calendar.Definition.NearlyDue, Is.EqualTo(new NearlyDueRule(3, 90, 0.3m)));
        var rows = (await Rows()).Where(row => row.Kind == CalendarRowKind.NearlyDue).ToList();
        Assert.That(rows.Select(row => (row.Hours, row.RemovedBy)), Is.EquivalentTo(new[] { ("2wd 90m 30%", "an"), ("3wd 90m 30%", null) }));
    }

    [TestCase(31, 60, 20, "WorkingDays")]
    [TestCase(1, -1, 20, "Minutes")]
    [TestCase(1, 60, 101, "Percent")]
    public async Task A_rule_out_of_bounds_is_refused_at_its_field(int days, int minutes, int percent, string field)
    {
        var refusal = await Assert.ThrowsAsync<RejectedException>(
            () => Do<SetNearlyDue>(set => set.Run(Administrator, new NearlyDueForm(days, minutes, percent, Notice), default)));

        Assert.That(refusal!.Field, Is.EqualTo(field));
    }

    [Test]
    public async Task The_calendar_can_be_seen_as_it_stood()
    {
        var before = _office.Clock.Now;
        _office.Clock.Now = before.AddHours(1);
        await Do<AddHoliday>(add => add.Run(Administrator, FeastForm, save: true, default));

        var calendars = _office.Get<AgencyCalendars>();

        Assert.Multiple(() =>
        {
            Assert.That(calendars.AsOf(TestOffice.Agency, before).Calendar.IsWorkingDay(Feast), Is.True);
            Assert.That(calendars.AsOf(TestOffice.Agency, _office.Clock.Now).Calendar.IsWorkingDay(Feast), Is.False);
        });
    }

    [Test]
    public async Task A_preview_keeps_nothing()
    {
        var change = await Do<AddHoliday>(add => add.Run(Administrator, FeastForm, save: false, default));

        Assert.That(change.Differences, Has.Count.EqualTo(1));
        Assert.That(await Rows(), Is.Empty);
    }

    [Test]
    public async Task A_national_row_can_be_removed_before_the_agency_has_its_own()
    {
        var shown = await Do<CalendarYearView, CalendarYearRows>(view => view.Find(TestOffice.Agency, 2026, default));
        var culture = shown.Rows.Single(row => row.Kind == CalendarRowKind.Holiday && row.FirstOn == new DateOnly(2026, 11, 24));

        await Do<RemoveCalendarRow>(remove => remove.Run(Administrator, culture.Id, save: true, default));

        Assert.Multiple(() =>
        {
            Assert.That(shown.IsOwn, Is.False);
            Assert.That(Source(TestOffice.Agency).Calendar.IsWorkingDay(new DateOnly(2026, 11, 24)), Is.True);
            Assert.That(Source("another").Calendar.IsWorkingDay(new DateOnly(2026, 11, 24)), Is.False);
        });
    }

    [Test]
    public async Task A_make_up_day_must_be_a_day_of_rest()
    {
        var monday = new MakeUpDayForm(new DateOnly(2026, 6, 8), new DateOnly(2026, 6, 9), Notice);
        var saturday = monday with { On = new DateOnly(2026, 6, 13) };

        var refused = await Assert.ThrowsAsync<RejectedException>(() => Do<AddMakeUpDay>(add => add.Run(Administrator, monday, save: true, default)));
        await Do<AddMakeUpDay>(add => add.Run(Administrator, saturday, save: true, default));

        Assert.Multiple(() =>
        {
            Assert.That(refused!.Code, Is.EqualTo("calendar-make-up-working"));
            Assert.That(Source(TestOffice.Agency).Calendar.IsWorkingDay(saturday.On), Is.True);
        });
    }

    [Test]
    public async Task New_hours_hold_from_their_day_on()
    {
        var friday = new HoursForm(DayOfWeek.Friday, IsReception: false, "07:30-11:30", new DateOnly(2026, 7, 1), Notice);

        await Do<SetHours>(set => set.Run(Administrator, friday, save: true, default));

        var calendar = Source(TestOffice.Agency).Calendar;
        Assert.Multiple(() =>
        {
            Assert.That(Clock.Show(calendar.EndOfWork(new DateOnly(2026, 6, 26))), Is.EqualTo("2026-06-26 17:00"));
            Assert.That(Clock.Show(calendar.EndOfWork(new DateOnly(2026, 7, 3))), Is.EqualTo("2026-07-03 11:30"));
        });
    }

    [Test]
    public async Task A_weekday_without_hours_becomes_a_rest_day()
    {
        var friday = new HoursForm(DayOfWeek.Friday, IsReception: false, "", new DateOnly(2026, 7, 1), Notice);

        await Do<SetHours>(set => set.Run(Administrator, friday, save: true, default));

        Assert.That(Source(TestOffice.Agency).Calendar.DayOf(new DateOnly(2026, 7, 3)).Kind, Is.EqualTo(CalendarDayKind.WeeklyRest));
    }

    [Test]
    public async Task The_next_year_comes_with_the_holidays_of_the_rules_until_it_is_confirmed()
    {
        await Do<AddCalendarYear>(add => add.Run(Administrator, save: true, default));
        await Do<ConfirmYear>(confirm => confirm.Run(Administrator, 2027, Notice, default));

        var calendar = Source(TestOffice.Agency).Calendar;
        Assert.Multiple(() =>
        {
            Assert.That(calendar.LastYear, Is.EqualTo(2031));
            Assert.That(calendar.DayOf(new DateOnly(2031, 1, 23)).Kind, Is.EqualTo(CalendarDayKind.Holiday), "mùng 1 Tết");
            Assert.That(calendar.DayOf(new DateOnly(2031, 6, 2)).IsProvisional, Is.True);
            Assert.That(calendar.DayOf(new DateOnly(2027, 6, 1)).IsProvisional, Is.False);
        });
    }

    [Test]
    public async Task Only_administrators_of_the_agency_change_its_calendar()
    {
        var clerk = Administrator with { Grants = [new Grant(Roles.Clerk)] };

        var refused = await Assert.ThrowsAsync<RejectedException>(() => Do<AddHoliday>(add => add.Run(clerk, FeastForm, save: true, default)));

        Assert.That(refused!.Code, Is.EqualTo("not-allowed"));
    }

    [TestCase("", "calendar-holiday-name")]
    [TestCase("Lễ", "calendar-source-missing")]
    public async Task A_holiday_needs_a_name_and_a_source(string name, string code)
    {
        var form = FeastForm with { Name = name, Source = new SourceForm(" ", Verified: false) };

        var refused = await Assert.ThrowsAsync<RejectedException>(() => Do<AddHoliday>(add => add.Run(Administrator, form, save: true, default)));

        Assert.That(refused!.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task Of_two_people_changing_at_once_the_second_is_told()
    {
        await Do<AddHoliday>(add => add.Run(Administrator, FeastForm, save: true, default));
        using var scope = _office.Enter();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        // The context has seen the revision; somebody else counts on before it saves.
        await db.Set<CalendarRevisionRow>().SingleAsync();
        await Do<RemoveCalendarRow>(async remove => await remove.Run(
            Administrator, (await Rows()).Single(row => row.NameVi == FeastForm.Name).Id, save: true, default));

        var other = FeastForm with { FirstOn = Feast.AddDays(1), LastOn = Feast.AddDays(1) };
        var refused = await Assert.ThrowsAsync<RejectedException>(() =>
            scope.ServiceProvider.GetRequiredService<AddHoliday>().Run(Administrator, other, save: true, default));

        Assert.That(refused!.Code, Is.EqualTo("calendar-changed-meanwhile"));
    }

    private DeadlineCalculator Source(string agencyId) => _office.Get<CalendarSource>()(agencyId);

    private Task<CalendarChange> Do<T>(Func<T, Task<CalendarChange>> run)
        where T : notnull => Do<T, CalendarChange>(run);

    private async Task<TResult> Do<T, TResult>(Func<T, Task<TResult>> run)
        where T : notnull
    {
        using var scope = _office.Enter();
        return await run(scope.ServiceProvider.GetRequiredService<T>());
    }

    private async Task<List<CalendarRow>> Rows()
    {
        using var scope = _office.Enter();
        return await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<CalendarRow>().AsNoTracking().ToListAsync();
    }
}
