using IsoE.Office.Messages;
using IsoE.Office.Messages.Templates;

namespace IsoE.Office.Tests.Messages;

public sealed class SmsTextTests
{
    private static readonly MessageTemplates Shipped = MessageTemplates.Load(Path.GetTempPath());

    [TestCase("Đề nghị bổ sung: “Giấy” – 2 bản…", "De nghi bo sung: \"Giay\" - 2 ban...")]
    [TestCase("Nguye\u0302\u0303n  Thị\u00a0Ước", "Nguyen Thi Uoc")]
    [TestCase("Cửa hàng 漢 `A`", "Cua hang ? 'A'")]
    public void It_is_plain_letters_of_the_gsm_alphabet(string text, string plain)
    {
        Assert.That(SmsText.Plain(text), Is.EqualTo(plain));
        Assert.That(SmsText.IsGsm7(SmsText.Plain(text)), Is.True);
    }

    [Test]
    public void It_is_never_cut_inside_a_word()
    {
        Assert.That(SmsText.Fit("mot hai ba bon", 14), Is.EqualTo("mot hai ba bon"));
        Assert.That(SmsText.Fit("mot hai ba bon", 13), Is.EqualTo("mot hai ba..."));
        Assert.That(SmsText.Fit("nghiengngaunghieng", 10), Is.Empty);
        Assert.That(SmsText.Length("[a]"), Is.EqualTo(5), "brackets take two places");
    }

    [Test]
    public void Every_kind_fits_in_160_with_the_longest_values_and_keeps_what_must_not_be_cut()
    {
        var values = new Dictionary<string, string>
        {
            ["code"] = "H29.150.12.34-261102-0001",
            ["subject"] = string.Join(' ', Enumerable.Repeat("nghiêng", 60)),
            ["reason"] = string.Join(' ', Enumerable.Repeat("xác minh tại chỗ", 30)),
            ["promisedShort"] = "17h00 26/08/2026",
            ["link"] = "https://dichvucong.anhoadong.vn/t/0123456789abcdef01234567",
            ["amount"] = "100.000.000",
            ["oneTimeCode"] = "123456",
            ["minutes"] = "10",
            ["status"] = "Dang xem xet cho rut ho so",
            ["promised"] = "17h00 26/08/2026",
            ["until"] = "17h00 26/08/2026",
            ["items"] = string.Join(' ', Enumerable.Repeat("bản vẽ nghiêng", 30)),
            ["hotline"] = "02838291500",
            ["number"] = "0912345678",
        };
        foreach (var (kind, template) in Shipped.All)
        {
            var text = MessageWords.Sms(template, values);
            Assert.That(SmsText.Length(text), Is.InRange(20, SmsText.Longest), kind);
            Assert.That(text.Replace("...", " ").Split(' ', '.', ':'), Has.None.EqualTo("nghien"), kind);
        }
        var apology = MessageWords.Sms(Shipped.Get(MessageKinds.Extended), values);
        Assert.That(apology, Does.Contain("hen lai 17h00 26/08/2026. Ly do: xac minh").And.EndsWith("..."));
        Assert.That(MessageWords.Sms(Shipped.Get(MessageKinds.Notice), values), Does.EndWith(values["link"]));
    }

    [Test]
    public void A_line_whose_value_is_missing_is_left_out()
    {
        var body = MessageWords.Body(Shipped.Get(MessageKinds.Notice), new Dictionary<string, string> { ["message"] = "Mời đến nhận.", ["agency"] = "Phường" });

        Assert.That(body, Does.Contain("Mời đến nhận.").And.Contain("Phường").And.Not.Contain("Tra cứu").And.Not.Contain("{"));
    }

    [TestCase("+84 912 345 678", "0912345678")]
    [TestCase("84912345678", "0912345678")]
    [TestCase("0912.345.678", "0912345678")]
    [TestCase("0084912345678", "0912345678")]
    [TestCase("Dao@Example.VN", "dao@example.vn")]
    [TestCase("12345", null)]
    [TestCase("0912345678; DROP", null)]
    [TestCase("@", null)]
    public void An_address_is_written_in_one_way(string typed, string? address) =>
        Assert.That(Addresses.Read(typed)?.Address, Is.EqualTo(address));
}
