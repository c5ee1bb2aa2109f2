using IsoE.Office.Messages;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Messages;

public sealed class MessageTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_notice_of_the_procedure_reaches_the_applicant_once()
    {
        var id = await AskForSupplement("dao@example.vn");

        await Deliver();
        await Deliver();

        var message = (await Messages(id)).Single();
        Assert.That((message.Status, message.SentTo), Is.EqualTo((MessageState.Sent, "dao@example.vn")));
        var mails = Directory.GetFiles(Path.Combine(_bed.Office.Options.DataDirectory, "outgoing"), "*.eml");
        Assert.That(mails, Has.Length.EqualTo(1));
        Assert.That(await File.ReadAllTextAsync(mails[0]), Does.Contain("dao@example.vn").And.Contain(message.Id));
    }

    [Test]
    public async Task A_notice_to_somebody_without_an_address_says_so()
    {
        var id = await AskForSupplement(null);

        await Deliver();

        var message = (await Messages(id)).Single();
        Assert.That((message.Status, message.SentAt), Is.EqualTo((MessageState.NoAddress, (DateTimeOffset?)null)));
    }

    private async Task<string> AskForSupplement(string? email)
    {
        var id = (await _bed.Receive(reception => reception with { Applicant = reception.Applicant with { Email = email } })).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "NeedsSupplement", Dossiers.Samples.Supplement);
        return id;
    }

    private async Task Deliver()
    {
        while (await _bed.Office.Get<OutboxDispatcher>().DeliverPending(default) > 0)
        {
        }
    }

    private async Task<IReadOnlyList<MessageRow>> Messages(string dossierId)
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<MessageRow>().IgnoreQueryFilters().Where(message => message.InstanceId == dossierId).ToListAsync();
    }
}
