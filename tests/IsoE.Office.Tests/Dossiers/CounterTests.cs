using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tasks;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>What a one-stop counter asks beyond the papers: who it is, whether it is a second time, what is kept, what was received wrongly.</summary>
public sealed class CounterTests
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [TestCase("079085001234", "12/03/1985", null)]
    [TestCase("123456789", null, null)]
    [TestCase("c 1234567", null, null)]
    [TestCase("079085001234", "12/03/1986", "applicant.identityNumber")]
    [TestCase("079385001234", null, "applicant.identityNumber")]
    [TestCase("000085001234", null, "applicant.identityNumber")]
    [TestCase("không nhớ", null, "applicant.identityNumber")]
    [TestCase(null, "03/11/2026", "applicant.birthOn")]
    public async Task An_identity_number_is_one_that_can_be_and_agrees_with_the_date_of_birth(string? number, string? birth, string? field)
    {
        DateOnly? born = birth is null ? null : DateOnly.ParseExact(birth, "dd/MM/yyyy");
        Task Receive() => _bed.Receive(reception => reception with { Applicant = Samples.Applicant with { IdentityNumber = number, BirthOn = born } });
        if (field is null) await Receive();
        else Assert.That((await Assert.ThrowsAsync<RejectedException>(Receive))!.Fields.Keys, Is.EqualTo(new[] { field }));
    }

    [TestCase("NguyÔn V¨n An", "Nguyễn Văn An")]
    [TestCase("Nguyeãn Vaên An", "Nguyễn Văn An")]
    public async Task A_name_in_an_old_encoding_is_refused_with_what_it_seems_to_be(string typed, string meant)
    {
        var refusal = (await Assert.ThrowsAsync<RejectedException>(() =>
            _bed.Receive(reception => reception with { Applicant = Samples.Applicant with { Name = typed } })))!;
        Assert.That(refusal.Fields["applicant.name"].Vi, Does.Contain($"“{meant}”"));
    }

    [TestCase("Nguyễn Văn An")]
    [TestCase("Björn Muñoz")]
    [TestCase("Raúl Nguyễn")]
    public async Task Names_as_people_have_them_are_taken_and_marks_put_together(string name)
    {
        var dossier = await _bed.Receive(reception => reception with { Applicant = Samples.Applicant with { Name = name.Replace("ễ", "ê\u0303") } });
        Assert.That(dossier.ApplicantName, Is.EqualTo(name));
    }

    [Test]
    public async Task A_second_dossier_of_the_same_person_and_procedure_needs_a_reason()
    {
        var first = await _bed.Receive();
        var refusal = (await Assert.ThrowsAsync<RejectedException>(() => _bed.Receive(reception => reception with { DuplicateReason = " " })))!;
        var second = await _bed.Receive(reception => reception with { DuplicateReason = "Hộ thứ hai của con" });

        Assert.That((refusal.Code, refusal.Reason.Vi.Contains(first.Code)), Is.EqualTo(("duplicate-open", true)));
        Assert.That((await _bed.Facts(second.InstanceId)).OfType<DossierReceived>().Single().DuplicateReason, Is.EqualTo("Hộ thứ hai của con"));
        Assert.That((await _bed.Facts(first.InstanceId)).OfType<DossierReceived>().Single().DuplicateReason, Is.Null);
    }

    [Test]
    public void The_code_of_an_identity_card_fills_in_the_person()
    {
        var card = CardScan.Read("079085001234|023456789|Nguyễn Văn Đào|12031985|Nam|12 Lê Lợi, An Hòa Đông|01062021");
        Assert.That(card, Is.EqualTo(new CardScan("079085001234", "Nguyễn Văn Đào", new DateOnly(1985, 3, 12), "12 Lê Lợi, An Hòa Đông")));
        Assert.That(CardScan.Read("079085001234"), Is.Null);
    }

    [Test]
    public async Task A_wrong_receipt_is_superseded_and_its_link_answers_with_the_new_one()
    {
        var wrong = await _bed.Receive();
        var right = await _bed.Receive(reception => reception with { SupersedesId = wrong.InstanceId, SupersedeReason = "Nhầm trường hợp", DuplicateReason = null });
        await _bed.Office.Get<OutboxDispatcher>().DeliverPending(default);

        var old = await _bed.Dossier(wrong.InstanceId);
        Assert.That((old.NationalStatus, old.SupersededByCode, right.SupersedesCode), Is.EqualTo((NationalStatus.Stopped, right.Code, old.Code)));
        Assert.That((await _bed.Tasks(wrong.InstanceId)).Select(task => task.Status), Has.None.EqualTo(TaskState.Open));
        var tracked = await _bed.Run<TrackDossier, PublicDossier?>(track => track.BySecret(wrong.TrackingSecret, default));
        Assert.That((tracked!.SupersededByCode, tracked.SupersededBySecret), Is.EqualTo((right.Code, right.TrackingSecret)));
        var again = (await Assert.ThrowsAsync<RejectedException>(() => _bed.Receive(reception => reception with { SupersedesId = wrong.InstanceId, SupersedeReason = "Nhầm" })))!;
        Assert.That(again.Code, Is.EqualTo("supersede-unknown"));
    }

    [Test]
    public async Task Originals_that_are_kept_are_given_back_before_or_with_the_result()
    {
        var id = (await _bed.Receive(Keeping)).InstanceId;
        await ToReturn(id);
        var reminded = (await Assert.ThrowsAsync<RejectedException>(() => Return(id, form => form)))!;
        await Return(id, form => form with { Originals = ["request"] });

        Assert.That((reminded.Code, reminded.Field), Is.EqualTo(("originals-held", "Originals")));
        Assert.That((await _bed.Facts(id)).OfType<OriginalsReturned>().Single().Receiver, Is.EqualTo("Nguyễn Văn Đào"));
        Assert.That((await _bed.Dossier(id)).HeldOriginals(), Is.Empty);
    }

    [Test]
    public async Task Somebody_else_takes_the_result_by_a_paper_and_with_a_number()
    {
        var id = (await _bed.Receive()).InstanceId;
        await ToReturn(id);
        var without = (await Assert.ThrowsAsync<RejectedException>(() => Return(id, form => form with { Authorisation = "" })))!;
        var nobody = (await Assert.ThrowsAsync<RejectedException>(() => Return(id, form => form with { Authorisation = "GUQ 12 ngày 01/11/2026", ReceiverIdentityNumber = null })))!;
        await Return(id, form => form with { Authorisation = "GUQ 12 ngày 01/11/2026" });

        Assert.That((without.Code, nobody.Code), Is.EqualTo(("authorisation-missing", "receiver-identity")));
        Assert.That((await _bed.Facts(id)).OfType<ResultReturned>().Single().Authorisation, Is.EqualTo("GUQ 12 ngày 01/11/2026"));
    }

    [Test]
    public async Task A_caller_hears_status_and_date_and_more_only_with_the_digits_of_the_phone()
    {
        var dossier = await _bed.Receive();
        var actor = await _bed.As("reception2");
        var found = await _bed.Run<AnswerCaller, IReadOnlyList<CallMatch>>(calls => calls.Find(actor, "dao nguyen", default));
        var unknown = await Answer(null);
        var wrong = (await Assert.ThrowsAsync<RejectedException>(() => Answer("0000")))!;
        var known = await Answer("5678");
        await _bed.Run<AnswerCaller>(calls => calls.Note(actor, dossier.InstanceId, "Khi nào có kết quả", "5678", _bed.NewCommand(), default));

        Assert.That((found.Single().ApplicantName, found.Single().Phone), Is.EqualTo(("Nguyễn V. Đ.", "•••••••678")));
        Assert.That((unknown.Details.Count, unknown.Sentences[1].Vi.Contains("Hẹn trả kết quả lúc 17:00")), Is.EqualTo((0, true)));
        Assert.That(wrong.Code, Is.EqualTo("phone-wrong"));
        Assert.That(known.Details.Select(text => text.Vi), Has.Some.Contains("Còn phải nộp 100.000 đồng"));
        Assert.That((await _bed.Facts(dossier.InstanceId)).OfType<CallAnswered>().Single(), Is.EqualTo(new CallAnswered("Khi nào có kết quả", IsKnown: true)));

        Task<CallAnswer> Answer(string? digits) => _bed.Run<AnswerCaller, CallAnswer>(calls => calls.Answer(actor, dossier.InstanceId, digits, default));
    }

    private static Reception Keeping(Reception reception) =>
        reception with { Components = [new ComponentCheck("request", 1, 0, ComponentStates.Enough, Held: 1)] };

    private async Task ToReturn(string id)
    {
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "clerk", null, Samples.Issuing);
    }

    private async Task Return(string id, Func<ReturnForm, ReturnForm> change)
    {
        var actor = await _bed.As("return");
        var form = new ReturnForm(id, "Nguyễn Văn Đào", "079085001234", ReturnWay.Counter, null, default, _bed.NewCommand());
        await _bed.Run<ReturnResult, StepResult>(command => command.Run(actor, change(form), default));
    }
}
