using System.Text.Json;
using IsoE.Office.DocumentControl;
using IsoE.Office.Dossiers;
using IsoE.Office.Quality.Registers;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Queue;

namespace IsoE.Office.Tests.Quality;

/// <summary>The registers of the quality system, on Monday 02/11/2026.</summary>
public sealed class RegisterTests
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public void Every_rule_of_a_register_names_fields_it_has()
    {
        foreach (var register in QualityRegisters.All)
        {
            var fields = register.Fields.Select(field => field.Id).ToList();
            var named = register.Terms.SelectMany(term => new[] { term.FromField, term.UntilField, term.OnlyIf, term.Unless })
                .Concat([register.DueField, register.Matrix?.LikelihoodField, register.Matrix?.ImpactField])
                .Concat(register.Measured is { } m ? [m.IndicatorField, m.TargetField, m.ThresholdField, m.FromField, m.ToField] : [])
                .OfType<string>();
            Assert.That(named.Except(fields), Is.Empty, register.Id);
            Assert.That(register.Clauses, Is.Not.Empty, register.Id);
        }
    }

    [Test]
    public async Task A_wrong_rating_is_refused_at_its_field_and_writes_nothing()
    {
        var refused = await QueueBed.Refused(() => Record("risks", new { risk = "Mất điện", kind = "risk", process = "Tiếp nhận", likelihood = "6", impact = "2", owner = "Mai" }));

        Assert.That(refused.Fields.Keys, Is.EqualTo(new[] { "likelihood" }));
        Assert.That((await Read("risks")).Entries, Is.Empty);
    }

    [Test]
    public async Task A_severe_risk_without_measures_asks_for_some()
    {
        var id = await Record("risks", Risk(measures: null));
        var before = (await Read("risks")).Entries.Single();
        await Record("risks", Risk(measures: "Máy phát điện dự phòng"), id);
        var after = (await Read("risks")).Entries.Single();

        Assert.That(before.Score, Is.EqualTo(16));
        Assert.That(before.Warnings(QualityRegisters.Get("risks")).Select(text => text.En), Is.EqualTo(new[] { "Measures are needed" }));
        Assert.That(after.Warnings(QualityRegisters.Get("risks")), Is.Empty);
    }

    [Test]
    public async Task An_entry_is_due_for_review_after_its_days_until_somebody_has_looked_at_it()
    {
        var id = await Record("risks", Risk("x"));
        _bed.Clock.Now = _bed.Clock.Now.AddDays(183);
        var due = (await Read("risks")).Entries.Single().IsReviewLate;
        var qmr = await _bed.As("qmr");
        Assert.That((await QueueBed.Refused(() => _bed.Run<KeepRegister>(keep => keep.Review(qmr, id, " ", _bed.NewCommand(), default)))).Code, Is.EqualTo("note-missing"));
        await _bed.Run<KeepRegister>(keep => keep.Review(qmr, id, "Vẫn đúng", _bed.NewCommand(), default));

        Assert.That(due, Is.True);
        Assert.That((await Read("risks")).Entries.Single().IsReviewLate, Is.False);
    }

    [Test]
    public async Task A_new_policy_takes_the_place_of_the_old_one_and_is_acknowledged_once_by_each()
    {
        await Record("policy", Policy("Phục vụ"));
        await Acknowledge("specialist");
        await Record("policy", Policy("Phục vụ nhân dân"));
        var before = await Read("policy", by: "specialist");
        var unread = await Unread("specialist");
        for (var i = 0; i < 2; i++) await Acknowledge("specialist");

        var policy = await Read("policy", by: "specialist");
        Assert.That(policy.Standing.Single().Row.Title, Is.EqualTo("Phục vụ nhân dân"));
        Assert.That(before.Readers, Is.Empty, "who has read the old one has the new one to read");
        Assert.That(unread.Select(row => (row.Code, row.Version)), Is.EqualTo(new[] { ("policy", 2) }), "among what people have to read, once");
        Assert.That(policy.Readers.Select(reader => reader.PersonName), Is.EqualTo(new[] { "Đặng Quốc Bảo" }));
        Assert.That(policy.Officers, Is.EqualTo(Samples.People.Length - 1), "everybody but the administrator");
        Assert.That(await Unread("specialist"), Is.Empty);
        Assert.That(await Unread("admin"), Is.Empty);
    }

    [Test]
    public async Task Only_what_everybody_has_to_know_and_is_there_is_confirmed()
    {
        var clerk = await _bed.As("clerk");
        async Task<string> Refused(string register) => (await QueueBed.Refused(() => _bed.Run<KeepRegister>(keep => keep.Acknowledge(clerk, register, default)))).Code;

        Assert.That((await Refused("policy"), await Refused("risks"), await Refused("nothing")), Is.EqualTo(("register-empty", "register-not-read", "register-unknown")));
    }

    [Test]
    public async Task Risks_stand_by_their_score_the_gravest_first()
    {
        await Record("risks", new { risk = "Vừa", kind = "risk", process = "Tiếp nhận", likelihood = "3", impact = "3", measures = "x", owner = "Mai" });
        await Record("risks", new { risk = "Nặng", kind = "risk", process = "Tiếp nhận", likelihood = "4", impact = "5", measures = "x", owner = "Mai" });
        await Record("risks", new { risk = "Nhẹ", kind = "risk", process = "Tiếp nhận", likelihood = "1", impact = "2", owner = "Mai" });

        Assert.That((await Read("risks")).Entries.Select(entry => (entry.Row.Title, entry.Score)), Is.EqualTo(new[] { ("Nặng", (int?)20), ("Vừa", 9), ("Nhẹ", 2) }));
    }

    private async Task Acknowledge(string person)
    {
        var actor = await _bed.As(person);
        await _bed.Run<KeepRegister>(keep => keep.Acknowledge(actor, "policy", default));
    }

    private async Task<IReadOnlyList<ReadingRow>> Unread(string person)
    {
        var actor = await _bed.As(person);
        return await _bed.Run<ReadingList, IReadOnlyList<ReadingRow>>(list => list.Unread(actor, default));
    }

    [Test]
    public async Task A_petition_has_fifteen_working_days_and_two_more_to_be_published()
    {
        // Tue 24/11/2026 is a day off: 15 working days after Mon 02/11 end on Mon 23/11.
        await Record("petitions", new { subject = "Chờ lâu", said = "Chờ hai giờ", receivedOn = "02/11/2026" });
        var open = (await Read("petitions")).Entries.Single().Terms.Single();
        _bed.Clock.Now = _bed.Clock.Now.AddDays(22);
        var late = (await Read("petitions")).Entries.Single().Terms.Single();

        Assert.That((open.DueOn, open.IsLate), Is.EqualTo((new DateOnly(2026, 11, 23), false)));
        Assert.That(late.IsLate, Is.True);
    }

    [Test]
    public async Task A_petition_refused_on_the_third_working_day_was_refused_too_late()
    {
        _bed.Clock.Now = _bed.Clock.Now.AddDays(7);
        await Record("petitions", new { subject = "Không thuộc thẩm quyền", said = "x", receivedOn = "02/11/2026", refusedOn = "05/11/2026" });
        await Record("petitions", new { subject = "Khác", said = "x", receivedOn = "02/11/2026", refusedOn = "04/11/2026" });

        var entries = (await Read("petitions")).Entries;
        Assert.That(entries.Single(entry => entry.Row.Title == "Khác").Terms.Select(term => term.IsLate), Is.EqualTo(new[] { false }));
        Assert.That(entries.Single(entry => entry.Row.Title != "Khác").Terms.Select(term => term.IsLate), Is.EqualTo(new[] { true }));
    }

    [Test]
    public async Task An_objective_is_measured_on_the_dossiers_themselves_in_all_and_by_quarter()
    {
        var reception = await _bed.As("reception");
        await _bed.Run<RefuseAtCounter, DossierRow>(refuse => refuse.Run(reception, Samples.Business(_bed.Office.NewId()), "Không thuộc thẩm quyền", default));
        await _bed.Receive();
        await Record("objectives", new { objective = "Bổ sung một lần", indicator = "one-supplement", target = "100", threshold = "90", owner = "Mai", fromOn = "01/07/2026", toOn = "31/12/2026" });
        await Record("objectives", new { objective = "Hài lòng", indicator = "satisfied", target = "90", threshold = "80", owner = "Mai", fromOn = "01/07/2026", toOn = "31/12/2026" });

        var entries = (await Read("objectives")).Entries;
        var supplement = entries.Single(entry => entry.Row.Title == "Bổ sung một lần").Live!;
        Assert.That((supplement.Value.Good, supplement.Value.All, supplement.State), Is.EqualTo((2, 2, TargetState.Met)));
        Assert.That(supplement.Quarters.Select(quarter => (quarter.Name, quarter.Value.All)), Is.EqualTo(new[] { ("III/2026", 0), ("IV/2026", 2) }));
        Assert.That(entries.Single(entry => entry.Row.Title == "Hài lòng").Live!.State, Is.EqualTo(TargetState.Unknown));
    }

    [Test]
    public async Task Only_who_keeps_registers_writes_and_auditors_read()
    {
        foreach (var person in new[] { "auditor", "specialist", "admin" })
            Assert.That((await QueueBed.Refused(() => Record("risks", Risk("x"), by: person))).Code, Is.AnyOf("not-allowed", "sod-7"), person);
        await Record("risks", Risk("x"), by: "iso");

        Assert.That((await Read("risks", by: "auditor")).Entries, Has.Count.EqualTo(1));
        Assert.That((await QueueBed.Refused(() => Read("risks", by: "specialist"))).Code, Is.EqualTo("not-allowed"));
    }

    private static object Risk(string? measures) => new { risk = "Mất điện", kind = "risk", process = "Tiếp nhận", likelihood = "4", impact = "4", owner = "Mai", measures };

    private static object Policy(string title) => new { title, policy = "Nội dung", signedBy = "Huỳnh Văn Phúc", signedOn = "02/11/2026" };

    private async Task<string> Record(string register, object values, string? id = null, string by = "qmr")
    {
        var actor = await _bed.As(by);
        var entry = id ?? _bed.Office.NewId();
        await _bed.Run<KeepRegister>(keep => keep.Record(actor, register, entry, JsonSerializer.SerializeToElement(values), _bed.NewCommand(), default));
        return entry;
    }

    private async Task<RegisterView> Read(string register, string by = "qmr")
    {
        var actor = await _bed.As(by);
        return await _bed.Run<ReadRegister, RegisterView>(read => read.Run(actor, register, default));
    }
}
