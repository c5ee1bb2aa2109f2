using IsoE.Verifier;
using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>An audit from its plan to the review, as the people of the quality system, in a real browser.</summary>
public sealed class QualityWalk
{
    private readonly List<string> _errors = [];

    [Test]
    public async Task An_audit_finds_the_unit_answers_the_effect_is_checked_another_closes_and_the_leader_reviews()
    {
        var audit = await Prepare();
        await Sample(audit);
        var report = await RaiseFinding(audit);
        await Answer(report);
        await CheckAndClose(report);
        await Prove(report);
        await Review(audit);
        await Decide(await Meeting(audit));
        Assert.That(_errors, Is.Empty);
    }

    /// <summary>An extraordinary audit of the economy division is opened, planned and appointed.</summary>
    private async Task<string> Prepare()
    {
        var page = await Browsers.As("danhgia", _errors);
        await page.GotoAsync("/Quality/Audits");
        await page.ClickAsync("main .btn-primary");
        await page.CheckAsync("[name=CaseId][value=adhoc]");
        await page.Locator("[name='Answers[cause]']").WaitForAsync();
        await page.FillAsync("[name='Answers[auditName]']", "Đánh giá đột xuất thời hạn");
        await page.FillAsync("[name='Answers[year]']", "2026");
        await page.FillAsync("[name='Answers[purpose]']", "Kiểm tra thời hạn cấp phép");
        await page.FillAsync("[name='Answers[cause]']", "Nhiều hồ sơ quá hạn");
        await page.Settled();
        await page.ClickAsync(".action-bar .btn-primary");
        await page.WaitForURLAsync("**/Dossiers/Dossier/**");
        var audit = page.Url.Split('/')[^1].Split('?')[0];

        await Desk.Complete("phochutich", audit, _errors, async plan =>
        {
            var today = await plan.Today();
            await Fill(plan, ("auditFrom", today), ("auditTo", today), ("criteria", "ISO 9001:2015"), ("scope1", "8.5.1, 8.2"), ("leadAuditor", "Lâm Thị Hồng"), ("team", "Lâm Thị Hồng"));
            await Choose(plan, "unit1", "economy");
        });
        await Desk.Complete("chutich", audit, _errors, decision => Fill(decision, ("Approved:decisionNumber", "201/QĐ-UBND")));
        await Desk.Complete("danhgia", audit, _errors, async opening => await Fill(opening, ("openedOn", await opening.Today()), ("attendees", "Đoàn và phòng"), ("agreed", "Phạm vi, lịch")));
        return audit;
    }

    /// <summary>The page says who may audit the unit, gives the checklist, and a sample that the seed draws again.</summary>
    private async Task Sample(string audit)
    {
        var page = await Browsers.As("danhgia", _errors);
        await page.GotoAsync($"/Quality/Audit/{audit}");
        var told = await page.InnerTextAsync("main");
        Assert.That(told, Does.Contain("Lâm Thị Hồng").And.Contain("Trịnh Quốc Dũng (thuộc đơn vị này, SoD-6)").And.Contain("Phiếu kiểm tra ("));
        await page.IsAccessible();
        await page.ClickAsync("a[href*='/Quality/Sample']");
        await page.FillAsync("#Size", "5");
        await page.ClickAsync("main .btn-primary");
        await page.Locator("table tbody th a").First.WaitForAsync();
        var first = await page.Locator("table tbody th a").AllInnerTextsAsync();
        await page.ReloadAsync();
        Assert.That(await page.Locator("table tbody th a").AllInnerTextsAsync(), Is.EqualTo(first));
        await page.IsAccessible();
        await page.Locator("table a.btn").First.ClickAsync();
        await page.FillAsync("#Text", "Chuyển bước trễ so với thời hạn");
        await page.ClickAsync("main .btn-primary");
        await page.Locator("main table a.code", new PageLocatorOptions { HasText = first[0] }).WaitForAsync();
    }

    private async Task<string> RaiseFinding(string audit)
    {
        var page = await Browsers.As("danhgia", _errors);
        await page.GotoAsync($"/Quality/Audit/{audit}");
        await page.ClickAsync("main .btn-primary");
        await page.Locator("[name='Answers[title]']").WaitForAsync();
        await Fill(page, ("title", "Chuyển bước trễ"), ("description", "Hồ sơ trong mẫu chuyển bước trễ"), ("evidence", "Mẫu đã rút"), ("detectedOn", await page.Today()), ("clause", "8.5.1"));
        await Choose(page, "origin", "internalAudit");
        await Choose(page, "unit", "economy");
        Assert.That(await page.InputValueAsync("[name='Answers[relatedDossier]']"), Is.EqualTo(audit));
        await page.Settled();
        await page.ClickAsync(".action-bar .btn-primary");
        await page.WaitForURLAsync("**/Dossiers/Dossier/**");
        var report = page.Url.Split('/')[^1].Split('?')[0];
        await page.GotoAsync($"/Quality/Audit/{audit}");
        Assert.That(await page.InnerTextAsync("main"), Does.Contain(report));
        return report;
    }

