using System.Diagnostics;
using System.Text;
using IsoE.Office.Evidence;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Records;
using IsoE.Verifier;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Evidence;

public sealed class PackTests
{
    private DossierBed _bed = null!;
    private string _first = null!;
    private string _code = null!;
    private byte[] _early = null!;
    private byte[] _pack = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(DatabaseKind.Sqlite);
        var dossier = await _bed.Receive();
        (_first, _code) = (dossier.InstanceId, dossier.Code);
        await _bed.Complete(_first, "appraise", "specialist", "Eligible", Samples.Eligible);
        _early = await _bed.Seal();
        await _bed.Complete(_first, "sign", "head", "Signed");
        var second = await _bed.Receive();
        _bed.Clock.Advance(TimeSpan.FromHours(1));
        _pack = await Export(_code, second.InstanceId);
        Directory.CreateDirectory(Seen);
        await File.WriteAllBytesAsync(Path.Combine(Seen, "pack.pdf"), _pack);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    private static string Seen => Path.Combine(TestContext.CurrentContext.WorkDirectory, "documents-seen");

    [Test]
    public void A_pack_stands_before_the_verifier_and_a_seal_kept_outside()
    {
        var findings = Pack.Check(_pack, _early);

        Assert.That(findings.Wrong, Is.Empty);
        Assert.That(findings.Notes.Select(note => note.En), Has.Some.Contains("fits the seal 1").And.Some.Contains("2 dossiers"));
    }

    [Test]
    public async Task What_the_system_packs_by_itself_holds_no_confidential_dossier()
    {
        var secret = await _bed.Receive(_ => Samples.Denunciation(_bed.Office.NewId()));

        var refused = await Assert.ThrowsAsync<RejectedException>(() => _bed.Run<ExportPack>(
            export => export.Run(Actor.OfSystem(DossierBed.Ward), [secret.Code], "vi", Stream.Null, default)));

        Assert.That(refused!.Code, Is.EqualTo("sod-10"));
    }

    [Test]
    public void Without_anything_outside_the_verifier_says_what_it_did_not_check()
    {
        var findings = Pack.Check(_pack);

        Assert.That(findings.Wrong, Is.Empty);
        Assert.That(findings.Notes.Select(note => note.En), Has.Some.Contains("Not held against anything outside"));
    }

