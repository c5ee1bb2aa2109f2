using System.Text;
using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>A permit for works waits for the opinion of another agency; whoever works on it records the answer.</summary>
public sealed class OutsideEventTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly object Opinion = new { opinionNumber = "214/PC07", opinionOn = "02/11/2026", opinionPosition = "agreed" };

    private DossierBed _bed = null!;
    private string _id = null!;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(Kind);
        _id = (await _bed.Receive(form => Samples.Works(form.DossierId))).InstanceId;
        await _bed.Complete(_id, "assign", "head", "Assigned");
        await _bed.Complete(_id, "appraise", "specialist", "Valid", new
        {
            planConform = true,
            density = "60",
            needsOpinion = true,
            opinionAgency = "Phòng Cảnh sát phòng cháy, chữa cháy",
            opinionLetter = "31/UBND-KT",
        });
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task The_dossier_says_what_it_waits_for_until_when_and_who_may_record_it()
    {
        var wait = (await View("specialist")).Outside.Single();

        Assert.That((wait.ActivityId, wait.Event, wait.MayRecord), Is.EqualTo(("consult", "opinion", true)));
        // Twelve calendar days from Monday 02/11 end on Saturday 14/11 and so on Monday 16/11.
        Assert.That(wait.DueAt, Is.EqualTo(new DateTimeOffset(2026, 11, 16, 10, 0, 0, TimeSpan.Zero)));
        Assert.That((await View("auditor")).Outside.Single().MayRecord, Is.False);
    }

    [Test]
    public async Task The_recorded_answer_goes_on_and_is_read_with_its_paper()
    {
        var file = await _bed.Office.Get<AttachmentStore>()
            .Store(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")), "y kien.pdf", default);

        await Record("specialist", Opinion, [new IncomingFile(file, null)]);

        var view = await View("specialist");
        var answer = view.Answers.Single();
        Assert.That((answer.From.Vi, answer.Outcome.Vi), Is.EqualTo(("Đặng Quốc Bảo", "Đã nhận")));
        Assert.That(
            answer.Facts.Select(fact => $"{fact.Key.Vi}: {fact.Value.Vi}"),
            Is.EqualTo(new[] { "Số, ký hiệu văn bản trả lời: 214/PC07", "Ngày văn bản trả lời: 02/11/2026", "Ý kiến: Đồng ý" }));
        Assert.That(view.Papers.Select(paper => paper.Name), Is.EqualTo(new[] { "y kien.pdf" }));
        Assert.That(view.Outside, Is.Empty);
    }

    [Test]
    public async Task What_the_form_asks_for_is_checked_and_nothing_is_written()
    {
        var refusal = await Refused(() => Record("specialist", new { opinionNumber = "214/PC07", opinionPosition = "perhaps" }, []));

        Assert.That(refusal.Code, Is.EqualTo("form-invalid"));
        Assert.That(refusal.Fields.Keys, Is.EquivalentTo(new[] { "opinionOn", "opinionPosition" }));
        Assert.That((await View("specialist")).Outside, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_two_who_record_it_the_second_is_told_that_it_is_awaited_no_more()
    {
        await Record("specialist", Opinion, []);

        Assert.That((await Refused(() => Record("head", Opinion, []))).Code, Is.EqualTo("event-not-awaited"));
    }

    [TestCase("admin", "sod-7")]
    [TestCase("auditor", "not-allowed")]
    [TestCase("clerk", "not-allowed")]
    public async Task Who_does_not_work_on_the_dossier_records_nothing(string person, string code) =>
        Assert.That((await Refused(() => Record(person, Opinion, []))).Code, Is.EqualTo(code));

    [TestCase(Pauses.Supplement)]
    [TestCase(Pauses.Payment)]
    public void What_has_a_command_of_its_own_is_not_recorded_past_it(string waitsFor) =>
        Assert.That(OutsideWait.IsRecorded(new EventWait("paid", null, Clocks.Pauses, waitsFor, null)), Is.False);

    private async Task<DossierView> View(string person)
    {
        var actor = await _bed.As(person);
        return (await _bed.Run<FindDossier, DossierView?>(find => find.Run(actor, _id, default)))!;
    }

    private async Task Record(string person, object values, IReadOnlyList<IncomingFile> files)
    {
        var actor = await _bed.As(person);
        var form = new OutsideEvent(_id, "opinion", JsonSerializer.SerializeToElement(values), files, _bed.NewCommand());
        await _bed.Run<ReceiveOutsideEvent, StepResult>(receive => receive.Run(actor, form, default));
    }

    private static async Task<RejectedException> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RejectedException>(act))!;
}
