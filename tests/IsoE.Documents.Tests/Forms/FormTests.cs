using IsoE.Documents.Forms;

namespace IsoE.Documents.Tests.Forms;

public sealed class FormTests
{
    private static TestCaseData Case(DocumentForm form, params string[] words) => new TestCaseData(form, words).SetArgDisplayNames(form.Template + (form.Language == "en" ? "-en" : ""));

    private static IEnumerable<TestCaseData> Forms() =>
    [
        Case(Samples.Receipt(), "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Thời gian trả kết quả giải quyết hồ sơ"),
        Case(Samples.Supplement(), "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Bản cam kết bảo đảm an toàn", "NGƯỜI HƯỚNG DẪN"),
        Case(Samples.Refusal(), "Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Công trình cấp II thuộc thẩm quyền"),
        Case(Samples.Apology(), "Văn bản xin lỗi và đề nghị gia hạn", "Ngày 08 tháng 10 năm 2026", "05 tháng 11 năm 2026", "KT. CHỦ TỊCH"),
        Case(Samples.Recall(), "Kết quả bị thu hồi", "thửa 118 thay cho thửa 181", "H29.150-261106-0004"),
        Case(Samples.Stop(), "Thông báo dừng giải quyết hồ sơ", "Đơn xin rút hồ sơ", "Lưu: VT, HS."),
        Case(Samples.Control(), "Phiếu kiểm soát quá trình giải quyết hồ sơ", "Lê Quang Minh", "Quá hạn"),
        Case(Samples.Register(40), "Sổ theo dõi hồ sơ", "Công Tằng Tôn Nữ"),
        Case(ProcedureSample.Permit(), "SƠ ĐỒ QUY TRÌNH", "5.7 Quy trình xử lý công việc", "Trang: 1/", "Thẩm định hồ sơ thiết kế"),
        Case(ProcedureSample.Permit(obsolete: true) with { Written = "en" }, "5.1 Legal basis", "DIAGRAM OF THE PROCEDURE"),
        Case(ReportSamples.Dossier(), "HỒ SƠ CHẤT LƯỢNG", "Chuỗi băm gồm 24 dòng", "Im lặng - coi như đồng ý", "214/PC07", "Không có."),
        Case(ReportSamples.Statistics(), "Biểu số 06/VPCP/KSTT", "Lĩnh vực thuộc thẩm quyền cấp xã", "1.460", "(3) = (7) + (11): đúng"),
        Case(ReportSamples.Compliance(), "Hồ sơ quá hạn và nguyên nhân", "98,7 %", "Tỷ lệ đúng hạn", "Chưa đạt"),
        Case(ReportSamples.Compliance() with { Written = "en" }, "Overdue dossiers and reasons", "Not met", "1,460"),
    ];

    [TestCaseSource(nameof(Forms))]
    public async Task A_document_says_what_it_was_given(DocumentForm form, string[] words)
    {
        var text = Pdf.Text(await Documents.Render(form, TestContext.CurrentContext.Test.Name.Split('(')[1].TrimEnd(')')));

        foreach (var word in words)
            Assert.That(text, Does.Contain(word));
    }

    [TestCaseSource(nameof(Forms))]
    public async Task A_document_is_a_tagged_record_with_title_and_language(DocumentForm form, string[] words)
    {
        var pdf = await Documents.Render(form);

        Assert.That(words, Is.Not.Empty);
        Assert.That(Pdf.Info(pdf)["Title"], Is.EqualTo(form.Title));
        Assert.That(Pdf.Info(pdf)["Tagged"], Is.EqualTo("yes"));
        Assert.That(Pdf.Info(pdf)["CreationDate"], Does.Contain("Oct  8").And.Contain("2026"));
        Assert.That(Pdf.Metadata(pdf), Does.Contain("<pdfaid:part>2</pdfaid:part>").And.Contain("<pdfaid:conformance>A</pdfaid:conformance>"));
        Assert.That(Pdf.Metadata(pdf), Does.Contain($"<dc:language><rdf:Bag><rdf:li>{form.Language}</rdf:li>"));
        var (code, findings) = Pdf.Check(pdf);
        Assert.That(code, Is.Zero, findings);
    }

    [TestCaseSource(nameof(Forms))]
    public async Task The_same_document_has_the_same_bytes(DocumentForm form, string[] words)
    {
        var first = await Documents.Render(form);
        var second = await Documents.Render(form);

        Assert.That(words, Is.Not.Empty);
        Assert.That(second, Is.EqualTo(first));
    }

    [TestCase("An Hòa Đông")]
    [TestCase("Thành phố Hồ Chí Minh")]
    [TestCase("Phường Điện Biên Phủ")]
    public async Task Place_and_date_stand_on_one_line(string place)
    {
        var notice = Samples.Recall() with { Head = Samples.Head("0001.81/TBTH", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "Ủy ban nhân dân phường An Hòa Đông") with { PlaceAndDate = $"{place}, ngày 27 tháng 11 năm 2026" } };

        Assert.That(Pdf.Page(await Documents.Render(notice), 1), Does.Contain($"{place}, ngày 27 tháng 11 năm 2026"));
    }
}
