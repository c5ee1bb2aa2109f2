using System.Globalization;
using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Seals;
using IsoE.Workflows;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Evidence;

/// <summary>Fills the part of a pack that people read.</summary>
internal static class EvidencePrint
{
    public static EvidenceReport Of(
        Agency agency, Agency? upper, SealRow seal, IReadOnlyList<EvidenceLine> dossiers, string author, string language)
    {
        string In(string vi, string en) => new Text(vi, en).In(language);
        var head = new Letterhead(
            upper?.Name.In(language) ?? "", agency.Name.In(language), "", Wording.PlaceAndDate(agency.Place ?? agency.NameVi, VietnamTime.DateOf(seal.At)));
        return new EvidenceReport
        {
            Head = head,
            Paragraphs =
            [
                In(
                    $"Gói này chứa bằng chứng của {dossiers.Count} hồ sơ: lịch sử đầy đủ, giấy tờ đã phát hành, hồ sơ chất lượng, niêm phong và các chứng minh kèm theo, đều là tệp đính kèm của chính tệp PDF này.",
                    $"This pack holds the evidence of {dossiers.Count} dossiers: their full history, the papers issued, the quality record, the seal and its proofs, all embedded in this PDF file itself."),
                In(
                    "Gói tự chứng minh: chương trình IsoE.Verifier đọc tệp này trên máy không có IsoE và không có cơ sở dữ liệu, tính lại mọi mã băm, và nêu điều đầu tiên không khớp. Đổi một byte bất kỳ cũng bị phát hiện. Hãy so dấu vân tay chứng thư dưới đây với dấu vân tay cơ quan đã công bố, hoặc đối chiếu với một niêm phong giữ bên ngoài.",
                    "The pack proves itself: the program IsoE.Verifier reads it on a machine without IsoE and without its database, recomputes every hash and names the first thing that does not fit. Any single byte that was changed is found. Compare the fingerprint below with the one the agency has published, or use a seal kept outside."),
            ],
            Seal =
            [
                new(In("Số", "Number"), seal.Number.ToString(CultureInfo.InvariantCulture)),
                new(In("Lập lúc", "Made at"), Wording.ShortTime(VietnamTime.ToLocal(seal.At))),
                new(In("Số mục đã niêm phong", "Sealed entries"), seal.Size.ToString(CultureInfo.InvariantCulture)),
                new(In("Mã gốc (SHA-256)", "Root (SHA-256)"), Convert.ToHexStringLower(seal.Root)),
                new(In("Dấu vân tay chứng thư của cơ quan (SHA-256)", "Fingerprint of the agency's certificate (SHA-256)"), seal.KeyId),
            ],
            Dossiers = dossiers,
            Signer = new Signer([In("NGƯỜI XUẤT GÓI", "EXPORTED BY")], "", author),
            Written = language,
        };
    }
}
