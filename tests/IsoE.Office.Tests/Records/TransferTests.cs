using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Office.Storage;
using IsoE.Office.Tests.DocumentControl;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.Verifier;
using IsoE.Workflows;
using static IsoE.Office.Tests.TestBed.Refusal;

namespace IsoE.Office.Tests.Records;

/// <summary>Dossiers handed over to the archive.</summary>
public sealed class TransferTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task End() => await _bed.DisposeAsync();

    [Test]
    public async Task The_package_holds_everything_of_its_dossiers_and_checks_without_IsoE()
    {
        var dossier = await _bed.Withdrawn();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(1);
        var id = await Prepare();

        var folder = Directory.CreateTempSubdirectory("isoe-handover-");
        try
        {
            await Unpack(id, folder.FullName);

            Assert.That(Run("sha256sum", folder.FullName, "--check", "--quiet", "SHA256SUMS"), Is.Zero);
            Assert.That(Pack.Check(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "bang-chung.pdf"))).Wrong.Select(wrong => wrong.En), Is.Empty);
            var register = PdfText.Of(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "muc-luc.pdf")));
            Assert.That(register, Does.Contain("MỤC LỤC HỒ SƠ NỘP LƯU").And.Contain(dossier.Code).And.Contain("Lý Thị Hạnh").And.Not.Contain("Đào"));
            using var metadata = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, dossier.Code, "metadata.json")));
            Assert.That(metadata.RootElement.GetProperty("code").GetString(), Is.EqualTo(dossier.Code));
            Assert.That(metadata.RootElement.GetProperty("keptUntil").GetString(), Is.EqualTo("2036-11-02"));
            Assert.That(metadata.RootElement.GetProperty("creator").GetString(), Is.EqualTo("Nguyễn Thị Mai"));
            foreach (var file in metadata.RootElement.GetProperty("files").EnumerateArray())
            {
                var bytes = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, file.GetProperty("name").GetString()!));
                Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(file.GetProperty("sha256").GetString()));
            }

            var names = metadata.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()).ToList();
            Assert.That(names, Has.Some.Contains("/ho-so/").And.Some.Contains("/giay-to/").And.Some.EndsWith("/lich-su.json").And.Some.EndsWith("/ho-so-chat-luong.pdf"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Another_person_acknowledges_the_very_package_and_every_dossier_is_told()
    {
        var dossier = await _bed.Withdrawn();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(1);
        var id = await Prepare();
        var hash = (await View(id)).Transfer.PackageSha256!;

        Assert.That(() => Receive(id, hash, "clerk"), Rejected("sod-2"));
        Assert.That(() => Receive(id, hash, "qmr"), Rejected("not-allowed"));
        Assert.That(() => Receive(id, new string('0', 64)), Rejected("package-differs"));
        await Receive(id, hash.ToUpperInvariant());

        Assert.That((await View(id)).Transfer.Status, Is.EqualTo(TransferStatus.Received));
        var told = (await _bed.Facts(dossier.InstanceId)).OfType<DossierHandedOver>().Single();
        Assert.That((told.Archive, told.HandedOverBy, told.ReceivedBy, told.PackageSha256), Is.EqualTo(("Lưu trữ lịch sử tỉnh", "Lý Thị Hạnh", "Cao Thị Yến", hash)));
        Assert.That(() => Package(id), Rejected("package-gone"));
        Assert.That(Directory.EnumerateFiles(Path.Combine(_bed.Office.Options.DataDirectory, "handover")), Is.Empty);
        Assert.That(await Due(), Is.Empty, "it is handed over once");
    }

    [Test]
    public async Task What_was_sent_back_can_be_handed_over_again()
    {
        await _bed.Withdrawn();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(1);
        var id = await Prepare();
        Assert.That(await Due(), Is.Empty);

        await SendBack(id);

        Assert.That((await View(id)).Transfer.Note, Is.EqualTo("Thiếu bản giấy"));
        Assert.That(await Due(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_hand_over_whose_package_cannot_be_made_is_given_up()
    {
        var dossier = await _bed.Withdrawn();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(1);
        File.Delete(_bed.PathOf((await _bed.Files(dossier.InstanceId))[0]));
        var id = await Prepare();
        Assert.That((await View(id)).Transfer.Status, Is.EqualTo(TransferStatus.Preparing));

        Assert.That(() => Receive(id, new string('0', 64)), Rejected("package-not-made"));
        Assert.That(() => SendBack(id, "clerk"), Rejected("sod-2"));
        await SendBack(id);

        Assert.That((await View(id)).Transfer.Status, Is.EqualTo(TransferStatus.SentBack));
        Assert.That(await Due(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_is_sent_back_while_it_is_being_packed_stays_sent_back()
    {
        await _bed.Withdrawn();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(1);
        var id = await Ask();
        var packing = Task.Run(_bed.Settle);
        while (!packing.IsCompleted && !File.Exists(PackageOf(id))) await Task.Delay(1);

        await SendBack(id);
        await packing;

        Assert.That((await View(id)).Transfer.Status, Is.EqualTo(TransferStatus.SentBack));
        Assert.That(File.Exists(PackageOf(id)), Is.False);
    }

    [Test]
    public async Task Open_and_confidential_dossiers_and_those_with_time_left_are_not_due()
    {
        await _bed.Receive();
        await _bed.Receive(_ => Samples.Denunciation(_bed.Office.NewId()));
        var ended = await _bed.Withdrawn(form => form with { DuplicateReason = "Nộp lại" });
        Assert.That(await Due(), Is.Empty, "a year is left");
        _bed.Clock.Now = _bed.Clock.Now.AddYears(1);

        Assert.That((await Due()).Select(each => each.Dossier.Code), Is.EqualTo(new[] { ended.Code }));
    }

    [Test]
    public async Task A_hand_over_holds_500_dossiers()
    {
        var dossier = await _bed.Withdrawn();
        var copies = await _bed.Copies(dossier, 501);
        _bed.Clock.Now = _bed.Clock.Now.AddYears(1);
        var clerk = await _bed.As("clerk");

        var due = (await Due()).Select(each => each.Dossier.Code).ToList();

        Assert.That(due, Has.Count.EqualTo(500));
        Assert.That(due, Does.Not.Contain(copies[^1].Code));
        Assert.That(
            () => _bed.Run<PrepareTransfer, string>(prepare => prepare.Run(clerk, Before, [.. copies.Select(copy => copy.InstanceId)], "Lưu trữ", _bed.NewCommand(), default)),
            Rejected("too-many-dossiers"));
    }

    [Test]
    public async Task Both_lists_count_the_files_of_a_dossier_alike()
    {
        var dossier = await _bed.Withdrawn();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(11);
        var clerk = await _bed.As("clerk");

        var disposal = (await _bed.Run<DueDossiers, IReadOnlyList<DueDossier>>(due => due.Run(clerk, DateOnly.FromDateTime(_bed.Clock.Now.UtcDateTime), default))).Single();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(-10);
        var transfer = (await Due()).Single();

        Assert.That((disposal.Kept.Files, transfer.Kept.Files), Is.EqualTo(((await _bed.Files(dossier.InstanceId)).Count, (await _bed.Files(dossier.InstanceId)).Count)));
    }

    [Test]
    public async Task While_the_archive_has_not_answered_the_dossier_is_not_destroyed()
    {
        var dossier = await _bed.Withdrawn();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(1);
        await Prepare();
        _bed.Clock.Now = _bed.Clock.Now.AddYears(10);

        var obstacle = await _bed.Run<FindObstacle, Text?>(find => find.Find(dossier, DisposalKind.Disposal, DateOnly.FromDateTime(_bed.Clock.Now.UtcDateTime), default));

        Assert.That(obstacle!.En, Does.Contain("the archive has not acknowledged it"));
    }

    private static int Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private async Task Unpack(string id, string folder)
    {
        await using var content = await Package(id);
        using var zip = new ZipArchive(content, ZipArchiveMode.Read);
        zip.ExtractToDirectory(folder);
    }

    private async Task<Stream> Package(string id)
    {
        var actor = await _bed.As("iso");
        return await _bed.Run<ReadTransfers, Stream>(async read => (await read.Package(actor, id, default)).Content);
    }

    private async Task<IReadOnlyList<DueTransfer>> Due()
    {
        var clerk = await _bed.As("clerk");
        return await _bed.Run<DueTransfers, IReadOnlyList<DueTransfer>>(due => due.Run(clerk, Before, default));
    }

    private DateOnly Before => DateOnly.FromDateTime(_bed.Clock.Now.UtcDateTime).AddDays(30);

    private string PackageOf(string id) => Path.Combine(_bed.Office.Options.DataDirectory, "handover", $"{id}.zip");

    private async Task<string> Ask()
    {
        var clerk = await _bed.As("clerk");
        var ids = (await Due()).Select(each => each.Dossier.InstanceId).ToList();
        return await _bed.Run<PrepareTransfer, string>(prepare => prepare.Run(clerk, Before, ids, "Lưu trữ lịch sử tỉnh", _bed.NewCommand(), default));
    }

    private async Task<string> Prepare()
    {
        var id = await Ask();
        await _bed.Settle();
        return id;
    }

    private async Task SendBack(string id, string by = "iso")
    {
        var actor = await _bed.As(by);
        await _bed.Run<AnswerTransfer>(answer => answer.SendBack(actor, id, "Thiếu bản giấy", _bed.NewCommand(), default));
        await _bed.Settle();
    }

    private async Task Receive(string id, string hash, string by = "iso")
    {
        var actor = await _bed.As(by);
        await _bed.Run<AnswerTransfer>(answer => answer.Receive(actor, id, hash, null, _bed.NewCommand(), default));
        await _bed.Settle();
    }

    private async Task<TransferView> View(string id)
    {
        var reader = await _bed.As("auditor");
        return await _bed.Run<ReadTransfers, TransferView>(read => read.Get(reader, id, default));
    }
}
