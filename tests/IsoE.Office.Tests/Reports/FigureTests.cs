using IsoE.Documents.Sheets;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Office.Quality;
using IsoE.Office.Records;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Queue;
using IsoE.Office.Tests.Records;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Reports;

public sealed class FigureTests
{
    private static readonly string[] Specialists = ["specialist", "specialist2"];

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Every_figure_and_the_dossiers_behind_it_are_those_of_the_history()
    {
        await Lives(seed: 5);
        var actor = await _bed.As("leader");
        await using var db = _bed.Office.OpenDb();
        var history = await db.History.IgnoreQueryFilters().AsNoTracking().Where(row => row.AgencyId == DossierBed.Ward).ToListAsync();
        var library = await _bed.Run<ProcedureLibrary, ProcedureLibrary>(Task.FromResult);
        var calendar = _bed.Office.Get<Office.Calendars.CalendarSource>()(DossierBed.Ward).Calendar;

        var compared = 0;
        foreach (var period in new[] { Period.ReportingMonth(2026, 11), Period.ReportingMonth(2026, 12), Period.ReportingQuarter(2026, 4), Period.ReportingYear(2026), Period.ReportingYear(2027) })
        {
            var naive = new NaiveFigures(history, period, calendar, (code, version) => StaticOf(library.Get(code, version)));
            var expected = naive.All();
            var figures = await _bed.Run<ReadCompliance, Compliance>(read => read.Run(actor, period, null, null, default));

            foreach (var column in Figures.Columns.Keys)
                foreach (var by in Figures.Groups.Keys.Except([Figures.ByStep]).Prepend(null))
                {
                    var keys = expected.Keys.Where(key => key.Column == column && key.By == by).Select(key => key.Key).ToList();
                    // What is not in the history must not be in the report either.
                    if (by is null) keys = [null];
                    else keys.Add("nothing of the kind");
                    foreach (var key in keys)
                    {
                        var behind = await _bed.Run<ReadCompliance, FigureDossiers>(read => read.Behind(actor, period, null, null, new Figure(column, by, key), default));
                        if (by is "age" or "reason" && column is not ("late" or "overdue" or "open-overdue")) continue;
                        Assert.That(behind.Dossiers.Select(each => each.Code), Is.EqualTo(expected.GetValueOrDefault((column, by, key)) ?? []), $"{period.To} {column} {by} {key}");
                        compared++;
                    }
                }

            CompareReport(figures, expected);
            CompareSteps(figures, naive.Steps());
        }

        Assert.That(compared, Is.GreaterThan(250));
    }

    [Test]
    public async Task Every_line_of_the_yearly_report_and_the_index_are_those_of_the_history()
    {
        await Lives(seed: 7);
        await Internal();
        await Opinions(seed: 7);
        var actor = await _bed.As("qmr");
        await using var db = _bed.Office.OpenDb();
        var history = await db.History.IgnoreQueryFilters().AsNoTracking().Where(row => row.AgencyId == DossierBed.Ward).ToListAsync();
        var library = await _bed.Run<ProcedureLibrary, ProcedureLibrary>(Task.FromResult);
        var calendar = _bed.Office.Get<Office.Calendars.CalendarSource>()(DossierBed.Ward).Calendar;

        var (compared, opinions) = (0, 0);
        foreach (var number in new[] { 2026, 2027 })
        {
            var period = Period.ReportingYear(number);
            var naive = new NaiveFigures(history, period, calendar, (code, version) => StaticOf(library.Get(code, version)));
            var year = await _bed.Run<ReadYear, YearReport>(read => read.Run(actor, number, default));

            var expected = naive.Quality();
            foreach (var line in year.Quality)
                foreach (var (column, count) in new[] { (ReadYear.Opened, line.Opened), (ReadYear.Finished, line.Finished), (ReadYear.Open, line.Open), (ReadYear.Late, line.Late) })
                {
                    var codes = expected.GetValueOrDefault((line.Code, column)) ?? [];
                    var behind = await _bed.Run<ReadYear, FigureDossiers>(read => read.Behind(actor, period, line.Code, column, default));
                    Assert.That((count, behind.Count), Is.EqualTo((codes.Count, codes.Count)), $"{number} {line.Code} {column}");
                    Assert.That(behind.Dossiers.Select(dossier => dossier.Code), Is.EqualTo(codes), $"{number} {line.Code} {column}");
                    compared += count;
                }

            Assert.That(year.Quality.Select(line => line.Code), Is.SupersetOf(expected.Keys.Select(key => key.Procedure).Distinct()));
            var offered = library.InForce(period.To).Where(version => !version.Procedure.IsInternal)
                .ToDictionary(version => version.Code, version => version.Procedure.OnlineLevel is not OnlineLevel.Info);
            Assert.That(
                new[] { "progress", "online", "satisfaction" }.Select(id => year.Index.Groups.Single(group => group.Id == id).Score),
                Is.EqualTo(new[] { naive.Progress(), naive.Online(offered), naive.Satisfaction() }), $"{number}");
            var satisfied = year.Index.Groups.Single(group => group.Id == "satisfaction").Figure;
            if (satisfied is not null)
            {
                var answered = await _bed.Run<ReadAnswered, FigureDossiers>(read => read.Run(actor, period, satisfied.Column, default));
                Assert.That(answered.Dossiers.Select(dossier => dossier.Code), Is.EqualTo(naive.Answered()), $"{number}");
                opinions += answered.Count;
            }
            foreach (var group in year.Index.Groups.Where(group => group.Figure is { By: null }))
                Assert.That(
                    (await _bed.Run<ReadCompliance, FigureDossiers>(read => read.Behind(actor, period, null, null, group.Figure!, default))).Count,
                    Is.EqualTo(naive.All().GetValueOrDefault((group.Figure!.Column, null, null))?.Count ?? 0), group.Id);
        }

        Assert.That(compared, Is.GreaterThan(8));
        Assert.That(opinions, Is.GreaterThanOrEqualTo(5));
    }

