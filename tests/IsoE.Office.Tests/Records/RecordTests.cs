using IsoE.Documents.Forms;
using IsoE.Office.Dossiers;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Records;

public sealed class RecordTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_received_dossier_leaves_its_receipt()
    {
        var dossier = await _bed.Receive();

        var receipt = (await Records(dossier.InstanceId)).Single(record => record.Code == RecordCodes.Receipt);
        var text = PdfText.Of((await Open(receipt.Id)).Pdf);

        Assert.That(text, Does.Contain("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ").IgnoreCase);
        Assert.That(text, Does.Contain(dossier.Code));
        Assert.That(text, Does.Contain("Nguyễn Văn Đào"));
        Assert.That(text, Does.Contain("17 giờ 00 phút, ngày 05 tháng 11 năm 2026"));
    }

    [Test]
    public async Task The_hash_of_a_printed_record_stands_in_the_history_and_the_record_is_printed_once()
    {
        var dossier = await _bed.Receive();
        var receipt = (await Records(dossier.InstanceId)).Single(record => record.Code == RecordCodes.Receipt);

        var first = await Open(receipt.Id);
        var second = await Open(receipt.Id);

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first.Pdf));
        var printed = (await _bed.Facts(dossier.InstanceId)).OfType<RecordPrinted>().ToList();
        Assert.That(printed.Select(fact => (fact.RecordId, fact.Sha256)), Is.EqualTo(new[] { (receipt.Id, hash) }));
        Assert.That((await Records(dossier.InstanceId)).Single(record => record.Id == receipt.Id).Sha256, Is.EqualTo(hash));
        Assert.That(second.Pdf, Is.EqualTo(first.Pdf));
    }

    [Test]
    public async Task Records_are_printed_by_the_outbox_after_the_step()
    {
        var dossier = await _bed.Receive();

        await _bed.Office.Get<OutboxDispatcher>().DeliverPending(default);

        Assert.That((await Records(dossier.InstanceId)).Select(record => record.Sha256), Has.None.Null);
    }

    [Test]
    public async Task A_supplement_request_lists_what_the_specialist_asked_for()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "NeedsSupplement", Dossiers.Samples.Supplement);

        var request = (await Records(id)).Single(record => record.Code == RecordCodes.SupplementRequest);
        var text = PdfText.Of((await Open(request.Id)).Pdf);

        Assert.That(text, Does.Contain("Hợp đồng thuê nhà"));
        Assert.That(text, Does.Contain("Bản sao căn cước"));
        Assert.That(text, Does.Contain("NĐ 168/2025"));
    }

    [Test]
    public async Task A_record_shows_the_dossier_as_it_stood_when_it_was_issued()
    {
        var dossier = await _bed.Receive();
        var id = dossier.InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "NeedsSupplement", Dossiers.Samples.Supplement);
        var receipt = (await Records(id)).Single(record => record.Code == RecordCodes.Receipt);

        var text = PdfText.Of((await Open(receipt.Id)).Pdf);

        Assert.That(text, Does.Contain("ngày 05 tháng 11 năm 2026"), "the first promised date, not a later one");
    }

    [Test]
    public async Task The_quality_record_names_every_step_and_confirms_the_chain()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Dossiers.Samples.Eligible);
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "clerk", "Issued", Dossiers.Samples.Issuing);
        await _bed.Complete(id, "return", "return", "Returned", Dossiers.Samples.Returning);
        var actor = await _bed.As("auditor");

        var printed = await _bed.Run<PrintDossierRecord, PrintedDocument>(print => print.Run(actor, id, default));
        var text = PdfText.Of(printed.Pdf);

        foreach (var person in new[] { "Nguyễn Thị Mai", "Đặng Quốc Bảo", "Đỗ Văn Thành", "Lý Thị Hạnh", "Lê Thị Hoa" })
            Assert.That(text, Does.Contain(person));
        Assert.That(text, Does.Contain("khớp hoàn toàn"));
    }

    [Test]
    public async Task The_control_sheet_has_a_line_for_each_hand_over()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Dossiers.Samples.Eligible);
        var actor = await _bed.As("specialist");

        var text = PdfText.Of((await _bed.Run<PrintControlSheet, PrintedDocument>(print => print.Run(actor, id, default))).Pdf);

        Assert.That(text, Does.Contain("Phiếu kiểm soát quá trình giải quyết hồ sơ").IgnoreCase);
        Assert.That(text, Does.Contain("Đặng Quốc Bảo"));
    }

    [Test]
    public async Task A_refusal_at_the_counter_leaves_the_slip_with_its_reason()
    {
        var actor = await _bed.As("reception");
        var reception = Dossiers.Samples.Business(_bed.Office.NewId());
        var dossier = await _bed.Run<RefuseAtCounter, DossierRow>(
            command => command.Run(actor, reception, "Địa điểm kinh doanh không thuộc địa bàn phường.", default));

        var slip = (await Records(dossier.InstanceId)).Single();
        Assert.That(slip.Code, Is.EqualTo(RecordCodes.CounterRefusal), "and no receipt");
        var text = PdfText.Of((await Open(slip.Id)).Pdf);

        Assert.That(text, Does.Contain("Địa điểm kinh doanh không thuộc địa bàn phường"));
    }

    [Test]
    public async Task The_procedure_document_has_steps_diagram_and_legal_basis([Values("vi", "en")] string language)
    {
        var printed = await _bed.Run<PrintProcedure, PrintedDocument>(
            print => print.Run(DossierBed.Ward, "1.013225", 1, language, ProcedureStyle.Flowchart, default));

        var text = PdfText.Of(printed.Pdf);

        Assert.That(text, Does.Contain("50/2014/QH13"));
        Assert.That(text, Does.Contain(language == "vi" ? "Kiểm tra thực địa" : "inspection").IgnoreCase);
    }

    [Test]
    public void An_unknown_record_is_rejected() =>
        Assert.That(
            async () => await Open("khong-co"),
            Throws.TypeOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo("record-unknown"));

    private async Task<PrintedDocument> Open(string recordId)
    {
        var actor = await _bed.As("reception");
        return await _bed.Run<OpenRecord, PrintedDocument>(open => open.Run(actor, recordId, default));
    }

    private async Task<IReadOnlyList<RecordRow>> Records(string dossierId)
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<RecordRow>().IgnoreQueryFilters().Where(record => record.InstanceId == dossierId)
            .OrderBy(record => record.Sequence).ToListAsync();
    }
}
