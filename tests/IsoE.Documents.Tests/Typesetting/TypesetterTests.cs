using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Documents.Tests.Forms;
using IsoE.Documents.Typesetting;

namespace IsoE.Documents.Tests.Typesetting;

public sealed class TypesetterTests
{
    // About a second of computing, in pieces that the compiler does not take for an endless loop.
    private const string Slow = "#let render(d, job) = { let x = 0; for i in range(1500) { for j in range(d.rounds) { x += calc.rem(i * j, 7) } }; [Xong #x] }";

    private string _overrides = "";

    [SetUp]
    public void Make() => _overrides = Directory.CreateTempSubdirectory("templates-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(_overrides, recursive: true);

    [Test]
    public async Task Two_workers_give_the_same_bytes()
    {
        await using var first = new Typesetter(new TypesetterOptions());
        await using var second = new Typesetter(new TypesetterOptions());
        var job = ProcedureSample.Permit().ToJob(Documents.At);

        var one = await first.Render(job, CancellationToken.None);
        var other = await second.Render(job, CancellationToken.None);

        Assert.That(other, Is.EqualTo(one));
    }

    [Test]
    public async Task A_worker_killed_in_the_middle_loses_nothing()
    {
        await using var typesetter = Over("slow", Slow);
        var job = Job("slow", """{ "rounds": 2000 }""");
        var undisturbed = await typesetter.Render(job, CancellationToken.None);

        var killed = typesetter.Render(job with { Data = Json("""{ "rounds": 2000, "again": 1 }""") }, CancellationToken.None);
        var victim = await Busy(typesetter);
        Process.GetProcessById(victim).Kill();
        var pdf = await killed;

        Assert.That(Pdf.Text(pdf), Is.EqualTo(Pdf.Text(undisturbed)).And.Contain("Xong"));
        Assert.That(typesetter.BusyProcesses, Is.Empty);
    }

    [Test]
    public async Task A_job_that_kills_two_workers_is_given_up()
    {
        await using var typesetter = Over("slow", Slow);
        var doomed = typesetter.Render(Job("slow", """{ "rounds": 20000 }"""), CancellationToken.None);

        var first = await Busy(typesetter);
        Process.GetProcessById(first).Kill();
        var second = await Busy(typesetter, but: first);
        Process.GetProcessById(second).Kill();

        var failed = await Assert.ThrowsAsync<DocumentFailedException>(() => doomed);
        Assert.That(failed!.Message, Does.Contain("ended twice"));
    }

    [Test]
    public async Task A_job_that_hangs_is_ended_and_the_next_one_runs()
    {
        await using var typesetter = Over("slow", Slow, TimeSpan.FromSeconds(2));
        var clock = Stopwatch.StartNew();

        var failed = await Assert.ThrowsAsync<DocumentFailedException>(() => typesetter.Render(Job("slow", """{ "rounds": 1000000 }"""), CancellationToken.None));

        Assert.That(failed!.Message, Does.Contain("not ready within 2 seconds"));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        Assert.That(Pdf.Text(await typesetter.Render(Job("slow", """{ "rounds": 1 }"""), CancellationToken.None)), Does.Contain("Xong"));
    }

    [Test]
    public async Task A_job_that_takes_too_much_memory_is_ended()
    {
        Write("slow", Slow);
        await using var typesetter = new Typesetter(new TypesetterOptions { OverridesFolder = _overrides, MemoryLimit = 1 << 20 });

        var failed = await Assert.ThrowsAsync<DocumentFailedException>(() => typesetter.Render(Job("slow", """{ "rounds": 20000 }"""), CancellationToken.None));

        Assert.That(failed!.Message, Does.Contain("memory").And.Contain("volumes"));
    }

    [Test]
    public async Task A_cancelled_job_frees_its_worker()
    {
        await using var typesetter = Over("slow", Slow);
        using var cancel = new CancellationTokenSource();

        var job = typesetter.Render(Job("slow", """{ "rounds": 20000 }"""), cancel.Token);
        var process = await Busy(typesetter);
        await cancel.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => job);
        Assert.That(() => Process.GetProcessById(process), Throws.ArgumentException);
    }

    [TestCase("""#let render(d, job) = read("../../../../etc/passwd")""", "access denied")]
    [TestCase("""#let render(d, job) = read("/../etc/passwd")""", "access denied")]
    [TestCase("""#let render(d, job) = read("/etc/passwd")""", "file not found")]
    [TestCase("""#let render(d, job) = read("/templates/link/passwd")""", "file not found")]
    [TestCase("""#let render(d, job) = read("/templates/passwd.typ")""", "file not found")]
    [TestCase("""#import "@preview/tablex:0.0.8": *""", "templates cannot use packages")]
    [TestCase("""#let name = "@preview/tablex:0.0.8"; #import name""", "failed to download package")]
    public async Task A_template_sees_nothing_outside_its_folder(string template, string refusal)
    {
        await using var typesetter = Over("curious", template);
        Directory.CreateSymbolicLink(Path.Combine(_overrides, "agency", "link"), "/etc");
        File.CreateSymbolicLink(Path.Combine(_overrides, "agency", "passwd.typ"), "/etc/passwd");

        var failed = await Assert.ThrowsAsync<DocumentFailedException>(() => typesetter.Render(Job("curious", "{}"), CancellationToken.None));

        Assert.That(failed!.Diagnostics, Does.Contain(refusal));
    }

