using System.Security.Cryptography;
using System.Text;

namespace IsoE.Office.Messages.Gateways;

/// <summary>The signature by which a call between systems is told from anybody's.</summary>
/// <remarks>
/// <c>X-Timestamp</c> holds the seconds since 1970 by the caller's clock, <c>X-Signature</c> in small hexadecimal letters the
/// HMAC-SHA256 of the timestamp, a full stop and the body.
/// </remarks>
public static class CallSignature
{
    public const string TimestampHeader = "X-Timestamp";
    public const string Header = "X-Signature";

    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{timestamp}."));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
