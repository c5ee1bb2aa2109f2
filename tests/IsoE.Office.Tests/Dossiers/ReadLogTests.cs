using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>Who sees personal data is noted before it is shown.</summary>
public sealed class ReadLogTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Opening_a_dossier_and_searching_are_noted_once_for_a_request_and_a_refused_look_is_not()
    {
        var dossier = await _bed.Receive();
        var auditor = await _bed.As("auditor");
        await See(auditor, dossier.Code);
        _bed.Clock.Now += TimeSpan.FromSeconds(1);
        await _bed.Run<SearchDossiers, object>(async search => await search.Run(auditor, new DossierSearch("dao"), default));
        await _bed.Run<SearchDossiers, object>(async search => await search.Run(auditor, new DossierSearch(), default));
        var outsider = await _bed.As("iso");
        Assert.That(() => See(outsider, dossier.Code), Throws.InstanceOf<RejectedException>());

        var all = await List(auditor, null, null);
        Assert.That(all.Select(line => (line.Kind, line.DossierCode)), Is.EqualTo(new[] { (ReadKind.Search, null), (ReadKind.Dossier, dossier.Code) }));
        Assert.That(await List(auditor, null, dossier.Code), Has.Count.EqualTo(1));
        Assert.That(await List(auditor, auditor.PersonId, null), Has.Count.EqualTo(2), "auditors see their own reads");
    }

    [Test]
    public async Task Everybody_sees_the_own_reads_and_only_who_may_read_the_log_those_of_others()
    {
        var dossier = await _bed.Receive();
        var reception = await _bed.As("reception");
        await See(reception, dossier.Code);

        Assert.That(await List(reception, reception.PersonId, null), Has.Count.EqualTo(1));
        Assert.That(() => List(reception, null, null), Throws.InstanceOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo("not-allowed"));
    }

    [Test]
    public async Task The_database_itself_refuses_to_change_or_remove_what_was_noted()
    {
        var dossier = await _bed.Receive();
        await See(await _bed.As("reception"), dossier.Code);
        await using var db = _bed.Office.OpenDb();

        Assert.That(() => db.Set<ReadRow>().IgnoreQueryFilters().ExecuteDeleteAsync(), Throws.InstanceOf<System.Data.Common.DbException>());
    }

    private Task<object> See(Actor actor, string code) => _bed.Run<FindDossier, object>(async find =>
    {
        await find.Run(actor, code, default);
        return (await find.Run(actor, code, default))!;
    });

    private Task<IReadOnlyList<ReadLine>> List(Actor actor, string? person, string? dossier) =>
        _bed.Run<ListReads, IReadOnlyList<ReadLine>>(async list => (await list.Run(actor, person, dossier, null, 10, default)).Lines);
}
