using System.Security.Cryptography;

namespace IsoE.Office.Storage;

/// <summary>Secrets that stand in addresses: whoever has the address may see what it leads to.</summary>
internal static class Secrets
{
    /// <summary>96 random bits as 24 hexadecimal digits: short enough for a small QR code, too many to be guessed.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
}
