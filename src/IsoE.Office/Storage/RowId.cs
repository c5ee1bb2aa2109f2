using System.Security.Cryptography;
using System.Text;

namespace IsoE.Office.Storage;

/// <summary>Identifiers of rows: 32 hexadecimal digits.</summary>
public static class RowId
{
    /// <summary>A UUIDv7, so that rows sort by their time of birth.</summary>
    public static string New(DateTimeOffset at) => Guid.CreateVersion7(at).ToString("N");

    /// <summary>The same id for the same parts: a command sent again finds what it made the first time.</summary>
    public static string Of(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));
}
