using System.Text.Json;
using IsoE.Office.DocumentControl;
using IsoE.Office.Dossiers;
using IsoE.Office.Evidence;
using IsoE.Office.Instances;
using IsoE.Office.Messages;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Clauses;
using IsoE.Office.Quality.Registers;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Queue;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Quality;

/// <summary>An agency with all the evidence there has to be, in which gaps are planted: the matrix shows each and no other.</summary>
public sealed class ClauseMatrixTests
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(DatabaseKind.Sqlite);
        await Fill();
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    /// <summary>A gap, how it is planted, and where alone it may show: clause and reading.</summary>
    public static IEnumerable<TestCaseData> Planted()
    {
        yield return Gap("context never written", bed => CloseAll(bed, "context"), "4.1 register:context");
        yield return Gap("no scope", bed => CloseAll(bed, "scope"), "4.3 register:scope", "8.3 register:scope");
        yield return Gap("policy read by nobody but one", Forget, "5.2 acknowledged:policy");
        yield return Gap("nobody is quality representative", EndRole(Roles.Qmr), "5.3 roles-held:agency_leader,qmr,iso_secretary,internal_auditor,kstt_officer,reception_officer");
        yield return Gap("a severe risk without measures", bed => Write(bed, "risks", new { risk = "Mất dữ liệu", kind = "risk", process = "Lưu trữ", likelihood = "5", impact = "4", owner = "Mai" }), "6.1 register:risks");
        yield return Gap("an objective below its threshold", Miss, "9.1.1 objectives-missed");
        yield return Gap("a petition past fifteen working days", bed => Write(bed, "petitions", new { subject = "Chờ lâu", said = "x", receivedOn = "01/10/2026" }), "8.2 terms:petitions");
        yield return Gap("a decision of the review past its day", bed => Late(bed, "do-decision"), "10.3 actions:QT-06", "9.3 actions:QT-06");
        yield return Gap("a corrective action past its day", bed => Late(bed, "act"), "10.2 actions:QT-04");
        yield return Gap("a procedure not read in a month", bed => Add(bed, Asked("1.001612", 1, Begin.AddDays(-40))), "7.3 readings");
        yield return Gap("the policy not read in a month", bed => Age<ReadingRow>(bed, row => row.Code == "policy" && row.PersonId == "head", rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.AcknowledgedAt, (DateTimeOffset?)null).SetProperty(row => row.AskedAt, Begin.AddDays(-40)))), "5.2 acknowledged:policy", "7.3 readings:policy");
        yield return Gap("the last audit two years ago", bed => Age<DossierRow>(bed, row => row.ProcedureCode == QualityProcedures.Audit, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.FinishedAt, Begin.AddDays(-700)))), "9.2 finished:QT-03");
        yield return Gap("no review at all", bed => Age<DossierRow>(bed, row => row.ProcedureCode == QualityProcedures.Review, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.FinishedAt, (DateTimeOffset?)null).SetProperty(row => row.PromisedAt, Begin.AddDays(30)))), "9.3 finished:QT-06");
        yield return Gap("a nonconformity past its term", bed => Age<DossierRow>(bed, row => row.Code.EndsWith("QT-04-2026-902"), rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.PromisedAt, Begin.AddDays(-3)))), "10.2 nonconformities", "8.7 nonconformities");
        yield return Gap("a nonconformity closed by who acted", bed => Age<TaskRow>(bed, row => row.ActivityId == "close", rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneBy, "head"))), "10.2 closed-by-another");
        yield return Gap("an overdue dossier without an apology", bed => Age<DossierRow>(bed, row => row.Code.EndsWith("-9001"), rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.OriginalPromisedAt, Begin.AddDays(-20)))), "8.2 apologies");
        yield return Gap("originals kept after the return", bed => Age<DossierRow>(bed, row => row.Code.EndsWith("-9001"), rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Components, DossierJson.Write(new[] { new ComponentCheck("identity", 1, 0, ComponentStates.Enough, null, 1) })))), "8.5.3 originals");
        yield return Gap("nobody was asked for half a year", bed => Age<SurveyRow>(bed, _ => true, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.AnsweredAt, Begin.AddDays(-200)))), "9.1.2 surveys");
        yield return Gap("no message was ever sent", bed => Age<MessageRow>(bed, _ => true, rows => rows.ExecuteDeleteAsync()), "7.4 messages");
    }

    [TestCaseSource(nameof(Planted))]
    public async Task Each_planted_gap_is_shown_and_no_other(Func<DossierBed, Task> plant, string[] expected)
    {
        var before = await Gaps();
        await plant(_bed);

        Assert.That(before, Is.Empty);
        Assert.That(await Gaps(), Is.EqualTo(expected));
    }

    [Test]
    public async Task All_gaps_planted_at_once_are_all_shown()
    {
        var all = Planted().ToList();
        foreach (var gap in all) await ((Func<DossierBed, Task>)gap.Arguments[0]!)(_bed);

        var expected = all.SelectMany(gap => (string[])gap.Arguments[1]!).Distinct().Order(StringComparer.Ordinal);
        Assert.That(await Gaps(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Nobody_is_missed_for_a_version_that_a_later_one_has_taken_the_place_of()
    {
        await Add(_bed, Asked("1.001612", 1, Begin.AddDays(-40)), Asked("1.001612", 2, Begin.AddDays(-35)));
        var unread = await Gaps();
        await Age<ReadingRow>(_bed, row => row.Version == 2, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.AcknowledgedAt, Begin)));

        Assert.That(unread, Is.EqualTo(new[] { "7.3 readings" }));
        Assert.That(await Gaps(), Is.Empty);
    }

    [Test]
    public async Task Nobody_is_missed_who_has_left()
    {
        await Add(_bed, Asked("1.001612", 1, Begin.AddDays(-40)));
        await Age<Person>(_bed, person => person.Id == "head", people => people.ExecuteUpdateAsync(set => set.SetProperty(person => person.ToOn, new DateOnly(2026, 11, 1))));

        Assert.That(await Gaps(), Has.None.EqualTo("7.3 readings"));
    }

    [Test]
    public async Task The_reading_of_a_register_is_named_by_it_and_leads_to_it()
    {
        var auditor = await _bed.As("auditor");
        var readings = (await _bed.Run<ReadMatrix, ClauseMatrix>(read => read.Run(auditor, null, default))).Lines
            .SelectMany(line => line.Evidence).Where(line => line.Wanted.Query == "readings").Select(line => line.Found).ToList();

        Assert.That(readings.Select(found => (found.What.En, found.Page, found.Id, found.Count > 0)), Is.EqualTo(new[]
        {
            ("Procedures confirmed as read", "/Library/Index", null, false),
            ("Confirmed reading: Quality policy", "/Quality/Register", "policy", true),
        }));
    }

    [Test]
    public async Task Only_who_reads_the_quality_of_the_whole_agency_sees_the_matrix()
    {
        foreach (var person in new[] { "head", "specialist", "admin" })
        {
            var actor = await _bed.As(person);
            Assert.That((await QueueBed.Refused(() => _bed.Run<ReadMatrix>(read => read.Run(actor, null, default)))).Code, Is.EqualTo("not-allowed"), person);
        }
    }

    [Test]
    public void Every_reading_and_register_that_the_clauses_name_is_there()
    {
        foreach (var evidence in ClauseMap.All.SelectMany(map => map.Clauses).SelectMany(clause => clause.Evidence).Where(evidence => evidence.Query is "register" or "acknowledged" or "terms"))
            Assert.That(QualityRegisters.Find(evidence.Of!), Is.Not.Null, evidence.Of);
        Assert.That(ClauseMap.Get("2015").Clauses.Select(clause => clause.Id).Distinct().Count(), Is.EqualTo(ClauseMap.Get("2015").Clauses.Count));
    }

    [Test]
    public async Task A_sample_is_the_same_for_the_same_seed_and_another_for_another_and_can_be_drawn_by_anybody()
    {
        for (var i = 0; i < 12; i++) await _bed.Receive();
        var auditor = await _bed.As("auditor");
        Task<DrawnSample> Draw(string seed, int size = 5) => _bed.Run<DrawSample, DrawnSample>(draw => draw.Run(
            auditor, new SampleWish(new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 2), "1.001612", null, size, seed), default));

        var first = await Draw("QT-03/2026");
        Assert.That((await Draw("QT-03/2026")).Dossiers, Is.EqualTo(first.Dossiers));
        Assert.That((await Draw("QT-03/2027")).Dossiers.Select(dossier => dossier.Code), Is.Not.EqualTo(first.Dossiers.Select(dossier => dossier.Code)));
        Assert.That((first.Population, first.Dossiers.Count), Is.EqualTo((13, 5)));
        // printf 'QT-03/2026\nH29.150-261102-0001' | sha256sum
        Assert.That(DrawSample.Rank("QT-03/2026", "H29.150-261102-0001"), Is.EqualTo("f23a8f35a8b7d17b2b86f71c2f5fff222b26c34164fc9f66ef1cb092309a3c6c"));
        Assert.That((await Draw("x", 500)).Dossiers, Has.Count.EqualTo(13));
        Assert.That((await QueueBed.Refused(() => Draw(""))).Code, Is.EqualTo("sample-seed"));
        Assert.That((await QueueBed.Refused(() => Draw("x", 0))).Code, Is.EqualTo("sample-size"));
    }

    private static TestCaseData Gap(string name, Func<DossierBed, Task> plant, params string[] shown) =>
        new TestCaseData(plant, shown.Order(StringComparer.Ordinal).ToArray()).SetArgDisplayNames(name);

    private async Task<List<string>> Gaps()
    {
        var auditor = await _bed.As("auditor");
        var matrix = await _bed.Run<ReadMatrix, ClauseMatrix>(read => read.Run(auditor, null, default));
        return [.. matrix.Lines.SelectMany(line => line.Evidence.Where(evidence => evidence.Gaps.Count > 0).Select(evidence =>
            $"{line.Clause.Id} {evidence.Wanted.Query}{(evidence.Wanted.Of is { } of ? ":" + of : "")}")).Order(StringComparer.Ordinal)];
    }

    /// <summary>Evidence for every clause.</summary>
    private async Task Fill()
    {
        await Write(_bed, "policy", new { title = "Chính sách", policy = "Phục vụ", signedBy = "Huỳnh Văn Phúc", signedOn = "02/11/2026" });
        await Write(_bed, "context", new { issue = "Chính quyền hai cấp", side = "outside", effect = "Thêm thủ tục" });
        await Write(_bed, "parties", new { party = "Người dân", requirement = "Đúng hạn", met = "Theo dõi hạn" });
        await Write(_bed, "scope", new { scope = "Mọi đơn vị", notApplied = "8.3", why = "Thủ tục do luật định" });
        await Write(_bed, "risks", new { risk = "Mất điện", kind = "risk", process = "Tiếp nhận", likelihood = "2", impact = "3", owner = "Mai" });
        await Write(_bed, "objectives", new { objective = "Bổ sung một lần", indicator = "one-supplement", target = "95", threshold = "90", owner = "Mai", fromOn = "01/11/2026", toOn = "31/12/2026" });
        await Write(_bed, "training", new { topic = "ISO 9001", people = "Cả cơ quan", heldOn = "02/11/2026" });
        await Write(_bed, "providers", new { provider = "Bưu điện", service = "Bưu chính công ích", requirements = "Hợp đồng", score = "4" });
        await Write(_bed, "programme", new { audit = "Lần 1", unitName = "Tất cả", plannedOn = "02/11/2026" });
        await Acknowledge();
        var dossier = await _bed.Receive();
        await Add(_bed,
            Ended(QualityProcedures.Audit), Ended(QualityProcedures.Review), Ended(QualityProcedures.Nonconformity), Open(QualityProcedures.Nonconformity), Returned(),
            Done("act", "head", Roles.DivisionHead), Done("close", "qmr", Roles.Qmr), Done("sign", "leader", Roles.AgencyLeader), Done("do-decision", "head", Roles.DivisionHead, QualityProcedures.Review),
            new SurveyRow { AgencyId = DossierBed.Ward, InstanceId = "survey-x", DossierId = "x", ProcedureCode = "1.001612", IsDeclined = false, Access = 5, Result = 2, AnsweredAt = Begin },
            new RecordRow { AgencyId = DossierBed.Ward, Id = "rec", InstanceId = dossier.InstanceId, Sequence = 1, Code = "c", TitleVi = "c", TitleEn = "c", Template = "form-01", Data = "{}", IssuedAt = Begin, IssuedBy = "system" },
            new MessageRow { AgencyId = DossierBed.Ward, Id = "m", InstanceId = dossier.InstanceId, Channel = MessageChannel.Email, Kind = "accepted", Recipient = "a", TemplateValues = "{}", Status = MessageState.Sent, RequestedAt = Begin, SentAt = Begin, StopSecret = "s" });
        var qmr = await _bed.As("qmr");
        await _bed.Run<SetSurveyRules>(rules => rules.Run(qmr, 3, 2, default));
    }

    private async Task Acknowledge()
    {
        foreach (var (id, _, _) in Samples.People.Where(person => !person.Roles.Contains(Roles.TenantAdmin)))
        {
            var actor = await _bed.As(id);
            foreach (var register in new[] { "policy", "context" }) await _bed.Run<KeepRegister>(keep => keep.Acknowledge(actor, register, default));
        }
    }

    private static async Task Miss(DossierBed bed)
    {
        await Age<DossierRow>(bed, row => row.Code.EndsWith("-9001"), rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.SupplementCount, 2)));
        await Write(bed, "objectives", new { objective = "Bổ sung một lần, từ tháng 10", indicator = "one-supplement", target = "100", threshold = "99", owner = "Mai", fromOn = "01/10/2026", toOn = "31/12/2026" });
    }

    private static ReadingRow Asked(string code, int version, DateTimeOffset at) => new()
    {
        AgencyId = DossierBed.Ward,
        InstanceId = $"r{version}",
        Code = code,
        Version = version,
        PersonId = "head",
        PersonName = "Đỗ Văn Thành",
        AskedAt = at,
    };

    private static Task Late(DossierBed bed, string activity) => Age<TaskRow>(bed, row => row.ActivityId == activity, rows => rows.ExecuteUpdateAsync(set => set
        .SetProperty(row => row.Status, TaskState.Open).SetProperty(row => row.DoneAt, (DateTimeOffset?)null).SetProperty(row => row.DueAt, Begin.AddDays(-1))));

    private static async Task Forget(DossierBed bed) => await Age<ReadingRow>(bed, row => row.Code == "policy" && row.PersonId != "qmr", rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.AcknowledgedAt, (DateTimeOffset?)null)));

    private static Func<DossierBed, Task> EndRole(string role) => bed =>
        Age<PersonRole>(bed, row => row.Role == role, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.ToOn, new DateOnly(2026, 11, 1))));

    private static async Task CloseAll(DossierBed bed, string register)
    {
        var qmr = await bed.As("leader");
        await bed.Run<KeepRegister>(async keep => await keep.Close(qmr, await EntryOf(bed, register), "Hết", bed.NewCommand(), default));
    }

    private static async Task<string> EntryOf(DossierBed bed, string register)
    {
        await using var db = bed.Office.OpenDb();
        return await db.Set<RegisterEntryRow>().IgnoreQueryFilters().Where(row => row.Register == register && row.ClosedAt == null).Select(row => row.InstanceId).FirstAsync();
    }

    private static async Task Write(DossierBed bed, string register, object values)
    {
        var leader = await bed.As("leader");
        await bed.Run<KeepRegister>(keep => keep.Record(leader, register, bed.Office.NewId(), JsonSerializer.SerializeToElement(values), bed.NewCommand(), default));
    }

    private static async Task Add(DossierBed bed, params object[] rows)
    {
        await using var db = bed.Office.OpenDb();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    private static async Task Age<T>(DossierBed bed, System.Linq.Expressions.Expression<Func<T, bool>> which, Func<IQueryable<T>, Task<int>> change)
        where T : class
    {
        await using var db = bed.Office.OpenDb();
        Assert.That(await change(db.Set<T>().IgnoreQueryFilters().Where(which)), Is.GreaterThan(0));
    }

    private static DossierRow Ended(string procedure)
    {
        var row = Opened(procedure, "done", "901");
        row.FinishedAt = Begin.AddDays(-1);
        return row;
    }

    private static DossierRow Open(string procedure) => Opened(procedure, "open", "902");

    private static DossierRow Opened(string procedure, string id, string number) => InternalDossier.Begin(
        DossierBed.Ward,
        $"{procedure}-{id}",
        new InternalDossierOpened(
            $"H29.150-{procedure}-2026-{number}", procedure, 1, "x", "Xong", "Mai", JsonSerializer.SerializeToElement(new { }), "15wd", Begin.AddDays(10), $"secret-{procedure}-{id}"),
        new RecordedEvent(1, "x", new object(), Begin.AddDays(-20), "iso"));

    /// <summary>A dossier of a citizen that was settled and returned in time.</summary>
    private static DossierRow Returned()
    {
        var e = Ended("returned");
        return new DossierRow
        {
            AgencyId = e.AgencyId,
            InstanceId = "returned",
            Code = "H29.150-261020-9001",
            ProcedureCode = "1.001612",
            ProcedureVersion = 1,
            CaseId = "standard",
            Channel = Channel.Direct,
            ApplicantKind = ApplicantKind.Citizen,
            ApplicantName = "A",
            ReturnWay = ReturnWay.Counter,
            SearchText = "a",
            Form = "{}",
            Components = "[]",
            Sets = 1,
            Business = e.Business,
            Money = e.Money,
            Delivery = e.Delivery,
            Sync = e.Sync,
            NationalStatus = NationalStatus.Registered,
            Prolongations = 0,
            ClockStart = ClockStart.Received,
            ReceivedAt = Begin.AddDays(-12),
            FinishedAt = Begin.AddDays(-10),
            ReturnedAt = Begin.AddDays(-10),
            PromisedAt = Begin.AddDays(-5),
            OriginalPromisedAt = Begin.AddDays(-5),
            Pauses = "[]",
            IsPaused = false,
            SupplementCount = 0,
            SupplementOverrides = 0,
            AmountDue = 0,
            StatutoryDue = 0,
            AmountPaid = 0,
            TrackingSecret = "t",
            IsConfidential = false,
            AwaitsCheck = false,
            SettledBy = "leader",
            UpdatedAt = Begin,
        };
    }

    private static TaskRow Done(string activity, string person, string role, string procedure = QualityProcedures.Nonconformity) => new()
    {
        AgencyId = DossierBed.Ward,
        Id = $"t-{activity}",
        InstanceId = $"{procedure}-done",
        BookmarkId = activity,
        ActivityId = activity,
        ActivityInstanceId = activity,
        DefinitionId = procedure,
        DossierCode = "x",
        TitleVi = activity,
        TitleEn = activity,
        Role = role,
        DeclaredRole = role,
        SeparateFrom = "",
        Clock = "counts",
        DueAt = TaskRow.NeverDue,
        Status = TaskState.Done,
        Version = 2,
        CreatedAt = activity == "close" ? Begin.AddDays(-2) : Begin.AddDays(-3),
        DoneAt = activity == "close" ? Begin.AddDays(-1) : Begin.AddDays(-2),
        DoneBy = person,
    };
}
