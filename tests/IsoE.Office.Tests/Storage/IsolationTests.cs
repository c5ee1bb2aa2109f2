using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Storage;

public sealed class IsolationTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task Start()
    {
        _office = await TestOffice.Start(Kind, TestFacts.Configure);
        foreach (var agency in new[] { "xa-a", "xa-b" })
            await _office.Runner.Run(
                new StepRequest(agency, "same-id", "c1", "an"), step => step.Record(new NoteTaken(agency, 0)), default);
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task An_agency_sees_its_own_rows_only()
    {
        using var scope = _office.Enter("xa-a");
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();

        Assert.That(await db.History.Select(h => h.AgencyId).ToListAsync(), Is.EqualTo(new[] { "xa-a" }));
    }

    [Test]
    public async Task Without_an_agency_nothing_is_seen()
    {
        using var scope = _office.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();

        Assert.That(await db.History.ToListAsync(), Is.Empty);
    }

    [Test]
    public async Task A_context_from_the_pool_does_not_remember_the_agency_before()
    {
        for (var i = 0; i < 10; i++)
        {
            var agency = i % 2 == 0 ? "xa-a" : "xa-b";
            using var scope = _office.Enter(agency);
            var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
            Assert.That(await db.Instances.Select(h => h.AgencyId).ToListAsync(), Is.EqualTo(new[] { agency }));
        }

        await using var fresh = _office.OpenDb();
        Assert.That(await fresh.Instances.ToListAsync(), Is.Empty);
    }

    [Test]
    public void Rows_of_another_agency_cannot_be_saved()
    {
        using var scope = _office.Enter("xa-a");
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        db.Add(new CounterRow { AgencyId = "xa-b", Series = "codes", Value = 1 });

        Assert.That(() => db.SaveChangesAsync(), Throws.InvalidOperationException);
    }

    [Test]
    public void A_step_cannot_write_a_row_of_another_agency()
    {
        Assert.That(
            () => _office.Runner.Run(
                new StepRequest("xa-a", "same-id", "c2", "an"),
                step => step.Insert(new CounterRow { AgencyId = "xa-b", Series = "codes", Value = 1 }),
                default),
            Throws.InvalidOperationException);
    }
}
