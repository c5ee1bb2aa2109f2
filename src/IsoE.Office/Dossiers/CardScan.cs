using System.Globalization;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>What the QR code on an identity card says.</summary>
public sealed record CardScan(string IdentityNumber, string Name, DateOnly? BirthOn, string? Address)
{
    private const int Digits = 12;

    /// <summary>
    /// Reads what a scanner types: number, old number, name, date of birth (ddMMyyyy), sex, address, date of issue, with a bar
    /// between them. Null when it is something else. The layout is read off cards; no text that sets it was found.
    /// </summary>
    public static CardScan? Read(string? typed)
    {
        var parts = (typed ?? "").Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length < 6 || parts[0].Length != Digits || !parts[0].All(char.IsAsciiDigit) || parts[2].Length == 0) return null;
        DateOnly? born = DateOnly.TryParseExact(parts[3], "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        return new CardScan(parts[0], VietnameseText.Compose(parts[2]), born, parts[5].Length == 0 ? null : VietnameseText.Compose(parts[5]));
    }
}
