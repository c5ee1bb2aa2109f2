namespace IsoE.Documents.Forms;

/// <summary>The top of an administrative document by NĐ 30/2020.</summary>
/// <param name="UpperAgency">Agency above the issuing one; empty: the issuing agency stands alone.</param>
/// <param name="Agency">Issuing agency; printed in capitals.</param>
/// <param name="Number">Number and symbol without the word "Số": <c>05/QĐ-UBND</c>; empty: no number line.</param>
/// <param name="PlaceAndDate">Place and date: <c>Hương Trà, ngày 09 tháng 02 năm 2026</c>; see <see cref="Wording.PlaceAndDate"/>.</param>
public sealed record Letterhead(string UpperAgency, string Agency, string Number, string PlaceAndDate);

/// <summary>Who signs: capacity in capitals over the name.</summary>
/// <param name="Capacity">Capacity and title, a line each: <c>KT. CHỦ TỊCH</c>, <c>PHÓ CHỦ TỊCH</c>.</param>
/// <param name="Note">What stands in italics under the capacity: <c>(Ký và ghi rõ họ tên)</c>; empty: nothing.</param>
/// <param name="Name">Name of the signer; empty: left free.</param>
public sealed record Signer(IReadOnlyList<string> Capacity, string Note, string Name);

/// <summary>The person or organisation that submits a dossier, as the forms print it.</summary>
public sealed record ApplicantLines(string Name, string Address, string Phone, string Email);
