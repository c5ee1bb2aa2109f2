using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IsoE.Office.Cashiers;

/// <summary>How a bank signs its notices: HMAC-SHA-256 over the seconds since 1970, a full stop and the body, in hexadecimal.</summary>
public static class NoticeSignature
{
    /// <summary>How far the clocks of bank and agency may be apart; an older notice is a replayed one.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static string Of(string key, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}."));
        byte[] signed = [.. head, .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), signed));
    }

    /// <summary>Whether the body was signed with the key at a time near now.</summary>
    public static bool Holds(string key, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || signature is null) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > Window.TotalSeconds) return false;
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Of(key, seconds, body)), Encoding.ASCII.GetBytes(signature.Trim().ToLowerInvariant()));
    }
}
