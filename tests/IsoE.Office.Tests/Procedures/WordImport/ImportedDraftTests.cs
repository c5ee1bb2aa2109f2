using IsoE.Office.Procedures;
using IsoE.Office.Procedures.WordImport;
using IsoE.Workflows;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Tests.Procedures.WordImport;

public sealed class ImportedDraftTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    /// <summary>What an author may have to fill in; anything else would mean a flow that is not connected.</summary>
    private static readonly string[] WordsOnly = [FindingCodes.MissingRole, FindingCodes.TimeOverLimit];

    private static IEnumerable<ImportCase> Documents => Corpus.Development.Concat(Corpus.HoldOut).Concat(Corpus.Strange);

    [TestCaseSource(nameof(Documents))]
    public void A_draft_can_be_read_and_its_flow_is_sound(object document)
    {
        var draft = Draft((ImportCase)document);

        var (version, problems) = ContentReading.Read("QT-99", 1, draft.Content, Today);
        Assert.That(problems.Select(problem => problem.ToString()), Is.Empty);
        var findings = PublishGate.Check(version!.Procedure, version.Definition, Surroundings.None);
        Assert.That(findings.Where(finding => finding.Refuses && !WordsOnly.Contains(finding.Code)).Select(finding => finding.Message.En), Is.Empty);
    }

    [Test]
    public void Steps_become_tasks_with_role_time_and_ways()
    {
        var version = Version(Layouts.Plain.Of(GoldProcedures.Business));

        var appraise = version.Steps.Rows[2];
        Assert.Multiple(() =>
        {
            Assert.That(version.Steps.Rows.Select(row => row.Role), Is.EqualTo(GoldProcedures.Business.Steps.Select(step => step.Role)));
            Assert.That(appraise.Limits[0].Limit, Is.EqualTo(new TimeLimit(1, TimeUnit.WorkingDays)));
            Assert.That(appraise.Outcomes.Select(outcome => (outcome.Id, outcome.Next[0])), Is.EqualTo(new[] { ("Passed", 4), ("SentBack", 1) }));
            Assert.That(appraise.Instructions!.Vi, Does.Contain("danh mục cấm").And.Contain("BM-21.01"));
            Assert.That(version.Steps.Rows[^1].Clock, Is.EqualTo("outside"));
        });
    }

    [Test]
    public void Sections_of_the_document_stand_in_the_text_with_their_sources()
    {
        var procedure = Version(DocumentLayouts.FullDocument.Of(GoldProcedures.Business)).Procedure;

        Assert.Multiple(() =>
        {
            Assert.That(procedure.Body.Sections.First(section => section.Title == "Mục đích").Markdown, Is.EqualTo(FullDocuments.Purpose));
            Assert.That(procedure.Body.Sections.First(section => section.Title == "Phạm vi").Markdown, Is.EqualTo(FullDocuments.Scope));
            Assert.That(procedure.Control.Number, Is.EqualTo("QT-21/MC"));
            Assert.That(procedure.LegalBasis.Select(law => law.Number), Is.EqualTo(new[] { "59/2020/QH14", "168/2025/NĐ-CP" }));
            Assert.That(procedure.Components.Select(paper => (paper.Originals, paper.Copies)), Is.EqualTo(new[] { (1, 0), (0, 1) }));
            Assert.That(procedure.Cases[0].Limit, Is.EqualTo(new TimeLimit(3, TimeUnit.WorkingDays)));
            Assert.That(procedure.Fees[0].Amount, Is.EqualTo(100_000));
            Assert.That(procedure.Records.Select(record => record.Retention.Years), Is.EqualTo(new int?[] { 5, null }));
            Assert.That(procedure.BlankForms.Select(form => form.Number), Is.EqualTo(new[] { "BM-21.01", "Mẫu số 01" }));
            Assert.That(procedure.Abbreviations.Select(word => word.Short), Is.EqualTo(new[] { "UBND", "TTHC" }));
        });
    }

    [Test]
    public void Nothing_imported_passes_for_verified()
    {
        var procedure = Version(DocumentLayouts.FullDocument.Of(GoldProcedures.Business)).Procedure;

        Source[] sources =
        [
            procedure.Source, .. procedure.Cases.Select(x => x.Source), .. procedure.LegalBasis.Select(x => x.Source), .. procedure.Components.Select(x => x.Source),
            .. procedure.Fees.Select(x => x.Source), .. procedure.Records.Select(x => x.Source), .. procedure.BlankForms.Select(x => x.Source),
        ];
        Assert.That(sources, Has.All.Property(nameof(Source.Verified)).False);
        Assert.That(procedure.LegalBasis[0].Source.Where, Is.EqualTo("tệp Word, đoạn 15"));
    }

    [Test]
    public void What_the_author_has_to_decide_is_said_at_its_step()
    {
        var remarks = Draft(Layouts.Plain.Of(GoldProcedures.Complaint)).Remarks;

        Assert.Multiple(() =>
        {
            Assert.That(remarks.Where(remark => remark.Step == 3).Select(remark => remark.Message.Vi), Has.Some.Contains("Tổ xác minh"));
            Assert.That(remarks.Where(remark => remark.Step == 4).Select(remark => remark.Message.Vi), Has.Some.Contains("nhiều người").And.Some.Contains("khoảng"));
            Assert.That(remarks.Where(remark => remark.Step is null).Select(remark => remark.Message.Vi), Has.Some.Contains("không ghi thời hạn"));
        });
    }

    [Test]
    public void A_step_every_sentence_passes_by_is_still_reached()
    {
        var draft = Draft(new ImportCase("", new Docx().Table(
            (string[])["TT", "Trình tự", "Trách nhiệm", "Thời gian"],
            (string[])["1", "Kiểm tra\nNếu đạt chuyển bước 3, không đạt chuyển bước 4.", "Chuyên viên", "1 giờ"],
            (string[])["2", "Bổ sung", "Chuyên viên", "1 giờ"],
            (string[])["3", "Ký", "Chủ tịch", "1 giờ"],
            (string[])["4", "Trả kết quả", "Bộ phận Một cửa", ""]), []));

        var version = ContentReading.Read("QT-99", 1, draft.Content, Today).Version!;
        Assert.That(version.Steps.Rows[0].Outcomes.Select(outcome => outcome.Next[0]), Is.EquivalentTo(new[] { 2, 3, 4 }));
        Assert.That(draft.Remarks.Where(remark => remark.Step == 2).Select(remark => remark.Message.Vi), Has.Some.Contains("nối từ bước ngay trước"));
    }

    [Test]
    public void The_same_document_makes_the_same_draft()
    {
        var document = DocumentLayouts.FullDocument.Of(GoldProcedures.Permit);

        var again = Draft(document).Content;

        Assert.That(Draft(document).Content, Is.EqualTo(again));
    }

    private static ProcedureVersion Version(ImportCase document) => ContentReading.Read("QT-99", 1, Draft(document).Content, Today).Version!;

    private static ImportedDraft Draft(ImportCase document) => ImportedDraft.Of(
        ReadWordProcedure.Run(new MemoryStream(document.Docx.ToBytes()), []), "QT-99", new Text("Quy trình thử", "Trial"), Today);
}
