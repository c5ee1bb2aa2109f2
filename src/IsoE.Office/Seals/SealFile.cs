using System.Security.Cryptography;
using System.Text.Json;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Seals;

/// <summary>A seal as a file to keep outside, with all that is needed to check its signature.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="AgencyName">For people; not signed.</param>
/// <param name="Root">Hashes are lower-case hexadecimal.</param>
/// <param name="By">Id of the person who asked for it, or <c>system</c>.</param>
/// <param name="Signature">Base64, like the certificate.</param>
public sealed record SealFile(
    string Format, string Agency, string AgencyName, long Number, string At, long Size, string Root, string Previous, string Key, string By,
    string Signature, string Certificate)
{
    public const string FormatName = "isoe-seal-1";

    /// <summary>No seal is as large.</summary>
    public const int MaxBytes = 64 * 1024;

    public static SealFile Of(SealRow seal, byte[] certificate, string agencyName) => new(
        FormatName,
        seal.AgencyId,
        agencyName,
        seal.Number,
        Instant.Format(seal.At),
        seal.Size,
        Convert.ToHexStringLower(seal.Root),
        Convert.ToHexStringLower(seal.Previous),
        seal.KeyId,
        seal.SealedBy,
        Convert.ToBase64String(seal.Signature),
        Convert.ToBase64String(certificate));

    /// <exception cref="RejectedException"><c>not-a-seal</c>: damaged, or another file.</exception>
    public static SealFile Read(string json)
    {
        try
        {
            var file = OfficeJson.Read<SealFile>(json);
            return file is { Format: FormatName, Agency.Length: > 0, Number: > 0, Size: >= 0, Key: not null, By: not null } && file.Statement().Root.Length == SHA256.HashSizeInBytes
                ? file
                : throw NotASeal();
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentNullException or NullReferenceException)
        {
            throw NotASeal();
        }
    }

    public SealStatement Statement() => new(
        Agency, Number, Instant.Parse(At), Size, Convert.FromHexString(Root), Convert.FromHexString(Previous), Key, By);

    /// <summary>Whether the key whose certificate lies in the file has signed it. Whose key that is, is another question.</summary>
    public bool IsSigned() => new SealingKeyRow
    {
        AgencyId = Agency,
        Id = Key,
        Certificate = Convert.FromBase64String(Certificate),
        CreatedAt = Instant.Parse(At),
    }.Signed(Statement().Bytes, Convert.FromBase64String(Signature));

    /// <summary>The refusal of what cannot be read as a seal.</summary>
    public static RejectedException NotASeal() => new("not-a-seal", new Text(
        "Tệp này không phải niêm phong của IsoE, hoặc đã bị hỏng. Hãy chọn tệp .json đã tải xuống từ trang Niêm phong.",
        "This file is not a seal of IsoE, or it is damaged. Choose the .json file that was downloaded from the page of seals."))
    {
        Field = "file",
    };
}
