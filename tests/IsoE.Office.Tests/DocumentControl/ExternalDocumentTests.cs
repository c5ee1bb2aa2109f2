using IsoE.Office.DocumentControl;
using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Messages;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.DocumentControl;

/// <summary>Laws and decrees that procedures rest on.</summary>
public sealed class ExternalDocumentTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Business = "1.001612";
    private const string Decree = "168/2025/NĐ-CP";
    private static readonly DateOnly Today = new(2026, 11, 2);

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task End() => await _bed.DisposeAsync();

    [Test]
    public async Task The_list_holds_what_the_procedures_cite_before_anybody_has_written_in_it()
    {
        var decree = await Find(Decree);

        Assert.That((decree!.Kind, decree.Issuer, decree.EffectiveFrom, decree.IsRecorded, decree.Source.Verified),
            Is.EqualTo((ExternalKind.Decree, "Chính phủ", new DateOnly(2025, 7, 1), false, false)));
        Assert.That(decree.CitedBy, Is.EqualTo(new[] { Business }));
    }

    [Test]
    public async Task What_the_list_says_counts_before_what_a_procedure_says()
    {
        await Record(form => form with { Number = "168/2025/nđ-cp ", EffectiveFrom = new DateOnly(2025, 8, 1), Where = "Công báo" });

        var decree = await Find(Decree);

        Assert.That((decree!.EffectiveFrom, decree.IsRecorded, decree.Source.Where), Is.EqualTo((new DateOnly(2025, 8, 1), true, "Công báo")));
        Assert.That(decree.CitedBy, Is.EqualTo(new[] { Business }));
    }

    [Test]
    public async Task An_expired_text_flags_the_procedures_that_cite_it_and_warns_their_authors()
    {
        await Record(form => form with { EffectiveTo = Today.AddDays(-1), ReplacedBy = "999/2026/NĐ-CP" });

        var flagged = await _bed.Run<ExternalDocumentList, ILookup<string, ExternalDocument>>(l => l.ExpiredByProcedure(DossierBed.Ward, default));
        var document = await _bed.Draft(Business, content => content with { Text = content.Text + "\n" });
        var problems = await Check(document);

        Assert.That(flagged.Select(group => group.Key), Is.EqualTo(new[] { Business }));
        var warning = problems.Findings.Single(finding => finding.Code == "expired-text");
        Assert.That(warning.Message.Vi, Is.EqualTo("168/2025/NĐ-CP hết hiệu lực từ 02/11/2026, được thay thế bằng 999/2026/NĐ-CP."));
        Assert.That((warning.Refuses, problems.Refuses), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task A_text_is_in_force_up_to_its_last_day_and_then_the_secretary_is_told_once()
    {
        await Record(form => form with { EffectiveTo = Today });
        await _bed.Settle();
        var onLastDay = await Told();

        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await _bed.Settle();
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await _bed.Settle();

        Assert.That(onLastDay, Is.Empty);
        var message = (await Told()).Single();
        Assert.That(message.Recipient, Is.EqualTo("role:iso_secretary"));
        Assert.That(message.TemplateValues, Does.Contain(Business).And.Contain("03/11/2026"));
    }

    [Test]
    public async Task Of_a_cited_text_that_nobody_has_recorded_the_secretary_is_told_once_when_its_last_day_is_over()
    {
        _bed.Clock.Now = new DateTimeOffset(2027, 2, 28, 10, 0, 0, TimeSpan.Zero);
        await Watch();
        var onLastDay = await Told();
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await Watch();
        await Watch();

        Assert.That(onLastDay, Is.Empty);
        var message = (await Told()).Single(row => row.AgencyId == DossierBed.Ward);
        Assert.That(message.Recipient, Is.EqualTo("role:iso_secretary"));
        Assert.That(message.TemplateValues, Does.Contain("60/2014/QH13").And.Contain("1.001193").And.Contain("01/03/2027"));
    }

    [Test]
    public async Task A_cited_text_that_the_list_keeps_in_force_tells_nobody()
    {
        await Record(form => form with { Number = "60/2014/QH13", EffectiveTo = null });
        _bed.Clock.Now = new DateTimeOffset(2027, 3, 2, 1, 0, 0, TimeSpan.Zero);
        await Watch();

        Assert.That((await Told()).Where(row => row.AgencyId == DossierBed.Ward), Is.Empty);
    }

    [Test]
    public async Task A_last_day_taken_back_tells_nobody()
    {
        await Record(form => form with { EffectiveTo = Today });
        await Record(form => form with { EffectiveTo = null });

        _bed.Clock.Advance(TimeSpan.FromDays(2));
        await _bed.Settle();

        Assert.That(await Told(), Is.Empty);
    }

    [Test]
    public async Task Another_agency_has_a_list_of_its_own()
    {
        await Record(form => form with { EffectiveTo = Today.AddDays(-1) });

        var theirs = await _bed.Run<ExternalDocumentList, ILookup<string, ExternalDocument>>(
            l => l.ExpiredByProcedure(DossierBed.OtherCommune, default), DossierBed.OtherCommune);

        Assert.That(theirs, Is.Empty);
    }

    [Test]
    public async Task Only_the_secretary_writes_in_the_list_and_not_without_sense()
    {
        var officer = (await Assert.ThrowsAsync<RejectedException>(() => Record(form => form, "specialist")))!;
        var number = (await Assert.ThrowsAsync<RejectedException>(() => Record(form => form with { Number = " " })))!;
        var dates = (await Assert.ThrowsAsync<RejectedException>(() => Record(form => form with { EffectiveTo = new DateOnly(2020, 1, 1) })))!;
        var itself = (await Assert.ThrowsAsync<RejectedException>(() => Record(form => form with { ReplacedBy = Decree })))!;

        Assert.That(new[] { officer.Code, number.Code, dates.Code, itself.Code },
            Is.EqualTo(new[] { "not-allowed", "external-number", "external-dates", "external-replaced-by" }));
    }

    private async Task Record(Func<ExternalDocumentForm, ExternalDocumentForm> change, string by = "iso")
    {
        var form = new ExternalDocumentForm(
            _bed.NewCommand(), Decree, new Text("Nghị định về đăng ký doanh nghiệp", "Decree on enterprise registration"), "Chính phủ",
            ExternalKind.Decree, new DateOnly(2025, 7, 1), null, null, null);
        var actor = await _bed.As(by);
        await _bed.Run<RecordExternalDocument>(r => r.Run(actor, change(form), default));
    }

    private async Task Watch()
    {
        await _bed.Office.Get<WatchCitedTexts>().Run(default);
        await _bed.Settle();
    }

    private async Task<ExternalDocument?> Find(string number)
    {
        var iso = await _bed.As("iso");
        return await _bed.Run<ExternalDocumentList, ExternalDocument?>(l => l.Find(iso, number, default));
    }

    private async Task<DocumentProblems> Check(string document)
    {
        var iso = await _bed.As("iso");
        var content = (await _bed.Run<OpenDocument, DocumentView>(o => o.Run(iso, document, default))).Content;
        return await _bed.Run<DocumentCheck, DocumentProblems>(c => c.Run(DossierBed.Ward, Business, 2, content, default));
    }

    private async Task<List<MessageRow>> Told()
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<MessageRow>().IgnoreQueryFilters().Where(row => row.Recipient.StartsWith("role:")).ToListAsync();
    }
}
