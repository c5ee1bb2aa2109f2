using System.Text;
using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using DocumentFormat.OpenXml.Packaging;
using IsoE.Documents.Sheets;
using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.NationalPortal;
using IsoE.Office.NationalPortal.Inbox;
using IsoE.Office.NationalPortal.Reconciliation;
using IsoE.Office.Procedures;
using IsoE.Office.Tests.Dossiers;
using IsoE.PortalSimulator;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.NationalPortal;

/// <summary>What comes from the portal, and how both sides are compared.</summary>
public sealed class PortalExchangeTests
{
    private static readonly JsonEventFormatter Formatter = new();

    private PortalBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await PortalBed.Start(new SimulatedPortal(1, Faults.None));

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Events_that_come_twice_and_in_any_order_are_applied_once_and_in_theirs()
    {
        var events = Enumerable.Range(1, 12).SelectMany(i => Events($"G22-{i:000}", isWithdrawn: i % 3 == 0)).ToArray();
        CloudEvent[] told = [.. events, .. events];
        new Random(7).Shuffle(told);

        foreach (var each in told) await Tell(each);

        await using var db = _bed.Office.OpenDb();
        var rows = await db.Set<DossierRow>().IgnoreQueryFilters().ToListAsync();
        Assert.That(rows.Select(row => row.NationalCode), Is.EquivalentTo(Enumerable.Range(1, 12).Select(i => $"G22-{i:000}")));
        Assert.That(rows.Where(row => row.NationalStatus == NationalStatus.WithdrawalAsked).Select(row => row.NationalCode),
            Is.EquivalentTo(new[] { "G22-003", "G22-006", "G22-009", "G22-012" }));
        Assert.That(rows.Select(row => row.Channel).Distinct(), Is.EqualTo(new[] { Channel.Online }));
        Assert.That(await db.Set<PortalInboxRow>().IgnoreQueryFilters().Select(row => row.State).Distinct().ToListAsync(), Is.EqualTo(new[] { PortalInboxState.Applied }));

        await _bed.PushAll();
        Assert.That(_bed.Portal.Dossiers.Select(held => held.Status).Order(), Is.EqualTo(rows.Select(row => row.NationalStatus).Order()), "and the portal is told");
    }

    [Test]
    public async Task What_the_office_refuses_is_answered_with_its_reason_and_stays_to_be_seen()
    {
        var events = Events("G22-001", isWithdrawn: true);
        var spoiled = Spoil(events[0], data => data.Replace("\"businessName\"", "\"name\"", StringComparison.Ordinal));

        var refused = await Tell(spoiled);
        var later = await Tell(events[1]);

        Assert.That(refused.Outcome, Is.EqualTo("refused"));
        Assert.That(refused.Reason, Is.Not.Empty);
        Assert.That(later.Outcome, Is.EqualTo("refused"), "there is no dossier to take back");
        var officer = await _bed.Bed.As("kstt");
        var view = await _bed.Bed.Run<ReadPortal, PortalView>(read => read.Run(officer, default));
        Assert.That(view.Inbox, Has.Count.EqualTo(2));
        Assert.That(view.Inbox.Select(row => row.Reason), Is.All.Not.Null);
    }

    [Test]
    public async Task What_is_paid_on_the_portal_is_receipted_once_and_another_amount_waits_for_a_cashier()
    {
        await Tell(Events("G22-001", isWithdrawn: false)[0]);
        var owed = (await Dossier("G22-001")).AmountOwed();
        Assert.That(owed, Is.Positive);

        var tooLittle = await Tell(Paid("G22-001", 2, owed - 1_000));
        var exact = Paid("G22-001", 3, owed);
        await Tell(exact);
        await Tell(exact);
        var unknown = await Tell(Paid("G22-777", 1, owed));

        Assert.That((tooLittle.Outcome, unknown.Outcome), Is.EqualTo(("applied", "refused")));
        Assert.That((await Dossier("G22-001")).AmountOwed(), Is.Zero);
        await using var db = _bed.Office.OpenDb();
        var notices = await db.Set<PaymentNoticeRow>().IgnoreQueryFilters().OrderBy(row => row.Amount).ToListAsync();
        Assert.That(notices.Select(row => (row.State, row.Amount)), Is.EqualTo(new[] { (NoticeState.Waiting, owed - 1_000), (NoticeState.Used, owed) }));
        var receipt = await db.Set<ReceiptRow>().IgnoreQueryFilters().SingleAsync();
        Assert.That((receipt.Number, receipt.Reference), Is.EqualTo((notices[1].ReceiptNumber, "PAY-G22-001-3")));
    }

    [Test]
    public async Task An_event_waits_for_the_one_before_it()
    {
        var events = Events("G22-001", isWithdrawn: true);

        Assert.That((await Tell(events[1])).Outcome, Is.EqualTo("waiting"));
        Assert.That((await Tell(events[0])).Outcome, Is.EqualTo("applied"));
        Assert.That((await Tell(events[1])).Outcome, Is.EqualTo("applied"));
    }

