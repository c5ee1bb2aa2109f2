using IsoE.Office.Procedures;

namespace IsoE.Office.Tests.Procedures;

public sealed class ProcedureReaderTests
{
    private const string Small = """
        ---
        code: "9.000001"
        name: {vi: Thủ tục thử, en: Trial procedure}
        field: {vi: Thử, en: Trial}
        level: commune
        publishingAgency: {vi: Bộ Thử, en: Ministry of Trials}
        executingAgency: {vi: UBND cấp xã, en: Commune}
        applicants:
          - {vi: Cá nhân, en: Individuals}
        source: unverified
        control:
          number: QT-99
          issue: 1
          issuedOn: 2026-01-05
          drafted: {role: specialist, title: {vi: Chuyên viên, en: Specialist}}
          reviewed: {role: iso_secretary, title: {vi: Thư ký ISO, en: ISO secretary}}
          approved: {role: agency_leader, title: {vi: Chủ tịch, en: Chair}}
          revisions: []
          distribution: []
        versions:
          - {version: 1, effectiveFrom: 2026-01-05}
        cases:
          - {id: standard, name: {vi: Thường, en: Standard}, limit: 3wd, source: "found: Cổng"}
        sets: 1
        supplement: {max: 1, limit: 10wd, source: unverified}
        result: {vi: Giấy, en: Paper}
        onlineLevel: full
        legalBasis:
          - {number: 1/2025/NĐ-CP, title: {vi: Nghị định, en: Decree}, source: unverified}
        components:
          - {id: request, name: {vi: Đơn, en: Request}, originals: 1, required: always, act: submit, source: unverified}
        fees: []
        form: []
        taskForms: []
        records:
          - {code: paper, name: {vi: Giấy, en: Paper}, retention: 10y, place: {vi: Lưu trữ, en: Archive}, source: unverified}
        blankForms: []
        constraints: []
        abbreviations: []
        ---
        # Mục đích
        Một.
        # Phạm vi
        Hai.
        # Tài liệu viện dẫn
        Ba.
        # Định nghĩa và chữ viết tắt
        Bốn.
        # Yêu cầu và lưu ý
        Năm.
        # Summary in English
        Six.
        """;

    [Test]
    public void A_text_is_read_with_its_sections()
    {
        var (procedure, problems) = ProcedureReader.Read("a.md", Small);

        Assert.Multiple(() =>
        {
            Assert.That(problems, Is.Empty);
            Assert.That(procedure!.Cases[0].Limit.ToString(), Is.EqualTo("3wd"));
            Assert.That(procedure.Cases[0].StartsAt, Is.EqualTo(ClockStart.Accepted));
            Assert.That(procedure.Records[0].Retention.Describe().Vi, Is.EqualTo("10 năm"));
            Assert.That(procedure.Components[0].Channels, Has.Count.EqualTo(3));
            Assert.That(procedure.Body.Sections, Has.Count.EqualTo(5));
            Assert.That(procedure.Body.EnglishSummary, Is.EqualTo("Six."));
        });
    }

    private const string Repeating = """
        taskForms:
          - id: plan
            title: {vi: Kế hoạch, en: Plan}
            repeated: [thing, day]
            times: 2
            fields:
              - {id: before, label: {vi: Trước, en: Before}, type: text}
              - {id: thing, label: {vi: Việc, en: Thing}, hint: {vi: Một việc, en: One thing}, type: text, required: true}
              - {id: day, label: {vi: Ngày, en: Day}, type: date, required: true}
              - {id: after, label: {vi: Sau, en: After}, type: text}
        """;

