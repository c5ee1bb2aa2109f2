using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;
using static IsoE.Office.Tests.TestBed.Refusal;

namespace IsoE.Office.Tests.Records;

/// <summary>Holds: what keeps a dossier from being destroyed, whatever its term.</summary>
public sealed class LegalHoldTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Ground = "Đơn khiếu nại số 12/2026";

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task End() => await _bed.DisposeAsync();

    [Test]
    public async Task A_hold_stands_in_the_history_of_its_dossier_until_it_is_lifted_with_a_ground()
    {
        var dossier = await _bed.Receive();
        var other = await _bed.Receive(form => form with { DuplicateReason = "Nộp lại" });

        await Place(dossier.Code);

        var hold = (await On(dossier)).Single();
        Assert.That((hold.Number, hold.DossierCode, hold.Ground, hold.PlacedByName), Is.EqualTo((1L, dossier.Code, Ground, "Mai Thị Kim")));
        Assert.That(await On(other), Is.Empty);
        Assert.That(() => Place(dossier.Code), Rejected("hold-stands"));

        await Lift(hold, "Đã giải quyết xong khiếu nại");

        Assert.That(await On(dossier), Is.Empty);
        Assert.That((await _bed.Facts(dossier.InstanceId)).OfType<LegalHoldLifted>().Single().Ground, Is.EqualTo("Đã giải quyết xong khiếu nại"));
        Assert.That(() => Lift(hold, "Lần nữa"), Rejected("hold-lifted"));
    }

    [Test]
    public async Task A_hold_on_a_record_of_a_procedure_holds_the_dossiers_that_left_that_record()
    {
        var dossier = await _bed.Receive();
        await PlaceOnProcedure("1.001612", "apology");
        Assert.That(await On(dossier), Is.Empty);

        await PlaceOnProcedure("1.001612", "receipt");
        Assert.That((await On(dossier)).Select(hold => hold.RecordCode), Is.EqualTo(new[] { "receipt" }));

        await PlaceOnProcedure("1.001612", null);
        Assert.That(await On(dossier), Has.Count.EqualTo(2));
        Assert.That(() => PlaceOnProcedure("1.001612", null), Rejected("hold-stands"));
    }

    [Test]
    public async Task Without_the_right_a_ground_or_a_dossier_nothing_is_held()
    {
        var dossier = await _bed.Receive();
        Assert.That(() => Place(dossier.Code, by: "clerk"), Rejected("not-allowed"));
        Assert.That(() => Place(dossier.Code, " "), Rejected("ground-missing"));
        Assert.That(() => Place("H29.150-000000-0000"), Rejected("dossier-unknown"));
        Assert.That(() => PlaceOnProcedure("1.001612", "no-such"), Rejected("record-unknown"));
        Assert.That(await On(dossier), Is.Empty);
    }

    [Test]
    public async Task A_confidential_dossier_is_unknown_to_who_is_not_named_for_it()
    {
        var secret = await _bed.Receive(_ => Samples.Denunciation(_bed.Office.NewId()));
        Assert.That(() => Place(secret.Code), Rejected("dossier-unknown"));
    }

    [Test]
    public async Task A_hold_on_a_confidential_dossier_is_lifted_by_its_people_only()
    {
        var dossier = await _bed.Receive();
        await Place(dossier.Code);
        var hold = (await On(dossier)).Single();
        await using var db = _bed.Office.OpenDb();
        await db.Set<DossierRow>().IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(row => row.IsConfidential, true));

        Assert.That(() => Lift(hold, "Đã giải quyết"), Rejected("hold-unknown"));
    }

    private async Task Place(string code, string ground = Ground, string by = "qmr")
    {
        var actor = await _bed.As(by);
        await _bed.Run<PlaceLegalHold>(place => place.OnDossier(actor, code, ground, _bed.NewCommand(), default));
    }

    private async Task PlaceOnProcedure(string procedure, string? record)
    {
        var actor = await _bed.As("leader");
        await _bed.Run<PlaceLegalHold>(place => place.OnProcedure(actor, procedure, record, Ground, _bed.NewCommand(), default));
    }

    private async Task Lift(LegalHoldRow hold, string ground)
    {
        var actor = await _bed.As("leader");
        await _bed.Run<LiftLegalHold>(lift => lift.Run(actor, hold.Id, ground, _bed.NewCommand(), default));
    }

    private Task<IReadOnlyList<LegalHoldRow>> On(DossierRow dossier) =>
        _bed.Run<ReadLegalHolds, IReadOnlyList<LegalHoldRow>>(read => read.On(dossier, default));
}
