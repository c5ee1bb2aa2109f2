namespace IsoE.Workflows.Tests;

public sealed class TimeLimitTests
{
    [TestCase("30m", "30 phút làm việc", "30 working minutes")]
    [TestCase("4h", "4 giờ làm việc", "4 working hours")]
    [TestCase("1wd", "1 ngày làm việc", "1 working day")]
    [TestCase("30d", "30 ngày", "30 calendar days")]
    [TestCase("sameday", "trong ngày", "the same day")]
    public void A_limit_reads_and_writes_the_same(string text, string vi, string en)
    {
        var limit = TimeLimit.Parse(text);

        Assert.That(limit.ToString(), Is.EqualTo(text));
        Assert.That(limit.Describe(), Is.EqualTo(new Text(vi, en)));
    }

    [TestCase("")]
    [TestCase("7")]
    [TestCase("wd")]
    [TestCase("0wd")]
    [TestCase("-3d")]
    [TestCase("1.5h")]
    [TestCase("7 wd")]
    [TestCase("99999999999d")]
    [TestCase("7w")]
    public void Anything_else_is_refused(string text)
    {
        Assert.That(TimeLimit.TryParse(text, out _), Is.False);
        Assert.That(Assert.Throws<RejectedException>(() => TimeLimit.Parse(text)).Code, Is.EqualTo("time-limit-malformed"));
    }
}