    [Test]
    public void Repeated_fields_are_fields_of_their_own_that_follow_one_another()
    {
        var (procedure, problems) = ProcedureReader.Read("a.md", Small.Replace("taskForms: []", Repeating, StringComparison.Ordinal));

        Assert.That(problems, Is.Empty);
        Assert.That(procedure!.TaskForms.Single().Fields.Select(field => (field.Id, field.Label.En, field.Hint?.En, field.Required, field.VisibleWhen?.Source)), Is.EqualTo(new (string, string, string?, bool, string?)[]
        {
            ("before", "Before", null, false, null),
            ("thing1", "Thing 1", "One thing", true, null),
            ("day1", "Day 1", null, true, "variables.thing1 != null"),
            ("thing2", "Thing 2", null, false, "variables.thing1 != null"),
            ("day2", "Day 2", null, true, "variables.thing2 != null"),
            ("after", "After", null, false, null),
        }));
    }

    [TestCase("[thing, day]", "[thing, after]", "repeated: The repeated fields have to be fields of the form that stand one after the other, in this order.")]
    [TestCase("[thing, day]", "[nothing]", "repeated: The repeated fields have to be fields of the form that stand one after the other, in this order.")]
    [TestCase("    repeated: [thing, day]\n", "", "repeated: The repeated fields have to be fields of the form that stand one after the other, in this order.")]
    [TestCase("type: date", "type: date, visibleWhen: \"variables.thing != null\"", "repeated: A repeated field has no condition of its own.")]
    [TestCase("times: 2", "times: 51", "times: They are repeated 2 to 50 times.")]
    [TestCase("    times: 2\n", "", "times: They are repeated 2 to 50 times.")]
    public void Fields_that_cannot_be_repeated_are_refused(string right, string wrong, string expected)
    {
        var (_, problems) = ProcedureReader.Read("a.md", Small.Replace("taskForms: []", Repeating.Replace(right, wrong, StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.That(problems.Select(problem => problem.ToString()), Has.Some.EndsWith($"taskForms[0].{expected}"));
    }

    [TestCase("sets: 1", "sets: one", "a.md:24: sets: The value \"one\" is not right; expected a whole number.")]
    [TestCase("sets: 1", "", "a.md:2: sets: The required value \"sets\" is missing.")]
    [TestCase("limit: 3wd", "limit: 3 days", "a.md:23: cases[0].limit: The value \"3 days\" is not right; expected a time limit (4h, 3wd, 12d, sameday).")]
    [TestCase("act: submit", "act: send", "a.md:31: components[0].act: The value \"send\" is not right; expected one of: submit, show, lookUp.")]
    [TestCase("retention: 10y", "retention: forever", "a.md:36: records[0].retention: The retention \"forever\" is not right; write permanent or years such as 10y.")]
    [TestCase("onlineLevel: full", "onlineLevel: full\ncolour: red", "a.md:28: colour: There is no key \"colour\" here. Known keys: abbreviations, answer, applicants, blankForms, cases, code, components, confidentiality, constraints, control, executingAgency, executors, fees, field, fieldCode, form, legalBasis, level, name, onlineLevel, openedBy, publishingAgency, records, result, sameDayCutOff, sets, source, supplement, taskForms, versions.")]
    [TestCase("level: commune", "level: commune\nexecutors: [{level: commune, kind: palace}]", "a.md:6: executors[0].kind: There is no code \"palace\"; use one of: committee, service-centre, agriculture-environment, construction, culture, tourism, finance, health, home-affairs, industry-trade, inspectorate, justice, land-registry, police, social-insurance, tax.")]
    [TestCase("source: unverified\ncontrol", "source: somewhere\ncontrol", "a.md:10: source: A source is written \"found: <text>\" or \"unverified\".")]
    [TestCase("fees: []", "fees: {}", "a.md:32: fees: The value \"Mapping\" is not right; expected a list.")]
    [TestCase("form: []", "form:\n  - {id: Tên, label: {vi: Tên, en: Name}, type: text}", "a.md:34: form[0].id: The field id \"Tên\" must be camelCase ASCII.")]
    [TestCase("form: []", "form:\n  - {id: kind, label: {vi: Loại, en: Kind}, type: choice}", "a.md:34: form[0].options: Options are needed by the type choice, and by that type only.")]
    [TestCase("form: []", "form:\n  - {id: name, label: {vi: Tên, en: Name}, type: text, mustBeYes: true}", "a.md:34: form[0].mustBeYes: Only the type yesNo can be made to be answered with yes.")]
    [TestCase("Archive}, source: unverified", "Archive}, sealed: true, source: unverified", "a.md:36: records[0].sealed: \"sealed\" needs somebody who signs; add signedBy (issuer or the code of a role).")]
    [TestCase("Archive}, source: unverified", "Archive}, sealed: false, source: unverified", "a.md:36: records[0].sealed: \"sealed\" needs somebody who signs; add signedBy (issuer or the code of a role).")]
    [TestCase("Archive}, source: unverified", "Archive}, signedBy: nobody, sealed: true, source: unverified", "a.md:36: records[0].sealed: \"sealed\" needs somebody who signs; add signedBy (issuer or the code of a role).")]
    [TestCase("# Phạm vi\nHai.", "", "a.md:41: The section \"# Phạm vi\" is missing or empty.")]
    [TestCase("name: {vi: Thủ tục thử, en: Trial procedure}", "name: {vi: Thủ tục thử}", "a.md:3: name.en: The required value \"en\" is missing.")]
    public void A_wrong_value_is_refused_with_its_line(string right, string wrong, string expected)
    {
        var (procedure, problems) = ProcedureReader.Read("a.md", Small.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            Assert.That(procedure, Is.Null);
            Assert.That(problems.Select(p => p.ToString()), Is.EqualTo(new[] { expected }));
        });
    }

    [TestCase("", "commune", "police", true)]
    [TestCase("", "province", "justice", false)]
    [TestCase("executors: [{level: commune, kind: committee}, {level: province, kind: justice}]", "commune", "committee", true)]
    [TestCase("executors: [{level: commune, kind: committee}, {level: province, kind: justice}]", "province", "justice", true)]
    [TestCase("executors: [{level: commune, kind: committee}, {level: province, kind: justice}]", "commune", "police", false)]
    [TestCase("executors: [{level: commune, kind: committee}, {level: province, kind: justice}]", "province", "committee", false)]
    public void The_executors_settle_a_procedure_or_where_none_are_named_the_agencies_of_its_level(
        string executors, string level, string kind, bool expected)
    {
        var (procedure, _) = ProcedureReader.Read("a.md", Small.Replace("level: commune", $"level: commune\n{executors}", StringComparison.Ordinal));

        Assert.That(procedure!.IsExecutedBy(new Executor(level, kind)), Is.EqualTo(expected));
    }

    [Test]
    public void All_problems_are_told_at_once()
    {
        var (_, problems) = ProcedureReader.Read("a.md", Small
            .Replace("sets: 1", "sets: one", StringComparison.Ordinal)
            .Replace("act: submit", "act: send", StringComparison.Ordinal));

        Assert.That(problems.Select(p => p.Line), Is.EqualTo(new[] { 24, 31 }));
    }

    [TestCase("")]
    [TestCase("no front matter")]
    [TestCase("---\n- a list\n---\n# Mục đích\n")]
    [TestCase("---\ncode: [\n---\n")]
    [TestCase("---\ncode: a\ncode: b\n---\n")]
    public void A_file_that_is_no_procedure_is_refused_and_not_thrown_at(string content)
    {
        var (procedure, problems) = ProcedureReader.Read("a.md", content);

        Assert.Multiple(() =>
        {
            Assert.That(procedure, Is.Null);
            Assert.That(problems, Is.Not.Empty);
        });
    }

    [TestCase("found: Cổng", true, "Cổng")]
    [TestCase("unverified", false, null)]
    [TestCase("unverified: NĐ 1", false, "NĐ 1")]
    public void A_source_says_whether_somebody_has_read_it(string written, bool verified, string? where)
    {
        var source = Source.Parse(written);

        Assert.Multiple(() =>
        {
            Assert.That(source, Is.EqualTo(new Source(verified, where)));
            Assert.That(source!.ToString(), Is.EqualTo(written));
        });
    }
}
