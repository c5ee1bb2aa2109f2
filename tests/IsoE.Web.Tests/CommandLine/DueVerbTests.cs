using IsoE.Web.CommandLine;

namespace IsoE.Web.Tests.CommandLine;

public class DueVerbTests
{
    [TestCase("2026-02-09T09:00", "5wd", "2026-02-23T17:00")]
    [TestCase("2026-04-24 15:20", "sameday", "2026-04-28T17:00")]
    [TestCase("2026-01-15T09:00:30", "30d", "2026-02-23T17:00")]
    [TestCase("2026-04-29T15:30", "12h", "2026-05-05T10:00")]
    [TestCase("2026-08-21", "1wd", "2026-08-22T17:00")]
    public async Task It_prints_the_due_date(string received, string limit, string due)
    {
        var shell = await Shell.Run("due", "--received", received, "--limit", limit);

        Assert.Multiple(() =>
        {
            Assert.That(shell.Exit, Is.EqualTo(ExitCode.Ok));
            Assert.That(shell.Out, Is.EqualTo(due + Environment.NewLine));
            Assert.That(shell.Error, Is.Empty);
        });
    }

    [TestCase("2026-08-21T14:00/2026-09-03T10:00")]
    [TestCase("2026-08-21/2026-09-03")]
    [TestCase("2026-08-21 14:00:00/2026-09-03 10:00:00")]
    public async Task Pauses_are_counted(string pause)
    {
        var shell = await Shell.Run("due", "--received=2026-08-18T09:00", "--limit=7wd", "--pause", pause);

        Assert.That(shell.Lines, Is.EqualTo(new[] { "2026-09-09T17:00" }));
    }

    [Test]
    public async Task A_repeated_pause_option_adds_up()
    {
        var shell = await Shell.Run(
            "due", "--received", "2026-03-02T09:00", "--limit", "5wd", "--pause", "2026-03-03/2026-03-04", "--pause", "2026-03-05/2026-03-06");

        Assert.That(shell.Lines, Is.EqualTo(new[] { "2026-03-11T17:00" }));
    }

    [TestCase("en", "Not counted Saturday 14/02/2026 to Sunday 15/02/2026 (weekly rest day).")]
    [TestCase("vi", "Không tính từ thứ Bảy 14/02/2026 đến Chủ nhật 15/02/2026 (nghỉ hằng tuần).")]
    public async Task It_explains_the_date_in_the_language_of_the_reader(string language, string sentence)
    {
        var shell = await Shell.Run(
            "due", "--received", "2026-02-09T09:00", "--limit", "5wd", "--explain", "--language", language);

        Assert.Multiple(() =>
        {
            Assert.That(shell.Lines[0], Is.EqualTo("2026-02-23T17:00"));
            Assert.That(shell.Lines, Does.Contain(sentence));
        });
    }

    [Test]
    public async Task A_batch_answers_line_by_line_and_names_bad_lines()
    {
        const string input = "2026-02-09T09:00\t5wd\n"
            + "2026-02-30T09:00\t5wd\n"
            + "2026-08-18T09:00\t7wd\t2026-08-21T14:00/2026-08-24T08:00;2026-08-24T09:00/2026-09-03T10:00\n"
            + "\n"
            + "2035-01-02T09:00\t1wd\t\n"
            + "2026-04-29T15:30\t12h\t\n";

        var shell = await Shell.Run(Verbs.All, input, "en", "due", "--batch", "-");

        Assert.Multiple(() =>
        {
            Assert.That(shell.Exit, Is.EqualTo(ExitCode.Findings));
            Assert.That(shell.Lines, Has.Length.EqualTo(6));
            Assert.That(shell.Lines[0], Is.EqualTo("2026-02-23T17:00"));
            Assert.That(shell.Lines[1], Does.StartWith("error: ").And.Contain("2026-02-30"));
            Assert.That(shell.Lines[2], Is.EqualTo("2026-09-09T17:00"));
            Assert.That(shell.Lines[3], Does.StartWith("error: "));
            Assert.That(shell.Lines[4], Does.StartWith("error: ").And.Contain("2035").And.Contain("2024 to 2030"));
            Assert.That(shell.Lines[5], Is.EqualTo("2026-05-05T10:00"));
            Assert.That(shell.Error, Does.Contain("line 2: ").And.Contain("line 4: ").And.Contain("line 5: "));
        });
    }

    [Test]
    public async Task A_clean_batch_file_ends_well()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "2026-11-23T09:00\t3wd\r\n2026-06-06T09:00\t3wd");

        var shell = await Shell.Run("due", "--batch", file);
        File.Delete(file);

        Assert.Multiple(() =>
        {
            Assert.That(shell.Exit, Is.EqualTo(ExitCode.Ok));
            Assert.That(shell.Lines, Is.EqualTo(new[] { "2026-11-27T17:00", "2026-06-10T17:00" }));
        });
    }

    [TestCase("due")]
    [TestCase("due", "--received", "2026-02-09T09:00")]
    [TestCase("due", "--received", "yesterday", "--limit", "5wd")]
    [TestCase("due", "--received", "2026-02-09", "--limit", "12h")]
    [TestCase("due", "--received", "2026-02-09T09:00", "--limit", "five days")]
    [TestCase("due", "--received", "2026-02-09T09:00", "--limit", "0wd")]
    [TestCase("due", "--received", "2026-02-09T09:00", "--limit", "5wd", "--pause", "2026-02-10/")]
    [TestCase("due", "--received", "2026-02-09T09:00", "--limit", "5wd", "--pause", "2026-02-10")]
    [TestCase("due", "--received", "2026-02-09T09:00", "--limit", "5wd", "--received", "2026-02-09T09:00")]
    [TestCase("due", "--received", "2026-02-09T09:00", "--limit")]
    [TestCase("due", "--received", "2026-02-09T09:00", "--limit", "5wd", "--language", "fr")]
    [TestCase("due", "--received", "2026-02-09T09:00", "--limit", "5wd", "--colour")]
    [TestCase("due", "--received", "2026-02-09T09:00", "--limit", "5wd", "surplus")]
    [TestCase("due", "--batch", "no-such-file.tsv")]
    [TestCase("due", "--batch", "-", "--explain")]
    public async Task Arguments_that_make_no_sense_are_bad_usage(params string[] arguments)
    {
        var shell = await Shell.Run(arguments);

        Assert.Multiple(() =>
        {
            Assert.That(shell.Exit, Is.EqualTo(ExitCode.BadUsage));
            Assert.That(shell.Out, Is.Empty);
            Assert.That(shell.Error, Does.StartWith("error: "));
        });
    }

    [Test]
    public async Task A_year_the_calendar_does_not_have_is_a_finding()
    {
        var shell = await Shell.Run("due", "--received", "2035-02-09T09:00", "--limit", "5wd");

        Assert.Multiple(() =>
        {
            Assert.That(shell.Exit, Is.EqualTo(ExitCode.Findings));
            Assert.That(shell.Error, Does.Contain("does not have the year 2035"));
        });
    }
}