    [Test]
    public async Task A_seal_that_the_pack_cannot_be_compared_with_is_neither_accused_nor_passed()
    {
        _bed.Clock.Advance(TimeSpan.FromHours(1));
        var later = await _bed.Seal();

        var findings = Pack.Check(_pack, later);

        Assert.That(findings.Wrong, Is.Empty);
        Assert.That(findings.Open.Single().En, Does.Contain("newer than the pack"));
        Assert.That(Verify(_early), Is.EqualTo(0));
        Assert.That(Verify(later), Is.EqualTo(3));
        Assert.That(Verify(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_early).Replace("\"size\":", "\"size\":1", StringComparison.Ordinal))), Is.EqualTo(1));
    }

    [Test]
    public void People_read_it_as_a_report()
    {
        var text = PdfText.Of(_pack);

        Assert.That(text, Does.Contain("GÓI BẰNG CHỨNG").IgnoreCase);
        Assert.That(text, Does.Contain(_code));
        Assert.That(text, Does.Contain("IsoE.Verifier"));
    }

    [Test]
    public void Other_programs_find_the_embedded_files_and_no_fault()
    {
        Assert.That(Tool("qpdf", "--check"), Does.Contain("No syntax or stream encoding errors found"));
        var list = Tool("pdfdetach", "-list");
        foreach (var name in new[] { $"{_code}.history.json", $"{_code}.dossier.pdf", $"{_code}.receipt-", "history.xes", "seal.json", "manifest.json" })
            Assert.That(list, Does.Contain(name));
    }

    [Test]
    public void Each_of_many_changed_bytes_is_found()
    {
        var random = new Random(20261126);
        for (var round = 0; round < 60; round++)
        {
            var changed = (byte[])_pack.Clone();
            var place = round < 20 ? changed.Length - 1 - random.Next(2000) : random.Next(changed.Length);
            changed[place] ^= (byte)(1 << random.Next(8));

            Assert.That(Pack.Check(changed).Wrong, Is.Not.Empty, $"byte {place}");
        }
    }

    [TestCase(0)]
    [TestCase(7)]
    [TestCase(2000)]
    public void What_is_cut_off_or_added_at_the_end_is_found(int left)
    {
        Assert.That(Pack.Check(_pack[..left]).Wrong, Is.Not.Empty);
        Assert.That(Pack.Check(_pack[..^(left + 1)]).Wrong, Is.Not.Empty);
        Assert.That(Pack.Check([.. _pack, .. Encoding.ASCII.GetBytes("1 0 obj\n<< >>\nendobj\n")]).Wrong, Is.Not.Empty);
    }

    [Test]
    public async Task A_seal_of_another_agency_or_with_another_key_does_not_vouch_for_it()
    {
        var json = Encoding.UTF8.GetString(_early);

        Assert.That(En(Pack.Check(_pack, Encoding.UTF8.GetBytes(json.Replace(DossierBed.Ward, DossierBed.OtherCommune, StringComparison.Ordinal)))), Does.Contain("another agency"));
        Assert.That(En(Pack.Check(_pack, Encoding.UTF8.GetBytes(json.Replace("\"size\":", "\"size\":1", StringComparison.Ordinal)))), Does.Contain("was changed"));
        Assert.That(En(Pack.Check(_pack, "{}"u8.ToArray())), Does.Contain("cannot be read"));
        Assert.That(En(Pack.Check(_pack, fingerprint: new string('0', 64))), Does.Contain("published key"));
        var file = await _bed.Run<ReadSeals, SealFile>(async read => await read.File(await _bed.As("auditor"), 1, default));
        Assert.That(Pack.Check(_pack, fingerprint: file.Key.ToUpperInvariant()).Wrong, Is.Empty);
    }

    [Test]
    public async Task A_dossier_whose_data_the_law_had_erased_is_still_proved()
    {
        var id = (await _bed.Receive()).InstanceId;
        await Export(id);
        await _bed.Office.Runner.Run(
            new StepRequest(DossierBed.Ward, id, "erase", "auditor") { Also = [typeof(HistoryRow)] },
            step => step.EraseHistory([3], [], "Luật 91/2025/QH15"),
            default);
        _bed.Clock.Advance(TimeSpan.FromHours(1));

        Assert.That(Pack.Check(await Export(id), _early).Wrong, Is.Empty);
    }

    [Test]
    public void Only_auditors_export_and_what_they_ask_for_must_be_there()
    {
        Assert.That(async () => await ExportBy("reception", _first), Throws.InstanceOf<RejectedException>().With.Property("Code").EqualTo("not-allowed"));
        Assert.That(async () => await Export("H29.150-000000-0000"), Throws.InstanceOf<RejectedException>().With.Property("Code").EqualTo("dossier-unknown"));
        Assert.That(async () => await Export(" "), Throws.InstanceOf<RejectedException>().With.Property("Code").EqualTo("no-dossiers"));
    }

    [Test]
    public async Task A_published_seed_draws_the_same_dossiers_for_everybody()
    {
        for (var i = 0; i < 4; i++) await _bed.Receive();
        var actor = await _bed.As("auditor");
        Task<DrawnSample> Draw(DateOnly from, DateOnly to) => _bed.Run<DrawSample, DrawnSample>(
            draw => draw.Run(actor, new SampleWish(from, to, null, null, 3, "XSKT 26/11/2026: 48291"), default));
        Task<DrawnSample> InNovember() => Draw(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));

        var (drawn, again) = (await InNovember(), await InNovember());

        Assert.That(drawn.Dossiers, Has.Count.EqualTo(3));
        Assert.That(again.Dossiers, Is.EqualTo(drawn.Dossiers));
        Assert.That(
            async () => await Draw(new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 2)),
            Throws.InstanceOf<RejectedException>().With.Property("Code").EqualTo("sample-empty"));
    }

    private static string En(Findings findings) => string.Join('\n', findings.Wrong.Select(wrong => wrong.En));

    private Task<byte[]> Export(params string[] codes) => _bed.Export(codes);

    private Task<byte[]> ExportBy(string person, params string[] codes) => _bed.Export(codes, person);

    /// <summary>The exit code of the verifier as people start it.</summary>
    private static int Verify(byte[] seal)
    {
        var kept = Path.Combine(Seen, "seal.json");
        File.WriteAllBytes(kept, seal);
        var start = new ProcessStartInfo("dotnet", [typeof(Pack).Assembly.Location, Path.Combine(Seen, "pack.pdf"), "--seal", kept]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string Tool(string program, string option)
    {
        var start = new ProcessStartInfo(program, [option, Path.Combine(Seen, "pack.pdf")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
