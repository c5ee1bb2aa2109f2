using IsoE.Office.Deadlines;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Deadlines;

/// <summary>The real scheduler, started as a server starts it; two servers where the database lets them share it.</summary>
public sealed class DeadlineBellTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    [Test]
    [CancelAfter(60_000)]
    public async Task The_bell_has_due_rows_swept_once_by_whoever_hears_it(CancellationToken cancel)
    {
        await using var office = await TestOffice.Start(Kind);
        var id = await office.StartWorkflow(TestDefinitions.Round);
        office.Clock.Advance(TimeSpan.FromDays(30));

        using var first = await office.StartServer(cancel);
        using var second = Kind is DatabaseKind.Postgres ? await office.StartServer(cancel) : null;
        while (!await IsOverdue(office, id))
            await Task.Delay(100, cancel);
        await first.StopAsync(cancel);
        await (second?.StopAsync(cancel) ?? Task.CompletedTask);

        var events = await office.History.Read(TestOffice.Agency, id, cancel);
        Assert.That(events.Count(e => e.Fact is StepBecameOverdue), Is.EqualTo(1));
    }

    private static async Task<bool> IsOverdue(TestOffice office, string id)
    {
        await using var db = office.OpenDb();
        return await db.History.IgnoreQueryFilters().AnyAsync(h => h.InstanceId == id && h.Type == nameof(StepBecameOverdue));
    }
}