    [Test]
    public async Task A_clock_that_is_ahead_is_borne_within_bounds_and_named_beyond()
    {
        var near = Events("G22-001", isWithdrawn: false)[0];
        var far = Events("G22-002", isWithdrawn: false)[0];
        near.Time = _bed.Clock.Now.AddMinutes(4);
        far.Time = _bed.Clock.Now.AddMinutes(12);

        Assert.That((await Tell(near)).Outcome, Is.EqualTo("applied"));
        var refusal = await Assert.ThrowsAsync<RejectedException>(() => Tell(far));

        Assert.That((refusal!.Code, refusal.Reason.Vi), Is.EqualTo(("clock-skew", "Đồng hồ bên gửi nhanh hơn 12 phút; cho phép 5 phút.")));
        far.Time = _bed.Clock.Now.AddDays(-3);
        Assert.That((await Tell(far)).Outcome, Is.EqualTo("applied"), "what was told late is old by right");
        await using var db = _bed.Office.OpenDb();
        Assert.That(await db.Set<DossierRow>().IgnoreQueryFilters().Select(row => row.ReceivedAt).Distinct().ToListAsync(), Is.EqualTo(new[] { _bed.Clock.Now }));
    }

    [Test]
    public async Task An_agency_of_its_own_portal_neither_tells_nor_is_told()
    {
        var answer = await Assert.ThrowsAsync<RejectedException>(() => Tell(Events("G22-001", isWithdrawn: false)[0], DossierBed.OtherCommune));

        Assert.That(answer!.Code, Is.EqualTo("portal-local"));
    }

    [Test]
    public async Task Every_difference_is_named_with_its_cause_can_be_taken_away_and_is_cured_by_telling_again()
    {
        await _bed.Bed.Receive();
        await _bed.PushAll();
        var code = _bed.Portal.Dossiers.Single().Code;
        Assert.That((await Compare()).Differences, Is.Empty);
        _bed.Portal.Forget(code);
        _bed.Portal.Invent("H29.150-261102-0099", 4);
        var lost = await Compare();
        var sheet = DifferenceSheet.Of(lost);

        Assert.That(lost.Differences.Select(each => (each.Code, each.Kind)), Is.EquivalentTo(new[]
        {
            (code, DifferenceKind.MissingThere), ("H29.150-261102-0099", DifferenceKind.MissingHere),
        }));
        Assert.That(lost.Differences[0].Cause.Vi, Does.StartWith("Cổng đã xác nhận nhưng lưu khác"));
        Assert.That(Encoding.UTF8.GetString(sheet.ToCsv()), Does.Contain($"{code},Cổng chưa có,2. Được tiếp nhận"));
        Assert.That(Cells(sheet.ToXlsx()), Does.Contain(code).And.Contain("Mã hồ sơ").And.Contain("Cơ quan không có"));

        var officer = await _bed.Bed.As("kstt");
        await _bed.Bed.Run<PushAgain>(again => again.Run(officer, lost.Differences[0].DossierId!, "again", default));
        await _bed.PushAll();
        Assert.That((await Compare()).Differences.Select(each => each.Kind), Is.EqualTo(new[] { DifferenceKind.MissingHere }));
    }

    [Test]
    public void A_cell_of_a_csv_is_never_a_formula()
    {
        var sheet = new Sheet("A", ["=1+1"], [[new string('x', 3) + "\"y"], [5], [null]]);

        Assert.That(Encoding.UTF8.GetString(sheet.ToCsv()[3..]), Is.EqualTo("'=1+1\r\n\"xxx\"\"y\"\r\n5\r\n\r\n"));
    }

    private async Task<Comparison> Compare()
    {
        var officer = await _bed.Bed.As("kstt");
        return await _bed.Bed.Run<ReconcilePortal, Comparison>(reconcile => reconcile.Run(officer, new DateOnly(2026, 11, 1), default));
    }

    private Task<PortalAnswer> Tell(CloudEvent told, string agency = PortalBed.Ward) =>
        _bed.Bed.Run<TakePortalEvent, PortalAnswer>(take => take.Run(agency, told, default), agency);

    private CloudEvent[] Events(string code, bool isWithdrawn) =>
        [.. PortalSubmissions.Of(code, isWithdrawn, _bed.Clock.Now).Select(each => Decode(JsonSerializer.SerializeToUtf8Bytes(each)))];

    private CloudEvent Paid(string code, int sequence, long amount) =>
        Decode(JsonSerializer.SerializeToUtf8Bytes(PortalSubmissions.Paid(code, sequence, amount, _bed.Clock.Now)));

    private async Task<DossierRow> Dossier(string nationalCode)
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<DossierRow>().IgnoreQueryFilters().SingleAsync(row => row.NationalCode == nationalCode);
    }

    private static CloudEvent Decode(byte[] json) => Formatter.DecodeStructuredModeMessage(json, null, PortalExtensions.All);

    private static CloudEvent Spoil(CloudEvent told, Func<string, string> change) =>
        Decode(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(Formatter.EncodeStructuredModeMessage(told, out _).Span))));

    private static List<string> Cells(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(cell => cell.InnerText)];
    }
}