    [Test]
    public async Task Which_dossiers_were_answered_is_not_told_while_so_few_were_that_no_figure_is_given()
    {
        await Lives(seed: 7);
        await Opinions(seed: 7);
        var actor = await _bed.As("qmr");
        await _bed.Run<SetSurveyRules>(rules => rules.Run(actor, 1000, 2, default));

        Assert.That(
            (await QueueBed.Refused(() => _bed.Run<ReadAnswered>(read => read.Run(actor, Period.ReportingYear(2026), ReadAnswered.Answered, default)))).Code, Is.EqualTo("figure-unknown"));
    }

    [Test]
    public async Task What_is_finished_in_the_evening_of_the_promised_day_is_on_time_on_the_overview_as_in_the_report()
    {
        var id = (await _bed.Receive()).InstanceId;
        _bed.Clock.Now = (await _bed.Dossier(id)).OriginalPromisedAt!.Value.AddMinutes(30);
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "clerk", "Issued", Samples.Issuing);
        var actor = await _bed.As("leader");

        var overview = await _bed.Run<ReadOverview, Overview>(read => read.Run(actor, default));
        var total = (await _bed.Run<ReadCompliance, Compliance>(read => read.Run(actor, new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), null, null, default))).Total;

        Assert.That((overview.FinishedThisMonth, overview.FinishedOnTime), Is.EqualTo((1, 1)));
        Assert.That((total.Settled, total.OnTime), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task The_year_prints_its_figures_the_work_of_the_system_and_says_that_the_index_is_an_estimate([Values("vi", "en")] string language)
    {
        await Lives(seed: 3, count: 6);
        await _bed.OpenInternal();
        var actor = await _bed.As("qmr");

        var year = await _bed.Run<ReadYear, YearReport>(read => read.Run(actor, 2026, default));
        var printed = await _bed.Run<PrintCompliance, PrintedDocument>(print => print.Year(actor, year, language, default));

        Assert.That(year.Quality.Single(line => line.Code == "QT-04").Opened, Is.EqualTo(1));
        var progress = year.Index.Groups.Single(group => group.Id == "progress");
        var total = year.Figures.Total;
        Assert.That(progress.Score, Is.EqualTo(Math.Round(20m * (total.Early + total.OnTime + total.OpenInTime) / total.Received, 2)));
        Assert.That(year.Index.Rank, Is.Null, "a part of the index has no rank");
        Assert.That(PdfText.Of(printed.Pdf), Does.Contain(language == "vi" ? "Đây là ước tính" : "This is an estimate").And.Contain("QT-04"));
    }

    [Test]
    public async Task The_workbook_holds_every_table_with_its_numbers()
    {
        await Lives(seed: 3, count: 6);
        var actor = await _bed.As("leader");
        var figures = await _bed.Run<ReadCompliance, Compliance>(read => read.Run(actor, Period.ReportingYear(2026), null, null, default));

        var sheets = ComplianceSheets.Of(figures, "en");

        Assert.That(sheets.Select(sheet => sheet.Name), Is.Unique);
        Assert.That(sheets.Select(sheet => sheet.Name.Length), Is.All.LessThanOrEqualTo(31));
        Assert.That(sheets[0].Rows[^1][1], Is.EqualTo(figures.Total.Received));
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(Sheet.Workbook(sheets)), false);
        Assert.That(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document), Is.Empty);
        Assert.That(document.WorkbookPart!.WorksheetParts.Count(), Is.EqualTo(sheets.Count));
    }

    [Test]
    public async Task A_figure_that_does_not_exist_is_refused_in_words()
    {
        var actor = await _bed.As("leader");

        foreach (var figure in new[] { new Figure("nonsense"), new Figure("settled", "nonsense") })
            Assert.That(
                async () => await _bed.Run<ReadCompliance, FigureDossiers>(read => read.Behind(actor, Period.ReportingYear(2026), null, null, figure, default)),
                Throws.TypeOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo("figure-unknown"));
    }

    [TestCase("2026-12-14", 2026)]
    [TestCase("2026-12-15", 2027)]
    [TestCase("2026-01-01", 2026)]
    public void Reporting_periods_follow_each_other_without_a_gap(string day, int year)
    {
        Assert.That(Period.ReportingYearOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(year));
        var quarters = Enumerable.Range(1, 4).Select(quarter => Period.ReportingQuarter(year, quarter)).ToList();
        var months = Enumerable.Range(1, 12).Select(month => Period.ReportingMonth(year, month)).ToList();
        foreach (var parts in new[] { quarters, months })
        {
            Assert.That((parts[0].From, parts[^1].To), Is.EqualTo((Period.ReportingYear(year).From, Period.ReportingYear(year).To)));
            Assert.That(parts.Zip(parts.Skip(1)).All(pair => pair.First.To.AddDays(1) == pair.Second.From), Is.True);
        }
    }

    private static void CompareReport(Compliance figures, Dictionary<(string, string?, string?), List<string>> expected)
    {
        int Of(string column, string? by = null, string? key = null) => expected.GetValueOrDefault((column, by, key))?.Count ?? 0;

        Assert.That(
            figures.Total with { Field = "" },
            Is.EqualTo(new Documents.Forms.StatisticsLine("", Of("received"), Of("online"), Of("direct"), Of("carried"), Of("settled"), Of("early"), Of("on-time"), Of("overdue"), Of("open"), Of("open-in-time"), Of("open-overdue"))));
        Assert.That((figures.Total.IsBalanced, figures.Supplemented, figures.New), Is.EqualTo((true, Of("supplemented"), Of("online") + Of("direct"))));
        foreach (var (by, lines) in new[] { ("procedure", figures.Procedures), ("unit", figures.Units), ("month", figures.Months), ("officer", figures.Officers) })
        {
            Assert.That(lines.Select(line => (line.Key, line.Early, line.OnTime, line.Overdue)), Is.EqualTo(lines.Select(line => (line.Key, Of("early", by, line.Key), Of("on-time", by, line.Key), Of("overdue", by, line.Key)))), by);
            Assert.That(lines.Sum(line => line.Settled), Is.EqualTo(Of("settled")), by);
        }

        Assert.That(figures.Ages.Select(line => line.Count), Is.EqualTo(figures.Ages.Select(line => Of("open-overdue", "age", line.Key))));
        Assert.That(figures.Reasons.Select(line => line.Count), Is.EqualTo(figures.Reasons.Select(line => Of("late", "reason", line.Key))));
        Assert.That((figures.Reasons.Sum(line => line.Count), figures.LateSteps.Sum(line => line.Count), figures.Overdue.Count), Is.EqualTo((Of("late"), Of("late"), Of("late"))));
    }

    private static void CompareSteps(Compliance figures, Dictionary<(string, string), List<int>> expected)
    {
        Assert.That(figures.Steps.Select(step => (step.ProcedureCode, step.ActivityId)), Is.EquivalentTo(expected.Keys));
        foreach (var step in figures.Steps)
        {
            var minutes = expected[(step.ProcedureCode, step.ActivityId)];
            minutes.Sort();
            Assert.That((step.Done, step.MedianHours), Is.EqualTo((minutes.Count, Math.Round(minutes[((minutes.Count + 1) / 2) - 1] / 60m, 1))).Within(0.1m), step.ActivityId);
        }
    }

    private static (string Field, string Unit) StaticOf(ProcedureVersion version) => (
        version.Procedure.Field.Vi,
        version.Definition.Activities.Values.Where(activity => activity.LiteralText("role") == "specialist").Select(activity => activity.LiteralText("unit")).FirstOrDefault(unit => unit is not null) ?? "");

    /// <summary>Dossiers with all kinds of lives over eight weeks, the same for the same seed.</summary>
    private async Task Lives(int seed, int count = 24)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var day = new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero).AddDays(random.Next(0, 40));
            _bed.Clock.Now = day;
            var id = (await _bed.Receive(reception => (i % 3 == 0 ? Samples.Marital(reception.DossierId) : reception) with { Channel = i % 4 == 0 ? Channel.Post : i % 5 == 0 && i % 3 != 0 ? Channel.Online : Channel.Direct })).InstanceId;
            await Live(id, random, i % 3 == 0);
        }
    }

    /// <summary>Nonconformities opened over the weeks of two reporting years, some of them stopped, some late.</summary>
    private async Task Internal()
    {
        for (var i = 0; i < 6; i++)
        {
            _bed.Clock.Now = new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero).AddDays(i * 5);
            var id = (await _bed.OpenInternal()).InstanceId;
            if (i % 3 != 0) continue;
            _bed.Clock.Now += TimeSpan.FromDays(i == 0 ? 3 : 45);
            var actor = await _bed.As("leader");
            await _bed.Run<StopDossier>(stop => stop.Run(actor, id, "Lập trùng", _bed.NewCommand(), default));
        }
    }

    /// <summary>What the applicants of the finished dossiers said.</summary>
    private async Task Opinions(int seed)
    {
        var random = new Random(seed);
        await using var db = _bed.Office.OpenDb();
        foreach (var row in await db.Set<DossierRow>().IgnoreQueryFilters().AsNoTracking().Where(row => row.FinishedAt != null && !row.IsInternal).ToListAsync())
        {
            _bed.Clock.Now = row.FinishedAt!.Value.AddHours(1);
            await _bed.Run<AnswerSurvey>(answer => answer.Run(row, new Marks(Mark(), Mark(), Mark(), Mark(), null), null, default));
        }

        int Mark() => random.Next(2, 6);
    }

    private async Task Live(string id, Random random, bool isMarital)
    {
        if (isMarital || random.Next(6) == 0) return;
        var specialist = Specialists[random.Next(2)];
        Later(random);
        if (random.Next(4) == 0)
        {
            await _bed.Complete(id, "appraise", specialist, "NeedsSupplement", Samples.Supplement);
            if (random.Next(3) == 0) return;
            Later(random);
            await _bed.Complete(id, "receive-supplement", "reception", "Supplied", new { supplied = "Đủ" });
            Later(random);
        }

        if (random.Next(5) == 0) await TryExtend(id);
        await _bed.Complete(id, "appraise", specialist, "Eligible", Samples.Eligible);
        if (random.Next(6) == 0) return;
        Later(random);
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "clerk", "Issued", Samples.Issuing);
        if (random.Next(2) == 0) await _bed.Complete(id, "return", "return", "Returned", Samples.Returning);
    }

    private void Later(Random random) => _bed.Clock.Advance(TimeSpan.FromHours(random.Next(2, 90)));

    private async Task TryExtend(string id)
    {
        var calendar = _bed.Office.Get<Office.Calendars.CalendarSource>()(DossierBed.Ward).Calendar;
        var promised = (await _bed.Dossier(id)).PromisedAt!.Value;
        var later = promised > _bed.Clock.Now ? promised : _bed.Clock.Now;
        var actor = await _bed.As("head");
        await _bed.Run<ExtendDossier>(command => command.Run(
            actor, id, calendar.EndOfWork(calendar.AddWorkingDays(Office.Calendars.VietnamTime.DateOf(later), 3)), "Chờ ý kiến chuyên ngành", _bed.NewCommand(), default));
    }
}
