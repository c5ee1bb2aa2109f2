using IsoE.Office.Dossiers;
using IsoE.Office.Quality;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Queue;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Quality;

/// <summary>What applicants say of refused dossiers, which are finished at once.</summary>
public sealed class SurveyTests
{
    private static readonly Marks Good = new(5, 4, 5, 4, null);

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_dossier_is_answered_once_and_not_before_its_end()
    {
        var open = await _bed.Receive();
        var finished = await Finished();
        await Answer(finished, Good);

        Assert.That((await QueueBed.Refused(() => Answer(open, Good))).Code, Is.EqualTo("survey-early"));
        Assert.That((await QueueBed.Refused(() => Answer(finished, Good))).Code, Is.EqualTo("survey-answered"));
        Assert.That((await QueueBed.Refused(() => _bed.Run<AnswerSurvey>(answer => answer.Decline(finished, default)))).Code, Is.EqualTo("survey-answered"));
    }

    [Test]
    public async Task Marks_out_of_the_scale_or_none_are_refused()
    {
        var finished = await Finished();
        foreach (var marks in new[] { new Marks(6, null, null, null, null), new Marks(null, null, null, null, null) })
            Assert.That((await QueueBed.Refused(() => Answer(finished, marks))).Code, Is.EqualTo("marks"));
    }

    [Test]
    public async Task A_low_mark_opens_one_nonconformity_report_that_names_the_dossier()
    {
        var finished = await Finished();
        await Answer(finished, new Marks(5, 2, null, null, null), "Phải đi lại ba lần");
        for (var i = 0; i < 2; i++) await Deliver(finished);

        await using var db = _bed.Office.OpenDb();
        var reports = await db.Set<DossierRow>().IgnoreQueryFilters().Where(row => row.ProcedureCode == "QT-04").ToListAsync();
        Assert.That(reports, Has.Count.EqualTo(1));
        Assert.That(reports[0].Form, Does.Contain("Phải đi lại ba lần").And.Contain(finished.Code));
    }

    [Test]
    public async Task Satisfied_people_open_nothing()
    {
        await Answer(await Finished(), Good);

        await using var db = _bed.Office.OpenDb();
        Assert.That(await db.Outbox.IgnoreQueryFilters().AnyAsync(item => item.Topic == SurveyProjection.LowTopic), Is.False);
    }

    [Test]
    public async Task No_figure_of_fewer_answers_than_the_least_is_given()
    {
        var qmr = await _bed.As("qmr");
        await _bed.Run<SetSurveyRules>(rules => rules.Run(qmr, 3, 2, default));
        for (var i = 0; i < 2; i++) await Answer(await Finished(), new Marks(5, 3, null, null, null));
        var few = await Read();
        await Answer(await Finished(), new Marks(2, 3, null, null, null));
        await _bed.Run<AnswerSurvey>(async answer => await answer.Decline(await Finished(), default));
        var enough = await Read();

        Assert.That((few.All.Answers, few.All.Means, few.All.Satisfied), Is.EqualTo((2, (IReadOnlyList<double?>?)null, (double?)null)));
        Assert.That((enough.All.Answers, enough.Declined), Is.EqualTo((3, 1)));
        Assert.That(enough.ByProcedure.Single().Means, Is.EqualTo(new double?[] { 4, 3, null, null, null }));
        Assert.That(enough.ByOfficer.Single().Key, Is.EqualTo("reception"));
        Assert.That(enough.All.Satisfied, Is.EqualTo(2 / 6d));
    }

    private async Task<SatisfactionReport> Read()
    {
        var qmr = await _bed.As("qmr");
        return await _bed.Run<ReadSatisfaction, SatisfactionReport>(read => read.Run(qmr, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), default));
    }

    private Task Answer(DossierRow dossier, Marks marks, string? comment = null) =>
        _bed.Run<AnswerSurvey>(async answer => await answer.Run((await answer.Find(dossier.TrackingSecret, default))!, marks, comment, default));

    private async Task<DossierRow> Finished()
    {
        var actor = await _bed.As("reception");
        return await _bed.Run<RefuseAtCounter, DossierRow>(refuse => refuse.Run(actor, Samples.Business(_bed.Office.NewId()), "Không thuộc thẩm quyền", default));
    }

    private Task Deliver(DossierRow dossier) => _bed.Run<FollowUpLowMark>(follow => follow.Deliver(
        new OutboxItem(DossierBed.Ward, SurveyRow.IdOf(dossier.InstanceId), SurveyProjection.LowTopic, SurveyRow.IdOf(dossier.InstanceId), "{}", 1), default));
}
