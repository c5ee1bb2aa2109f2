using System.Globalization;
using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>
/// Personal identification numbers of 12 digits: three for the place of birth registration, one for century and sex, two for the
/// year of birth, six at random (Luật Căn cước 2023 art. 12; the meaning of the digits by the decree on it, unverified).
/// </summary>
internal static class PersonalNumber
{
    private const int Length = 12;
    private const int LastPlace = 96;

    /// <summary>Why these digits are no number of somebody living; null when they can be one.</summary>
    public static Text? Wrong(string digits, DateOnly today)
    {
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit) || int.Parse(digits[..3], CultureInfo.InvariantCulture) is < 1 or > LastPlace)
            return new Text(
                "Số định danh cá nhân gồm đúng 12 chữ số, ba số đầu là mã nơi đăng ký khai sinh từ 001 đến 096.",
                "A personal identification number has exactly 12 digits; the first three are a place code from 001 to 096.");
        return BirthYear(digits) > today.Year
            ? new Text(
                $"Số định danh {digits}: chữ số thứ tư và hai chữ số tiếp theo cho năm sinh {BirthYear(digits)}, sau năm nay. Xem lại thẻ căn cước.",
                $"Number {digits}: its fourth digit and the two after it give the birth year {BirthYear(digits)}, which has not come yet. Look at the card again.")
            : null;
    }

    /// <summary>The year of birth that the digits tell.</summary>
    public static int BirthYear(string digits) =>
        1900 + (100 * ((digits[3] - '0') / 2)) + int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture);
}
