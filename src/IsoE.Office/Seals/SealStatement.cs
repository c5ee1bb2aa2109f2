using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IsoE.Office.Storage;

namespace IsoE.Office.Seals;

/// <summary>What a seal says, and the exact bytes that are signed.</summary>
public sealed record SealStatement(string AgencyId, long Number, DateTimeOffset At, long Size, byte[] Root, byte[] Previous, string KeyId, string SealedBy)
{
    /// <summary>Lines that end with a line feed, hashes in lower-case hexadecimal; the signature is over their UTF-8 bytes.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        IsoE seal 1
        agency {AgencyId}
        number {Number}
        at {Instant.Format(At)}
        size {Size}
        root {Convert.ToHexStringLower(Root)}
        previous {Convert.ToHexStringLower(Previous)}
        key {KeyId}
        by {SealedBy}

        """).ReplaceLineEndings("\n");

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    /// <summary>By this the next seal is linked to this one.</summary>
    public byte[] Hash => SHA256.HashData(Bytes);
}