    [Test]
    public async Task An_agency_overrides_a_template_and_others_keep_theirs()
    {
        await using var typesetter = Over("form-01", """#let render(d, job) = [Mẫu riêng của #d.head.agency]""");

        var own = await typesetter.Render(Samples.Receipt().ToJob(Documents.At, overrides: "agency"), CancellationToken.None);
        var product = await typesetter.Render(Samples.Receipt().ToJob(Documents.At, overrides: "other"), CancellationToken.None);

        Assert.That(Pdf.Text(own), Does.Contain("Mẫu riêng của Trung tâm Phục vụ hành chính công"));
        Assert.That(Pdf.Text(product), Does.Contain("HẸN TRẢ KẾT QUẢ").And.Not.Contain("Mẫu riêng"));
    }

    [TestCase("..")]
    [TestCase("../other")]
    [TestCase("/etc")]
    public async Task A_folder_of_overrides_is_one_name(string folder)
    {
        await using var typesetter = Over("form-01", "");

        await Assert.ThrowsAsync<DocumentFailedException>(() => typesetter.Render(Samples.Receipt().ToJob(Documents.At, overrides: folder), CancellationToken.None));
    }

    [Test]
    public async Task Missing_data_is_named_with_its_place()
    {
        var job = Samples.Receipt().ToJob(Documents.At);
        var data = JsonNode.Parse(job.Data.GetRawText())!.AsObject();
        data.Remove("legalTime");

        var failed = await Assert.ThrowsAsync<DocumentFailedException>(() => Documents.Typesetter.Render(job with { Data = JsonSerializer.SerializeToElement(data) }, CancellationToken.None));

        Assert.That(failed!.Message, Does.Contain("'form-01'"));
        Assert.That(failed.Diagnostics, Does.Match(@"^templates/form-01\.typ:\d+:\d+: .*""legalTime"""));
    }

    [Test]
    public async Task An_unknown_template_is_named()
    {
        var failed = await Assert.ThrowsAsync<DocumentFailedException>(() => Documents.Typesetter.Render(Job("no-such-form", "{}"), CancellationToken.None));

        Assert.That(failed!.Diagnostics, Does.Contain("templates/no-such-form.typ"));
    }

    [Test]
    public async Task Node_that_is_not_there_is_named()
    {
        var typesetter = new Typesetter(new TypesetterOptions { Node = "node-of-nowhere" });

        var failed = await Assert.ThrowsAsync<DocumentFailedException>(() => typesetter.Render(Samples.Receipt().ToJob(Documents.At), CancellationToken.None));

        Assert.That(failed!.Message, Does.Contain("Node.js 20").And.Contain("node-of-nowhere"));
    }

    [Test]
    public async Task Decomposed_letters_are_composed()
    {
        var decomposed = Samples.Receipt() with { OfficerName = "Tra\u0302\u0300n Va\u0306n \u0110u\u031b\u0301c" };

        var pdf = await Documents.Typesetter.Render(decomposed.ToJob(Documents.At), CancellationToken.None);
        var composed = await Documents.Typesetter.Render(Samples.Receipt().ToJob(Documents.At), CancellationToken.None);

        Assert.That(pdf, Is.EqualTo(composed));
        Assert.That(Pdf.Text(pdf), Does.Contain("Trần Văn Đức"));
    }

    [Test]
    public async Task Many_jobs_at_once_are_each_answered_with_their_own()
    {
        await using var typesetter = new Typesetter(new TypesetterOptions { Workers = 2 });

        var pdfs = await Task.WhenAll(Enumerable.Range(0, 24).Select(i =>
            typesetter.Render((Samples.Receipt() with { OfficerName = $"Cán bộ số {i}" }).ToJob(Documents.At), CancellationToken.None)));

        Assert.That(pdfs.Select((pdf, i) => Pdf.Text(pdf).Contains($"Cán bộ số {i}", StringComparison.Ordinal)), Is.All.True);
    }

    private static async Task<int> Busy(Typesetter typesetter, int but = 0)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(30);)
        {
            if (typesetter.BusyProcesses.Where(id => id != but).ToList() is [var id, ..])
            {
                // Give it time to be inside the job, not only about to read it.
                await Task.Delay(400);
                return id;
            }
            await Task.Delay(5);
        }
        throw new AssertionException("No worker took the job.");
    }

    private Typesetter Over(string template, string source, TimeSpan? timeLimit = null)
    {
        Write(template, source);
        return new Typesetter(new TypesetterOptions { OverridesFolder = _overrides, TimeLimit = timeLimit ?? TimeSpan.FromSeconds(60) });
    }

    private void Write(string template, string source)
    {
        Directory.CreateDirectory(Path.Combine(_overrides, "agency"));
        File.WriteAllText(Path.Combine(_overrides, "agency", $"{template}.typ"), source, new UTF8Encoding(false));
    }

    private static DocumentJob Job(string template, string data) =>
        new(template, Json(data), new Dictionary<string, byte[]>(), PdfStandard.A2a, Documents.At, "vi", "Thử") { Overrides = "agency" };

    private static JsonElement Json(string data) => JsonElement.Parse(data);
}
