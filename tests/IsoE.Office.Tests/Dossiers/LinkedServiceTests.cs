using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>
/// Birth, residence, health insurance and identity card (3.000722) over four agencies: a fork, a refusal in one branch,
/// a partner that stays silent in another, and the join; one dossier for the citizen all the while.
/// </summary>
public sealed class LinkedServiceTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Ward = DossierBed.Ward;
    private const string WardPolice = "G01.29.150";
    private const string CityPolice = "G01.29";
    private const string Insurance = "G24.29.05";

    private DossierBed _bed = null!;
    private string _id = "";

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(Kind);
        await using var db = _bed.Office.OpenDb();
        Add(db, WardPolice, "Công an phường An Hòa Đông", "commune", "police", ("police", Roles.Specialist), ("police-chief", Roles.AgencyLeader));
        Add(db, CityPolice, "Công an Thành phố", "province", "police", ("identity", Roles.Specialist), ("identity-chief", Roles.AgencyLeader), ("identity-clerk", Roles.Clerk));
        Add(db, Insurance, "Bảo hiểm xã hội cơ sở", "commune", "social-insurance", ("insurance", Roles.Specialist), ("insurance-chief", Roles.AgencyLeader));
        await db.SaveChangesAsync();
        _id = await Received();
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_refusal_in_one_branch_and_silence_in_another_join_and_the_citizen_sees_one_dossier()
    {
        await RegisterBirth();
        var (residence, insurance) = (await Part("NB-05"), await Part("NB-06"));
        var before = await State();
        Assert.That((residence.AgencyId, insurance.AgencyId), Is.EqualTo((WardPolice, Insurance)), "the fork reached both");
        Assert.That((await Parent()).IsPaused, Is.False, "waiting for another agency is inside the term (R-08)");
        Assert.That(residence.PromisedAt, Is.Not.Null.And.Not.EqualTo((await Parent()).PromisedAt), "a clock of its own");

        await _bed.Complete(insurance.InstanceId, "search-participant", "insurance", "NotEligible", new { reason = "Đã tham gia ở tỉnh khác" }, Insurance);
        await _bed.Complete(insurance.InstanceId, "approve-refusal", "insurance-chief", "Signed", new { number = "12/TC" }, Insurance);
        Assert.That(await State(), Is.Not.EqualTo(before), "what a part does is seen by whoever tracks the whole");
        await Deliver();
        Assert.That((await Parent()).NationalStatus, Is.EqualTo(NationalStatus.InProcess), "the join waits for the other branch");

        await RegisterResidence(residence.InstanceId);
        var parent = await Parent();
        Assert.That((parent.NationalStatus, parent.FinishedAt), Is.EqualTo((NationalStatus.Settled, (DateTimeOffset?)_bed.Clock.Now)), "both branches joined");
        Assert.That((await _bed.Tasks(_id)).Count(task => task.ActivityId == "return"), Is.Zero, "the card is still asked for");
        var card = await Part("NB-07");

        _bed.Clock.Advance(TimeSpan.FromDays(9));
        await _bed.Sweep();
        await Deliver();
        Assert.That((await _bed.OpenTask(_id)).ActivityId, Is.EqualTo("return"), "the silent partner's time ran out");
        card = await _bed.Dossier(card.InstanceId);
        Assert.That((card.FinishedAt, card.IsOverdue(_bed.Clock.Now)), Is.EqualTo(((DateTimeOffset?)null, true)), "it still owes its own dossier, by its own clock");

        await IssueCard();
        Assert.That((await _bed.OpenTask(_id)).ActivityId, Is.EqualTo("return"), "a late answer moves nothing");
        Assert.That((await Parent()).FinishedAt, Is.EqualTo(parent.FinishedAt));

        await SeenByTheCitizen(parent.TrackingSecret);
        await CountedOnce();
    }

    private async Task SeenByTheCitizen(string secret)
    {
        var seen = (await _bed.Run<TrackDossier, PublicDossier?>(track => track.BySecret(secret, default)))!;

        Assert.That(seen.Parts.Select(part => (part.AgencyName.Vi, part.Stage, part.FinishedAt is not null)), Is.EqualTo(new[]
        {
            ("Ủy ban nhân dân phường An Hòa Đông", 3, true),
            ("Công an phường An Hòa Đông", 3, true),
            ("Bảo hiểm xã hội cơ sở", 3, true),
            ("Công an Thành phố", 3, true),
        }));
    }

    private async Task<string?> State()
    {
        var parent = await Parent();
        return await _bed.Run<TrackDossier, string?>(track => track.StateOf(parent.TrackingSecret, default));
    }

    private async Task CountedOnce()
    {
        var leader = await _bed.As("leader");
        var period = new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        var form06 = (await _bed.Run<ReadCompliance, Compliance>(read => read.Run(leader, period, null, null, default))).Total;
        var overview = await _bed.Run<ReadOverview, Overview>(read => read.Run(leader, default));
        var auditor = await _bed.As("auditor");
        var register = await _bed.Run<PrintRegister, RegisterBook>(print => print.Book(auditor, period, default));

        Assert.That((form06.Received, form06.Settled, form06.Open), Is.EqualTo((1, 1, 0)));
        Assert.That((overview.Open, overview.FinishedThisMonth, register.Dossiers), Is.EqualTo((0, 1, 1)));
    }

    private async Task<string> Received()
    {
        var reception = await _bed.Receive(form => Samples.Business(form.DossierId) with
        {
            ProcedureCode = "3.000722",
            CaseId = "standard",
            Form = JsonSerializer.SerializeToElement(new
            {
                childName = "Lê Nguyễn Minh An",
                dateOfBirth = "15/10/2026",
                sex = "male",
                placeOfBirth = "Bệnh viện Từ Dũ",
                birthCertificateNumber = "CS-2026-118822",
                signedBirthData = true,
                motherName = "Nguyễn Thị Phương Uyên",
                motherIdentity = "079194031122",
                withParents = true,
                residence = "73 đường Đào Trí",
                headOfHousehold = "Lê Trọng Tấn",
                clinic = "Trạm y tế phường An Hòa Đông",
                wantsIdCard = true,
            }),
            Components = [.. Procedure("3.000722").Components.Select(each => new ComponentCheck(each.Id, each.Originals, each.Copies, ComponentStates.Enough))],
            ForwardAtOnce = false,
            ReceptionValues = default,
        });
        return reception.InstanceId;
    }

    private Procedure Procedure(string code) =>
        _bed.Office.Get<ProcedureLibraries>().Of(Ward).GetInForce(code, new DateOnly(2026, 11, 2)).Procedure;

    private async Task RegisterBirth()
    {
        await _bed.Complete(_id, "receive", "reception", "Split",
            new { birthDataChecked = true, policeAgency = WardPolice, insuranceAgency = Insurance, identityAgency = CityPolice });
        await Deliver();
        var birth = (await Part("NB-04")).InstanceId;
        await _bed.Complete(birth, "check", "specialist", "Valid", new { ethnicity = "Kinh", nativePlace = "Thành phố Hồ Chí Minh" });
        await _bed.Complete(birth, "obtain-number", "specialist", "Obtained", new { registerEntry = "Quyển 02/2026, số 341", personalNumber = "079226018832" });
        await _bed.Complete(birth, "sign", "leader", "Signed");
        await _bed.Complete(birth, "issue", "clerk", "Issued", new { number = "341/KS", issuedOn = "02/11/2026", copies = 1 });
        await Deliver();
    }

    private async Task IssueCard()
    {
        var card = (await Part("NB-07")).InstanceId;
        await _bed.Complete(card, "take-over", "identity", "Taken", agency: CityPolice);
        await _bed.Complete(card, "check-identity", "identity", "Matches", new { finding = "Khớp" }, CityPolice);
        await _bed.Complete(card, "approve", "identity-chief", "Approved", agency: CityPolice);
        await _bed.Complete(card, "produce-card", "identity", "Produced", new { batch = "L-2026-155" }, CityPolice);
        await _bed.Complete(card, "send-card", "identity-clerk", "Sent", new { sentTo = "Phường An Hòa Đông", sentOn = "05/11/2026" }, CityPolice);
        await Deliver();
    }

    private async Task RegisterResidence(string residence)
    {
        await _bed.Complete(residence, "take-over", "police", "Taken", new { complete = true }, WardPolice);
        await _bed.Complete(residence, "check", "police", "Eligible", new { finding = "Đủ điều kiện" }, WardPolice);
        await _bed.Complete(residence, "approve", "police-chief", "Approved", agency: WardPolice);
        await _bed.Complete(residence, "update", "police", "Updated", new { number = "0440/TB-CAP", issuedOn = "02/11/2026", copies = 1 }, WardPolice);
        await Deliver();
    }

    private Task<DossierRow> Parent() => _bed.Dossier(_id);

    private async Task<DossierRow> Part(string procedure)
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<DossierRow>().IgnoreQueryFilters().SingleAsync(row => row.ParentInstanceId == _id && row.ProcedureCode == procedure);
    }

    private Task<int> Deliver() => _bed.Office.Get<OutboxDispatcher>()
        .DeliverPending([SubProcedures.StartTopic, SubProcedures.EndedTopic], default);

    private static void Add(OfficeDb db, string id, string name, string level, string kind, params (string Id, string Role)[] people)
    {
        db.Add(new Agency { Id = id, NameVi = name, NameEn = name, Level = level, Kind = kind, FromOn = Samples.Founded });
        foreach (var (person, role) in people)
        {
            db.Add(new Person { AgencyId = id, Id = person, FullName = person, FromOn = Samples.Founded });
            db.Add(new PersonRole
            {
                AgencyId = id,
                Id = $"{person}-{role}",
                PersonId = person,
                Role = role,
                FromOn = Samples.Founded,
                GivenBy = "test",
                GivenAt = DateTimeOffset.UnixEpoch,
            });
        }
    }
}