    private async Task Answer(string report)
    {
        await Desk.Complete("thukyiso", report, _errors, async page =>
        {
            await Fill(page, ("Registered:ncNumber", "21/2026"), ("Registered:clauseConfirmed", "8.5.1"));
            await Choose(page, "Registered:responsibleUnit", "economy");
        });
        await Desk.Complete("truongphong", report, _errors, async page => await Fill(page, ("correction", "Đã chuyển ngay"), ("correctedOn", await page.Today())));
        await Desk.Complete("truongphong", report, _errors, async page =>
        {
            await Choose(page, "causeMethod", "other");
            await Fill(page, ("rootCause", "Không có bảng việc hằng ngày"));
            await Choose(page, "elsewhere", "false");
        });
        await Desk.Complete("truongphong", report, _errors, async page =>
        {
            await Fill(page, ("action1", "Lập bảng việc"));
            await page.Settled();
            await Choose(page, "actionUnit1", "economy");
            await Fill(page, ("actionDueOn1", await page.Today()));
            await Choose(page, "changesDocument", "false");
            await Choose(page, "changesRisk", "false");
        });
        await Desk.Complete("phochutich", report, _errors);
        await Desk.Complete("truongphong", report, _errors, async page => await Fill(page, ("actionsDone", "Đã lập"), ("actionEvidence", "Bảng việc"), ("completedOn", await page.Today())));
    }

    /// <summary>The quality representative cuts the waiting short, an auditor of another unit checks, and who did not act closes.</summary>
    private async Task CheckAndClose(string report)
    {
        var page = await Browsers.As("phochutich", _errors);
        await page.GotoAsync($"/Dossiers/Dossier/{report}");
        await page.ClickAsync("a[href*=RecordAnswer]");
        await page.ClickAsync("main .btn-primary");
        await page.WaitForURLAsync("**/Dossiers/Dossier/**");
        await Desk.Complete("danhgia", report, _errors, async check =>
        {
            await Fill(check, ("effectEvidence", "10 hồ sơ sau đó đều đúng hạn"));
            await Choose(check, "recurred", "false");
        });
        await Desk.Complete("phochutich", report, _errors, close => Fill(close, ("Closed:closingNote", "Đóng, nhân rộng")));
        await page.GotoAsync("/Quality/Nonconformities");
        var line = page.Locator("tr", new PageLocatorOptions { HasText = report });
        Assert.That(await line.InnerTextAsync(), Does.Contain("Không có bảng việc hằng ngày").And.Contain("đã đóng"));
        await page.IsAccessible();
        await page.GotoAsync("/Quality/Matrix");
        await page.IsAccessible();
    }

    private async Task Review(string audit)
    {
        var page = await Browsers.As("chutich", _errors);
        await page.GotoAsync("/Quality/Reviews");
        Assert.That(await page.InnerTextAsync("main"), Does.Contain(audit).And.Contain("Chuyển bước trễ"));
        await page.IsAccessible();
        var pack = await page.APIRequest.GetAsync((await page.GetAttributeAsync("a[href*='handler=Input']", "href"))!);
        Assert.That(pack.Headers["content-type"], Is.EqualTo("application/pdf"));
        await page.GotoAsync("/Quality/Actions?state=done");
        Assert.That(await page.InnerTextAsync("main"), Does.Contain("Lập bảng việc"));
        await page.IsAccessible();
    }

