using IsoE.Documents.Forms;

namespace IsoE.Documents.Tests.Forms;

public sealed class WordingTests
{
    [TestCase(2026, 2, 9, "ngày 09 tháng 02 năm 2026")]
    [TestCase(2026, 3, 10, "ngày 10 tháng 3 năm 2026")]
    [TestCase(2026, 12, 1, "ngày 01 tháng 12 năm 2026")]
    public void Days_below_ten_and_the_first_two_months_get_a_zero(int year, int month, int day, string words) =>
        Assert.That(Wording.LongDate(new DateOnly(year, month, day)), Is.EqualTo(words));

    [Test]
    public void Times_are_told_by_the_24_hour_clock() =>
        Assert.That(Wording.TimeAndDate(new DateTime(2026, 10, 8, 17, 5, 0)), Is.EqualTo("17 giờ 05 phút, ngày 08 tháng 10 năm 2026"));

    [TestCase("vi", "1.284.000", "97,4 %")]
    [TestCase("en", "1,284,000", "97.4 %")]
    public void Figures_follow_the_language(string language, string number, string percent)
    {
        Assert.That(Wording.Number(1_284_000, language), Is.EqualTo(number));
        Assert.That(Wording.Percent(0.974m, language), Is.EqualTo(percent));
    }

    [Test]
    public void The_checks_of_form_06_find_a_wrong_sum()
    {
        var line = ReportSamples.Lines[0];

        Assert.That(line.Checks().Select(c => c.Holds), Is.All.True);
        Assert.That((line with { Overdue = 11 }).Checks().Where(c => !c.Holds).Select(c => c.Rule), Is.EqualTo(new[] { "(7) = (8) + (9) + (10)" }));
    }
}
