using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>A marriage certificate is settled when the clerk has sealed it, but handed over only when both have signed.</summary>
public sealed class EarlyReturnTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_settled_result_is_not_handed_over_before_its_return_step()
    {
        var id = await Sealed();

        var refused = (await Assert.ThrowsAsync<RejectedException>(() => Return(id)))!;
        await _bed.Complete(id, "sign-together", "specialist", "BothSigned",
            new { groomPresent = true, bridePresent = true, freeWill = true, signedOn = "02/11/2026" });
        await Return(id);

        Assert.That(refused.Code, Is.EqualTo("return-too-early"));
        Assert.That((await _bed.Dossier(id)).NationalStatus, Is.EqualTo(NationalStatus.Returned));
    }

    private async Task<string> Sealed()
    {
        var id = (await _bed.Receive(Marriage)).InstanceId;
        await _bed.Complete(id, "check", "specialist", "Clear", new { conditionsMet = true, finding = "Chưa đăng ký kết hôn." });
        await _bed.Complete(id, "register", "specialist", "Registered", new { book = "01/2026, số 5" });
        await _bed.Complete(id, "sign", "leader", "Signed");
        await _bed.Complete(id, "issue", "clerk", "Issued", new { number = "87/KH-UBND", issuedOn = "02/11/2026", copies = 2 });
        return id;
    }

    private async Task<StepResult> Return(string id)
    {
        var officer = await _bed.As("return");
        var values = JsonSerializer.SerializeToElement(new { way = "counter", bothReceived = true });
        return await _bed.Run<ReturnResult, StepResult>(command => command.Run(
            officer, new ReturnForm(id, "Trịnh Công Danh", null, ReturnWay.Counter, null, values, _bed.NewCommand()), default));
    }

    private static Reception Marriage(Reception reception) => reception with
    {
        ProcedureCode = "1.000894",
        CaseId = "standard",
        Form = JsonSerializer.SerializeToElement(new
        {
            groomName = "Trịnh Công Danh",
            groomIdentity = "079094021111",
            groomDateOfBirth = "12/04/1994",
            groomEthnicity = "Kinh",
            groomResidence = "101 Lê Lợi",
            groomStatus = "single",
            brideName = "Nguyễn Ngọc Diễm",
            brideIdentity = "079197022222",
            brideDateOfBirth = "30/08/1997",
            brideEthnicity = "Kinh",
            brideResidence = "14 Nguyễn Du",
            brideStatus = "single",
            statusKnown = true,
            residenceKnown = true,
            foreignPapers = false,
        }),
        Components =
        [
            new ComponentCheck("form", 1, 0, ComponentStates.Enough),
            new ComponentCheck("identities", 2, 0, ComponentStates.Enough),
        ],
    };
}
