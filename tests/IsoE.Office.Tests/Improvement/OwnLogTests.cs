using IsoE.Office.Dossiers;
using IsoE.Office.Improvement;
using IsoE.Office.Procedures;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Workflows.Logs;
using IsoE.Workflows.Logs.Conformance;
using IsoE.Workflows.Logs.Mining;

namespace IsoE.Office.Tests.Improvement;

public sealed class OwnLogTests
{
    private static readonly Period November = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task The_history_comes_out_as_XES_with_steps_people_and_promised_dates()
    {
        var settled = await Settle(day: 3);
        await _bed.Receive();
        using var file = new MemoryStream();
        var actor = await _bed.As("leader");

        var count = await _bed.Run<ExportLog, int>(export => export.Run(actor, null, November, file, default));

        file.Position = 0;
        var read = XesReader.Read(file, new LogIntake()).ToDictionary(each => each.Id);
        var @case = read[settled.Code];
        Assert.That((count, read.Count, read.Values.Count(each => each.IsOpen)), Is.EqualTo((2, 2, 1)));
        Assert.That(@case.Events.Select(done => done.Activity), Is.EqualTo(new[] { OwnLog.Received, "receive", "appraise", "sign", "issue" }));
        Assert.That(@case.Events.Select(done => done.Resource), Is.EqualTo(new[] { "reception", "reception", "specialist", "head", "clerk" }));
        Assert.That((@case.DeadlineAt, @case.IsOnTime), Is.EqualTo((settled.OriginalPromisedAt, (bool?)true)));
        Assert.That(@case.Events[2].Attributes[OwnLog.Outcome], Is.EqualTo("Eligible"));
    }

    [Test]
    public async Task The_map_of_the_history_is_in_working_time()
    {
        await Settle(day: 3);
        var actor = await _bed.As("leader");

        var map = await _bed.Run<MineMap, ProcessMap>(mine => mine.Own(actor, "1.001612", November, default));

        // Monday 08:00 to Tuesday 08:00 is a working day of eight hours.
        Assert.That(map.Edges.Single(edge => edge.To == "appraise"), Is.EqualTo(new MapEdge("receive", "appraise", 1, 480, 480)));
    }

    [Test]
    public async Task What_the_engine_has_run_fits_its_procedure()
    {
        var returned = await Settle(day: 3);
        await _bed.Complete(returned.InstanceId, "return", "return", "Returned", Samples.Returning);
        await Settle(day: 4);
        var actor = await _bed.As("leader");

        var conformance = await _bed.Run<CheckConformance, Conformance>(async check =>
            await check.Own(actor, await Version("1.001612"), November, default));

        Assert.That((conformance.Cases, conformance.Fitting, conformance.Fitness), Is.EqualTo((1, 1, (decimal?)1)));
    }

    private async Task<ProcedureVersion> Version(string code) =>
        await _bed.Run<ProcedureLibrary, ProcedureVersion>(library => Task.FromResult(library.GetInForce(code, new DateOnly(2026, 11, 2))));

    private async Task<DossierRow> Settle(int day)
    {
        var id = (await _bed.Receive()).InstanceId;
        _bed.Clock.Now = new DateTimeOffset(2026, 11, day, 1, 0, 0, TimeSpan.Zero);
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "clerk", "Issued", Samples.Issuing);
        return await _bed.Dossier(id);
    }
}
