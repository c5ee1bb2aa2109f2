using System.Xml.Linq;
using IsoE.Documents.Drawing;

namespace IsoE.Documents.Tests.Drawing;

public sealed class CodeTests
{
    [Test]
    public void A_bar_code_is_drawn_as_before() => Golden.Check("code128.svg", Code128.Svg("H57.32.15-261008-0975"));

    [Test]
    public void A_qr_code_is_drawn_as_before() => Golden.Check("qr.svg", QrCode.Svg("https://hoso.huongtra.example.vn/tra-cuu/H57.32.15-261008-0975?k=7rX2kQ9mZp4TvB8s"));

    // Check symbols reckoned by hand: the start symbol, then each symbol times its place, modulo 103.
    [TestCase("PJJ123C", new[] { 104, 48, 42, 42, 17, 18, 19, 35, 55 })]
    [TestCase("12345678", new[] { 105, 12, 34, 56, 78, 47 })]
    [TestCase("A1234", new[] { 104, 33, 99, 12, 34, 95 })]
    public void Symbols_follow_the_standard(string text, int[] symbols) =>
        Assert.That(Code128.Symbols(text), Is.EqualTo(symbols));

    [TestCase("")]
    [TestCase("Hồ sơ")]
    public void What_no_bar_code_can_hold_is_refused(string text) =>
        Assert.That(() => Code128.Svg(text), Throws.ArgumentException);

    [Test]
    public void A_qr_code_has_its_quiet_zone()
    {
        var svg = XDocument.Parse(QrCode.Svg("IsoE")).Root!;

        Assert.That(svg.Attribute("viewBox")!.Value, Is.EqualTo("0 0 29 29"));
        Assert.That(svg.Elements().Last().Attribute("d")!.Value, Does.StartWith("M4 4h7"));
    }
}
