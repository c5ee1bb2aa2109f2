using System.Security.Cryptography;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Storage;

public sealed class AttachmentTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 "u8, .. RandomNumberGenerator.GetBytes(300_000)];

    private TestOffice _office = null!;
    private AttachmentStore _store = null!;

    [SetUp]
    public async Task Start()
    {
        _office = await TestOffice.Start(DatabaseKind.Sqlite, TestFacts.Configure);
        _store = _office.Get<AttachmentStore>();
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task A_file_is_kept_under_the_hash_of_its_bytes()
    {
        var stored = await _store.Store(new MemoryStream(Pdf), "Đơn đề nghị.pdf", default);

        Assert.That(stored, Is.EqualTo(new StoredFile(Convert.ToHexStringLower(SHA256.HashData(Pdf)), "Đơn đề nghị.pdf", "application/pdf", Pdf.Length)));
        await using var read = _store.Open(stored.Sha256);
        var bytes = new MemoryStream();
        await read.CopyToAsync(bytes);
        Assert.That(bytes.ToArray(), Is.EqualTo(Pdf));
    }

    [Test]
    public async Task The_same_file_twice_is_kept_once()
    {
        var first = await _store.Store(new MemoryStream(Pdf), "a.pdf", default);
        var second = await _store.Store(new MemoryStream(Pdf), "b.pdf", default);

        Assert.That(second.Sha256, Is.EqualTo(first.Sha256));
        Assert.That(Files(), Has.Length.EqualTo(1));
    }

    [TestCase("virus.exe", "file-type")]
    [TestCase("picture.png", "file-type")]
    [TestCase("no-extension", "file-type")]
    public async Task A_file_is_judged_by_its_bytes_and_its_name(string name, string code)
    {
        var refusal = await Assert.ThrowsAsync<RejectedException>(() => _store.Store(new MemoryStream(Pdf), name, default));

        Assert.That(refusal!.Code, Is.EqualTo(code));
        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing()
    {
        var small = new AttachmentStore(_office.Options with { MaxAttachmentBytes = 100_000 });

        var refusal = await Assert.ThrowsAsync<RejectedException>(() => small.Store(new MemoryStream(Pdf), "a.pdf", default));

        Assert.That(refusal!.Code, Is.EqualTo("file-too-large"));
        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task An_empty_file_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<RejectedException>(() => _store.Store(new MemoryStream(), "a.pdf", default));

        Assert.That(refusal!.Code, Is.EqualTo("file-empty"));
    }

    [Test]
    public async Task Files_without_a_row_are_cleaned_up_after_a_day()
    {
        var kept = await _store.Store(new MemoryStream(Pdf), "kept.pdf", default);
        await _store.Store(new MemoryStream([.. "%PDF-1.7 lost"u8]), "lost.pdf", default);
        await _office.Runner.Run(
            new StepRequest(TestOffice.Agency, _office.NewId(), "c1", "an"),
            step =>
            {
                step.Record(new NoteTaken("attach", 1));
                step.Insert(new AttachmentRow
                {
                    AgencyId = step.AgencyId,
                    Id = RowId.New(step.Now),
                    InstanceId = step.InstanceId,
                    Name = kept.Name,
                    Sha256 = kept.Sha256,
                    ContentType = kept.ContentType,
                    Size = kept.Size,
                    AddedAt = step.Now,
                    AddedBy = step.Actor,
                });
            },
            default);

        _office.Clock.Now = TimeProvider.System.GetUtcNow();
        Assert.That(await _office.Get<AttachmentCleanup>().Run(default), Is.Zero, "somebody may still be filling in the form");
        _office.Clock.Advance(TimeSpan.FromDays(2));

        Assert.That(await _office.Get<AttachmentCleanup>().Run(default), Is.EqualTo(1));
        Assert.That(Files().Select(f => Path.GetFileName(Path.GetDirectoryName(f)) + Path.GetFileName(f)), Is.EqualTo(new[] { kept.Sha256 }));
    }

    private string[] Files()
    {
        var root = Path.Combine(_office.Options.DataDirectory, "attachments");
        return Directory.Exists(root) ? Directory.GetFiles(root, "*", SearchOption.AllDirectories) : [];
    }
}
