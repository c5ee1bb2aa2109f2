using System.Text.RegularExpressions;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>The number by which a person is known: the 12 digits of a citizen, the 9 of an old identity card, or a passport number.</summary>
internal static partial class IdentityPaper
{
    /// <summary>The number, normalised, or why it cannot stand.</summary>
    /// <param name="birthOn">Date of birth as typed; null when it was not.</param>
    public static (string? Number, Text? Error) Check(string typed, DateOnly? birthOn, DateOnly today)
    {
        var number = Separators().Replace(typed, "").ToUpperInvariant();
        if (number.Length == 12 && number.All(char.IsAsciiDigit)) return (number, PersonalNumber.Wrong(number, today) ?? Disagreement(number, birthOn));
        if (OldCard().IsMatch(number) || Passport().IsMatch(number)) return (number, null);
        return (null, new Text(
            $"“{typed}” không phải số giấy tờ tùy thân. Nhập 12 chữ số của căn cước, 9 chữ số của chứng minh nhân dân cũ, hoặc số hộ chiếu (chữ và số, 6 đến 12 ký tự).",
            $"“{typed}” is no number of an identity paper. Enter the 12 digits of the identity card, the 9 of an old one, or a passport number (letters and digits, 6 to 12)."));
    }

    private static Text? Disagreement(string number, DateOnly? birthOn) =>
        birthOn is { } born && PersonalNumber.BirthYear(number) != born.Year
            ? new Text(
                $"Số định danh {number} cho năm sinh {PersonalNumber.BirthYear(number)}, nhưng ngày sinh đã nhập là năm {born.Year}. Xem lại thẻ căn cước.",
                $"Number {number} tells the birth year {PersonalNumber.BirthYear(number)}, but the date of birth typed is of {born.Year}. Look at the card again.")
            : null;

    [GeneratedRegex(@"[\s.\-]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\A[0-9]{9}\z")]
    private static partial Regex OldCard();

    [GeneratedRegex(@"\A(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{6,12}\z")]
    private static partial Regex Passport();
}
