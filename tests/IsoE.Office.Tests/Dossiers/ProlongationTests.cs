using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>A complaint: 30 calendar days from acceptance, once prolonged to 45.</summary>
public sealed class ProlongationTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly object Prolonged = new { ground = "Nhiều bên liên quan", number = "01/VB-UBND" };

    private DossierBed _bed = null!;
    private string _id = null!;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(Kind);
        _id = (await _bed.Receive(form => Samples.Complaint(form.DossierId))).InstanceId;
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Nothing_is_promised_before_acceptance_and_then_the_whole_limit_from_that_day()
    {
        var received = await _bed.Dossier(_id);

        await Accept(daysLater: 3);
        var accepted = await _bed.Dossier(_id);

        Assert.That((received.PromisedAt, received.AcceptedAt), Is.EqualTo(((DateTimeOffset?)null, (DateTimeOffset?)null)));
        // Thursday 05/11 and 30 days: a Saturday, so the Monday after.
        Assert.That(accepted.PromisedAt, Is.EqualTo(Five(12, 7)));
    }

    [Test]
    public async Task A_prolongation_sets_the_longer_limit_from_the_same_beginning()
    {
        await Accept(daysLater: 3);
        await AskToProlong();

        await _bed.Complete(_id, "sign-prolongation", "leader", "Prolonged", Prolonged);

        var dossier = await _bed.Dossier(_id);
        // Thursday 05/11 and 45 days: a Sunday.
        Assert.That((dossier.LegalLimit, dossier.Prolongations, dossier.PromisedAt), Is.EqualTo(("45d", 1, (DateTimeOffset?)Five(12, 21))));
        Assert.That(dossier.OriginalPromisedAt, Is.EqualTo(dossier.PromisedAt), "A lawful prolongation is not a delay.");
        Assert.That((await _bed.OpenTask(_id)).ActivityId, Is.EqualTo("verify"));
    }

    [Test]
    public async Task A_prolongation_the_leader_refuses_changes_nothing()
    {
        await Accept(daysLater: 3);
        await AskToProlong();

        await _bed.Complete(_id, "sign-prolongation", "leader", "Refused");

        var dossier = await _bed.Dossier(_id);
        Assert.That((dossier.LegalLimit, dossier.Prolongations, dossier.PromisedAt), Is.EqualTo(("30d", 0, (DateTimeOffset?)Five(12, 7))));
    }

    [Test]
    public async Task The_law_allows_no_second_prolongation()
    {
        await Accept(daysLater: 3);
        await AskToProlong();
        await _bed.Complete(_id, "sign-prolongation", "leader", "Prolonged", Prolonged);
        await AskToProlong();

        var refusal = await Refused(() => _bed.Complete(_id, "sign-prolongation", "leader", "Prolonged", Prolonged));

        Assert.That(refusal.Code, Is.EqualTo("prolongation-limit"));
        Assert.That((await _bed.Dossier(_id)).LegalLimit, Is.EqualTo("45d"));
        Assert.That((await _bed.OpenTask(_id)).ActivityId, Is.EqualTo("sign-prolongation"));
    }

    [Test]
    public async Task A_limit_that_has_ended_is_not_prolonged_any_more()
    {
        await Accept(daysLater: 3);
        await AskToProlong();
        _bed.Clock.Now = Five(12, 7).AddMinutes(1);

        var refusal = await Refused(() => _bed.Complete(_id, "sign-prolongation", "leader", "Prolonged", Prolonged));

        Assert.That(refusal.Code, Is.EqualTo("prolongation-late"));
        Assert.That(refusal.Reason.En, Does.Contain("07/12/2026"));
    }

    [Test]
    public async Task A_suspension_after_a_prolongation_moves_the_longer_limit()
    {
        await Accept(daysLater: 3);
        await AskToProlong();
        await _bed.Complete(_id, "sign-prolongation", "leader", "Prolonged", Prolonged);
        await _bed.Complete(_id, "verify", "specialist2", "NeedsSuspension", new { ground = "other-result", reason = "Chờ kết quả giám định" });
        await _bed.Complete(_id, "sign-suspension", "leader", "Suspended", new { ground = "Chờ giám định", number = "02/QĐ-UBND" });
        _bed.Clock.Advance(TimeSpan.FromDays(14));

        await _bed.Complete(_id, "resume", "leader", "Resumed", new { number = "03/QĐ-UBND", reason = "Đã có kết quả giám định" });

        // Sunday 20/12 and the 14 days.
        Assert.That((await _bed.Dossier(_id)).PromisedAt, Is.EqualTo(Five(2027, 1, 4)));
    }

    private async Task Accept(int daysLater)
    {
        await _bed.Complete(_id, "register", "reception", "Registered", new { registerNumber = 12, signed = true });
        await _bed.Complete(_id, "examine", "specialist", "Acceptable", new { content = "Không nhận đơn", inTime = true });
        _bed.Clock.Advance(TimeSpan.FromDays(daysLater));
        await _bed.Complete(_id, "sign-examination", "leader", "Signed");
        await _bed.Complete(_id, "recheck", "leader", "Verify", new { orderNumber = "10/QĐ-UBND", verifier = "specialist2", questions = "Vì sao không nhận đơn" });
    }

    private Task AskToProlong() =>
        _bed.Complete(_id, "verify", "specialist2", "NeedsProlongation", new { complexity = "people", reason = "Nhiều người liên quan" });

    private static DateTimeOffset Five(int month, int day) => Five(2026, month, day);

    private static DateTimeOffset Five(int year, int month, int day) => VietnamTime.ToInstant(new DateTime(year, month, day, 17, 0, 0));

    private static async Task<RejectedException> Refused(Func<Task> run) => (await Assert.ThrowsAsync<RejectedException>(() => run()))!;
}
