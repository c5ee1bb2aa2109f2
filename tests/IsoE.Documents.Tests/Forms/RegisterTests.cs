using IsoE.Documents.Typesetting;

namespace IsoE.Documents.Tests.Forms;

public sealed class RegisterTests
{
    [Test]
    public async Task A_long_table_repeats_its_header_on_every_page()
    {
        var pdf = await Documents.Render(Samples.Register(200), "form-07-long");

        var pages = Pdf.Pages(pdf);
        Assert.That(pages, Is.GreaterThan(10));
        for (var page = 1; page <= pages; page++)
            Assert.That(Pdf.Page(pdf, page), Does.Contain("Mã hồ sơ").And.Contain("STT"), $"page {page}");
    }

    [Test]
    public async Task Pages_are_numbered_from_the_second()
    {
        var pdf = await Documents.Render(Samples.Register(40), "form-07");

        Assert.That(Pdf.Page(pdf, 1).TrimStart(), Does.Not.StartWith("1"));
        Assert.That(Pdf.Page(pdf, 2).TrimStart(), Does.StartWith("2"));
    }

    [Test]
    public async Task A_long_name_wraps_and_stays_whole()
    {
        const string name = "Công ty Trách nhiệm hữu hạn một thành viên Tư vấn, Thiết kế, Thi công xây dựng và Thương mại dịch vụ tổng hợp Nguyễn Phúc Hương Trà Thừa Thiên";
        var register = Samples.Register(1);

        var pdf = await Documents.Render(register with { Lines = [register.Lines[0] with { Applicant = name }] }, "form-07-name");

        var words = Pdf.Text(pdf).Split(' ');
        Assert.That(name.Split(' ').Except(words), Is.Empty);
        Assert.That(Pdf.Pages(pdf), Is.EqualTo(1));
    }

    [Test]
    public void A_long_book_is_cut_into_volumes_that_go_on_counting()
    {
        var volumes = Samples.Register(1_203).Volumes(500);

        Assert.That(volumes.Select(v => v.Volume), Is.EqualTo(new[] { "Quyển 1/3", "Quyển 2/3", "Quyển 3/3" }));
        Assert.That(volumes.Select(v => v.Lines.Count), Is.EqualTo(new[] { 500, 500, 203 }));
        Assert.That(volumes[2].Lines[0].Number, Is.EqualTo(1_001));
    }

    [Test]
    public void A_short_book_stays_one() =>
        Assert.That(Samples.Register(500).Volumes(500).Single().Volume, Is.Empty);

    [Test]
    public async Task Volumes_keep_the_memory_of_the_worker_bounded()
    {
        await using var typesetter = new Typesetter(new TypesetterOptions());
        var clock = System.Diagnostics.Stopwatch.StartNew();

        foreach (var volume in Samples.Register(1_500).Volumes())
            await typesetter.Render(volume.ToJob(Documents.At), CancellationToken.None);

        TestContext.Out.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s, peak {typesetter.PeakWorkerMemory >> 20} MB");
        Assert.That(typesetter.PeakWorkerMemory, Is.LessThan(700L << 20));
    }
}
