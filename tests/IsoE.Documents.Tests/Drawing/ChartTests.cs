using System.Xml.Linq;
using IsoE.Documents.Drawing.Charts;

namespace IsoE.Documents.Tests.Drawing;

public sealed class ChartTests
{
    internal static Chart OnTimeByMonth() => new(
        "Tỷ lệ giải quyết đúng hạn theo tháng",
        [.. Enumerable.Range(1, 12).Select(m => $"T{m}")],
        [new("Tỷ lệ đúng hạn", [0.962m, 0.958m, 0.971m, 0.974m, 0.98m, 0.969m, 0.943m, 0.955m, 0.981m, 1m, null, null])],
        Shares: true);

    internal static Chart ByUnit() => new(
        "Kết quả giải quyết theo đơn vị",
        ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND", "Công an phường"],
        [
            new("Trước hạn", [412, 684, 239, 80], ChartTone.Main),
            new("Đúng hạn", [356, 190, 120, 41], ChartTone.Good),
            new("Quá hạn", [22, 7, 4, 12], ChartTone.Bad),
        ],
        ValueTitle: "hồ sơ");

    [Test]
    public void Bars_are_drawn_as_before() => Golden.Check("chart-bars.svg", ByUnit().Bars());

    [Test]
    public void Stacked_bars_are_drawn_as_before() => Golden.Check("chart-stacked.svg", ByUnit().StackedBars());

    [Test]
    public void Lines_are_drawn_as_before() => Golden.Check("chart-lines.svg", OnTimeByMonth().Lines());

    [Test]
    public void Figures_are_written_as_vietnamese_and_english_write_them()
    {
        var chart = new Chart("Hồ sơ", ["2026"], [new("Tiếp nhận", [1284])]);

        Assert.That(chart.Bars(), Does.Contain(">1.284<"));
        Assert.That((chart with { Language = "en" }).Bars(), Does.Contain(">1,284<"));
        Assert.That(OnTimeByMonth().Lines(), Does.Contain(">97,4 %<"));
    }

    [Test]
    public void The_text_alternative_has_every_figure()
    {
        var words = XDocument.Parse(ByUnit().StackedBars()).Descendants().Single(e => e.Attribute("id")?.Value == "chart-desc").Value;

        Assert.That(words, Does.Contain("Quá hạn: Phòng Kinh tế, Hạ tầng và Đô thị 22; Phòng Văn hóa - Xã hội 7"));
    }

    [Test]
    public void A_series_that_does_not_fit_its_categories_is_refused()
    {
        var chart = new Chart("Hồ sơ", ["T1", "T2"], [new("Tiếp nhận", [1])]);

        Assert.That(() => chart.Bars(), Throws.ArgumentException.With.Message.Contains("Tiếp nhận"));
    }

    [Test]
    public void Nothing_to_show_is_an_empty_chart() =>
        Assert.That(XDocument.Parse(new Chart("Không có hồ sơ", [], []).Bars()).Root!.Name.LocalName, Is.EqualTo("svg"));
}