    /// <summary>A review is called for what the audit found, prepared by all who contribute, held and minuted with one decision.</summary>
    private async Task<string> Meeting(string audit)
    {
        var page = await Browsers.As("thukyiso", _errors);
        await page.GotoAsync("/Quality/Reviews");
        await page.ClickAsync("main .btn-primary");
        await page.CheckAsync("[name=CaseId][value=adhoc]");
        await page.Locator("[name='Answers[cause]']").WaitForAsync();
        await Fill(page, ("occasion", "Xem xét sau đánh giá đột xuất"), ("year", "2026"), ("plannedOn", await page.Today()), ("cause", "Chuyển bước trễ"), ("relatedDossier", audit));
        await page.Settled();
        await page.ClickAsync(".action-bar .btn-primary");
        await page.WaitForURLAsync("**/Dossiers/Dossier/**");
        var review = page.Url.Split('/')[^1].Split('?')[0];

        await Desk.Complete("thukyiso", review, _errors, async plan =>
        {
            var today = await plan.Today();
            await Fill(plan, ("reviewOn", today), ("venue", "Phòng họp số 1"), ("invited", "Lãnh đạo, trưởng đơn vị"), ("agenda", "9.3.2"), ("inputsBy", today));
        });
        await Desk.Complete("chutich", review, _errors);
        (string User, string Step, string[] Fields)[] inputs =
        [
            ("thukyiso", "a) Tình trạng", ["earlierActions"]), ("chanhvanphong", "b) Thay đổi", ["externalChanges", "internalChanges"]),
            ("motcua", "c) Kết quả phục vụ", ["satisfaction", "objectives", "onTime", "complaints", "providers"]), ("danhgia", "c) Kết quả của hệ thống", ["nonconformities", "monitoring", "audits"]),
            ("chanhvanphong", "d) Sự đầy đủ", ["people", "equipment"]), ("phochutich", "e) Hiệu lực", ["riskActions"]), ("thukyiso", "f) Cơ hội", ["improvements"]),
        ];
        foreach (var (user, step, fields) in inputs)
            await Desk.Complete(user, review, _errors, input => Fill(input, [.. fields.Select(field => (field, "Theo báo cáo của hệ thống"))]), step: step);
        await Desk.Complete("thukyiso", review, _errors, async minutes =>
        {
            await Fill(minutes, ("heldOn", await minutes.Today()), ("chair", "Huỳnh Văn Phúc"), ("attendees", "12 người"), ("discussion", "Thời hạn chuyển bước"));
            await Fill(minutes, ("improvementDecisions", "Bảng việc hằng ngày"), ("systemChanges", "Không"), ("resourceDecisions", "Không"), ("decision1", "Treo bảng việc ở mọi phòng"));
            await minutes.Settled();
            await Choose(minutes, "decisionUnit1", "economy");
            await Fill(minutes, ("decisionDueOn1", await minutes.Today(later: 7)));
        });
        return review;
    }

    /// <summary>With the leader's signature the decision is a task of the unit's head, and is shown with its review once it is done.</summary>
    private async Task Decide(string review)
    {
        const string decision = "Treo bảng việc ở mọi phòng";
        var page = await Browsers.As("chutich", _errors);
        await page.GotoAsync($"/Quality/Review/{review}");
        Assert.That(await page.InnerTextAsync("main"), Does.Not.Contain(decision), "nothing is signed yet");
        await Desk.Complete("chutich", review, _errors, sign => Fill(sign, ("Signed:noticeNumber", "77/TB-UBND")));
        await page.ReloadAsync();
        Assert.That(await page.Locator("tr", new PageLocatorOptions { HasText = decision }).InnerTextAsync(), Does.Contain("đang làm"));

        await Desk.Complete(
            "truongphong", review, _errors, async done => await Fill(done, ("decisionResult", "Đã treo ở bốn phòng"), ("decisionEvidence", "Ảnh chụp"), ("decisionDoneOn", await done.Today())),
            step: decision);
        await page.ReloadAsync();
        Assert.That(await page.Locator("tr", new PageLocatorOptions { HasText = decision }).InnerTextAsync(), Does.Contain("xong").And.Contain("Đã treo ở bốn phòng").And.Contain("Ảnh chụp"));
        await page.IsAccessible();
        await page.GotoAsync("/Quality/Actions?state=done");
        Assert.That(await page.InnerTextAsync("main"), Does.Contain(decision));
    }

    /// <summary>The auditor exports the report as an evidence pack, and the verifier accepts it with the seal of that moment.</summary>
    private async Task Prove(string report)
    {
        var page = await Browsers.As("danhgia", _errors);
        await page.GotoAsync("/Evidence/Seals");
        await page.ClickAsync("form[action*='handler=Seal'] button");
        var link = await page.Locator("a[href*='handler=File']").First.GetAttributeAsync("href");
        var seal = await (await page.APIRequest.GetAsync(link!)).BodyAsync();
        await page.GotoAsync("/Evidence/Pack");
        await page.FillAsync("#Codes", report);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("main form .btn-primary"));
        var pack = await File.ReadAllBytesAsync((await download.PathAsync())!);
        Assert.That(Pack.Check(pack, seal).Wrong, Is.Empty);
        pack[pack.Length / 2] ^= 1;
        Assert.That(Pack.Check(pack, seal).Wrong, Is.Not.Empty);
    }

    private static async Task Fill(IPage page, params (string Field, string Value)[] values)
    {
        foreach (var (field, value) in values) await page.FillAsync($"[name='Answers[{field}]']", value);
    }

    private static async Task Choose(IPage page, string field, string value)
    {
        // The field may depend on what was entered just before.
        await page.Locator($"[name='Answers[{field}]']").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var radio = page.Locator($"[name='Answers[{field}]'][value='{value}']");
        if (await radio.CountAsync() > 0) await radio.CheckAsync();
        else await page.SelectOptionAsync($"[name='Answers[{field}]']", value);
        await page.Settled();
    }
}
