using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.NationalPortal;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.PortalSimulator;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.NationalPortal;

/// <summary>Thousands of dossiers told to a portal that loses, delays and doubles calls: in the end both sides know the same.</summary>
public sealed class SynchronisationTests
{
    private const int Seed = 20261126;
    private const int Dossiers = 1000;

    /// <summary>Ten states of a dossier, each told apart.</summary>
    private static readonly OfficeEvent[][] Life =
    [
        [new DossierAccepted(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero))],
        [new ProcessingStarted()],
        [new SupplementRequested("b1", ["Bản vẽ"], null, null, null)],
        [new SupplementReceived([], null)],
        [new ClockPaused("b2", "a2", Workflows.Execution.Pauses.Payment), new PaymentRequested("b2", 100_000)],
        [new PaymentReceived("0000001", 100_000, "transfer")],
        [new PromisedDateMoved(null, new DateTimeOffset(2026, 12, 4, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 4, 10, 0, 0, TimeSpan.Zero), new("Tạm dừng", "Pause"))],
        [new ResultIssued("permit")],
        [new ResultReturned(null, null, null, null)],
    ];

    private PortalBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await PortalBed.Start(new SimulatedPortal(Seed, Faults.Many));

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Ten_thousand_changes_through_a_partner_that_drops_delays_doubles_and_reorders_end_equal_each_effect_once()
    {
        TestContext.Out.WriteLine($"Seed {Seed}");
        var ids = Enumerable.Range(0, Dossiers).Select(i => RowId.Of("sync", $"{i}")).ToArray();
        await Parallel.ForEachAsync(ids, async (id, cancel) => await Receive(id, Array.IndexOf(ids, id), cancel));
        for (var state = 0; state < Life.Length; state++)
        {
            await Parallel.ForEachAsync(ids, async (id, cancel) => await Happen(id, state, cancel));
            await _bed.Push();
            _bed.Clock.Advance(TimeSpan.FromSeconds(7));
        }
        await _bed.PushAll();
        _bed.Portal.ArriveAll();

        await using var db = _bed.Office.OpenDb();
        var ours = await db.Set<DossierRow>().IgnoreQueryFilters().ToDictionaryAsync(row => row.Code);
        var told = await db.Outbox.IgnoreQueryFilters().Where(row => row.Topic == PortalProjection.PushTopic).ToListAsync();
        var theirs = _bed.Portal.Dossiers.ToDictionary(held => held.Code);
        Assert.That(told, Has.Count.EqualTo(10 * Dossiers));
        Assert.That(told.Select(row => row.Status).Distinct(), Is.EqualTo(new[] { OutboxStatus.Delivered }));
        Assert.That(_bed.Portal.Calls, Is.GreaterThan(13 * Dossiers), "the partner did fail");
        Assert.That(theirs.Keys, Is.EquivalentTo(ours.Keys));
        Assert.That(ours.Values.Where(row => (theirs[row.Code].Status, theirs[row.Code].PromisedAt) != (row.NationalStatus, row.PromisedAt)), Is.Empty);
        Assert.That(ours.Values.Select(row => row.Sync).Distinct(), Is.EqualTo(new[] { SyncState.Acknowledged }));
        Assert.That(_bed.Portal.Effects.GroupBy(effect => (effect.Code, effect.Sequence)).Where(group => group.Count() > 1), Is.Empty, "each effect once");
        Assert.That(_bed.Portal.Effects, Has.Count.EqualTo(10 * Dossiers), "in their order: none was overtaken");
    }

    private Task<StepResult> Receive(string id, int number, CancellationToken cancel) => _bed.Office.Runner.Run(
        new StepRequest(PortalBed.Ward, id, "receive", "an"),
        step => step.Record(new DossierReceived(
            $"{PortalBed.Ward}-261102-{number:0000}", "1.001612", 1, "standard", Channel.Direct,
            new Applicant(ApplicantKind.Citizen, "Nguyễn Văn Đào", null, null, null, null), ReturnWay.Counter, JsonSerializer.SerializeToElement(new { }),
            [], 1, "3wd", ClockStart.Accepted, null, 100_000, id, null)),
        cancel);

    private Task<StepResult> Happen(string id, int state, CancellationToken cancel) => _bed.Office.Runner.Run(
        new StepRequest(PortalBed.Ward, id, $"state-{state}", "an"),
        step =>
        {
            // A receipt number is given once, and so is a line of the cashier's journal.
            foreach (var fact in Life[state]) step.Record(fact is PaymentReceived paid ? paid with { ReceiptNumber = id, Line = Convert.ToInt64(id[..12], 16) } : fact);
        },
        cancel);
}
