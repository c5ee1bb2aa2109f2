using IsoE.Office.Records;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Records;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Reports;

public sealed class ComplianceTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly Period November = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Settled_dossiers_are_early_on_time_or_overdue_by_the_day()
    {
        await Settle(day: 3);
        await Settle(day: 5);
        await Settle(day: 6);

        var line = (await Read(November)).Procedures.Single();

        Assert.That((line.Early, line.OnTime, line.Overdue), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public async Task Form_06_balances_and_carries_open_dossiers_into_the_next_period()
    {
        await Settle(day: 3);
        await _bed.Receive();

        var november = (await Read(November)).Total;
        _bed.Clock.Now = new DateTimeOffset(2026, 12, 10, 1, 0, 0, TimeSpan.Zero);
        var december = (await Read(new Period(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31)))).Total;

        Assert.That((november.Received, november.Settled, november.Open, november.OpenOverdue), Is.EqualTo((2, 1, 1, 1)));
        Assert.That((december.Received, december.CarriedOver, december.Settled, december.Open), Is.EqualTo((1, 1, 0, 1)));
        Assert.That(november.IsBalanced && december.IsBalanced, Is.True);
    }

    [Test]
    public async Task An_overdue_dossier_shows_its_days_and_that_no_apology_was_written()
    {
        await Settle(day: 9);

        var overdue = (await Read(November)).Overdue.Single();

        // Promised Thursday 05/11, settled Monday 09/11: Friday and Monday.
        Assert.That((overdue.Days, overdue.Reason), Is.EqualTo((2, (string?)null)));
    }

    [Test]
    public async Task Steps_show_how_long_they_took_in_working_hours()
    {
        await Settle(day: 3);

        var appraisal = (await Read(November)).Steps.Single(step => step.ActivityId == "appraise");

        // From Monday 08:00 to Tuesday 08:00: seven and a half hours of Monday's eight, half an hour of Tuesday.
        Assert.That((appraisal.Done, appraisal.MedianHours), Is.EqualTo((1, 8m)));
    }

    [Test]
    public async Task The_report_prints_its_figures_and_the_checks_of_form_06([Values("vi", "en")] string language)
    {
        await Settle(day: 3);
        var actor = await _bed.As("leader");

        var printed = await _bed.Run<PrintCompliance, PrintedDocument>(
            print => print.Report(actor, November, null, null, language, default));

        var text = PdfText.Of(printed.Pdf);
        Assert.That(text, Does.Contain("100 %"));
        Assert.That(text, Does.Contain(language == "vi" ? "01/11/2026 đến ngày 30/11/2026" : "01/11/2026 to 30/11/2026"));
        Assert.That(text, Does.Contain("(3) = (7) + (11)"));
    }

    [Test]
    public async Task The_register_lists_every_dossier_received()
    {
        var dossier = await _bed.Receive();
        var actor = await _bed.As("auditor");

        var volumes = await _bed.Run<PrintRegister, IReadOnlyList<PrintedDocument>>(print => print.Run(actor, November, default));

        Assert.That(volumes, Has.Count.EqualTo(1));
        Assert.That(PdfText.Of(volumes[0].Pdf), Does.Contain("Nguyễn Văn Đào"));
        Assert.That(PdfText.Of(volumes[0].Pdf).Replace(" ", "", StringComparison.Ordinal), Does.Contain(dossier.Code));
    }

    [Test]
    public async Task An_administrator_may_not_read_reports()
    {
        var actor = await _bed.As("admin");

        Assert.That(
            async () => await _bed.Run<ReadCompliance, Compliance>(read => read.Run(actor, November, null, null, default)),
            Throws.TypeOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo("not-allowed"));
    }

    [Test]
    public void A_period_that_ends_before_it_begins_is_rejected() =>
        Assert.That(
            () => new Period(new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 1)),
            Throws.TypeOf<RejectedException>().With.Property(nameof(RejectedException.Field)).EqualTo("to"));

    /// <summary>Receives a dossier on Monday 02/11/2026 at 08:00 (promised 05/11) and settles it on a later day.</summary>
    private async Task Settle(int day)
    {
        _bed.Clock.Now = new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
        var id = (await _bed.Receive()).InstanceId;
        _bed.Clock.Now = new DateTimeOffset(2026, 11, day, 1, 0, 0, TimeSpan.Zero);
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Dossiers.Samples.Eligible);
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "clerk", "Issued", Dossiers.Samples.Issuing);
    }

    private async Task<Compliance> Read(Period period)
    {
        var actor = await _bed.As("leader");
        return await _bed.Run<ReadCompliance, Compliance>(read => read.Run(actor, period, null, null, default));
    }
}
