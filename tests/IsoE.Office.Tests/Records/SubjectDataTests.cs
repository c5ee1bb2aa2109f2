using IsoE.Office.Dossiers;
using IsoE.Office.Records.Subjects;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Records;

/// <summary>What is kept about a person who asks for it.</summary>
public sealed class SubjectDataTests
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Everything_of_one_person_is_gathered_and_nothing_of_others()
    {
        var mine = await _bed.Receive();
        await _bed.Receive(form => form with { Applicant = form.Applicant with { Name = "Lê Bình", Phone = "0987654321", IdentityNumber = "079085009999" } });
        var reader = await _bed.As("reception");
        await _bed.Run<FindDossier, object>(async find => (await find.Run(reader, mine.Code, default))!);

        _bed.Clock.Now += TimeSpan.FromSeconds(1);
        var data = await Ask("079085001234");

        Assert.That(data.Dossiers.Select(dossier => (dossier.Code, dossier.Applicant.Phone)), Is.EqualTo(new[] { (mine.Code, "0912345678") }));
        Assert.That(data.Dossiers[0].Declared.Values, Has.Some.Contains("Hộ kinh doanh"));
        Assert.That(data.Dossiers[0].Records.Select(record => record.Vi), Is.Not.Empty);
        Assert.That(data.Messages.Select(message => message.Address), Has.All.EqualTo("0912345678").And.Not.Empty);
        Assert.That(data.Reads.Select(seen => seen.PersonName), Is.EqualTo(new[] { "Võ Minh Tuấn", reader.Name }), "the answer itself is noted too");
    }

    [Test]
    public async Task A_confidential_dossier_is_not_told_of()
    {
        await _bed.Receive(_ => Samples.Denunciation(_bed.Office.NewId()));

        Assert.That((await Ask(Samples.Denunciation("x").Applicant.IdentityNumber!)).Dossiers, Is.Empty);
    }

    [TestCase("Nguyễn")]
    [TestCase("0790850")]
    [TestCase(null)]
    public void A_part_is_refused_because_it_would_show_others(string? about) => Assert.That(
        () => Ask(about), Throws.InstanceOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo("subject-short"));

    [Test]
    public void Whoever_has_not_the_right_is_refused() => Assert.That(
        () => Ask("079085001234", "specialist"), Throws.InstanceOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo("not-allowed"));

    private async Task<SubjectData> Ask(string? about, string by = "onestop")
    {
        var actor = await _bed.As(by);
        return await _bed.Run<ReadSubjectData, SubjectData>(read => read.Run(actor, about, default));
    }
}
