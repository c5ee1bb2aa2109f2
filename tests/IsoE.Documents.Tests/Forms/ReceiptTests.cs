namespace IsoE.Documents.Tests.Forms;

public sealed class ReceiptTests
{
    [TestCase("a4")]
    [TestCase("a5")]
    public async Task A_receipt_can_be_searched_for_its_vietnamese_words(string paper)
    {
        var pdf = await Documents.Render(Samples.Receipt(paper), $"form-01-{paper}");

        var text = Pdf.Text(pdf);
        Assert.That(text, Does.Contain("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"));
        Assert.That(text, Does.Contain(Samples.Code).And.Contain("Nguyễn Thị Huyền Trân").And.Contain("17 giờ 00 phút, ngày 29 tháng 10 năm 2026"));
    }

    [TestCase("a4")]
    [TestCase("a5")]
    public async Task Each_copy_of_a_receipt_fits_one_page(string paper)
    {
        var pdf = await Documents.Render(Samples.Receipt(paper), $"form-01-{paper}");

        Assert.That(Pdf.Pages(pdf), Is.EqualTo(2));
        Assert.That(Pdf.Page(pdf, 2), Does.Contain("Liên 2"));
    }
}
