using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Seals;

/// <summary>The keys that agencies seal with: the private half as a file of the data folder, the public half in the database.</summary>
/// <remarks>
/// A backup holds the public halves only. Where the private one is missing after a restoration, the agency gets a new
/// key, and verification says that no predecessor has vouched for it.
/// </remarks>
public sealed class SealingKeys(OfficeOptions options)
{
    /// <summary>So long before its certificate expires a key is warned of; in the last day of it, sealing takes a new one.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(90);

    private const int YearsOfCertificate = 5;

    private static readonly TimeSpan LastDay = TimeSpan.FromDays(1);

    /// <summary>
    /// The key to seal with now; made when the agency has none, and before the certificate of the one it has expires. A new one
    /// is added to the database, but not saved.
    /// </summary>
    public async Task<(SealingKeyRow Row, ECDsa Key)> Current(OfficeDb db, Agency agency, DateTimeOffset now, CancellationToken cancel)
    {
        var last = await Last(db, agency.Id, cancel);
        return last is not null && now < last.Validity.To - LastDay && Open(last) is { } key ? (last, key) : await Add(db, agency, last, now, cancel);
    }

    /// <summary>A new key from now on, vouched for by the one before. Added to the database, but not saved.</summary>
    public async Task<SealingKeyRow> Renew(OfficeDb db, Agency agency, DateTimeOffset now, CancellationToken cancel)
    {
        var (row, key) = await Add(db, agency, await Last(db, agency.Id, cancel), now, cancel);
        key.Dispose();
        return row;
    }

    /// <summary>Signs a SHA-256 hash with the key: r and s, 32 bytes each.</summary>
    /// <exception cref="InvalidOperationException">The private half is not on this server.</exception>
    public byte[] SignHash(SealingKeyRow row, byte[] hash)
    {
        using var key = Open(row) ?? throw new InvalidOperationException($"The sealing key {row.Id} of {row.AgencyId} is not on this server.");
        return key.SignHash(hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Whether the private half lies on this server.</summary>
    public bool Has(SealingKeyRow row) => File.Exists(PathOf(row));

    /// <summary>The key that was made last; null before the first seal.</summary>
    public static Task<SealingKeyRow?> Last(OfficeDb db, string agencyId, CancellationToken cancel) => db.Set<SealingKeyRow>()
        .IgnoreQueryFilters().AsNoTracking().Where(row => row.AgencyId == agencyId).OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync(cancel);

    private async Task<(SealingKeyRow Row, ECDsa Key)> Add(OfficeDb db, Agency agency, SealingKeyRow? last, DateTimeOffset now, CancellationToken cancel)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = CertificateOf(key, agency, now);
        using var before = last is null ? null : Open(last);
        var row = new SealingKeyRow
        {
            AgencyId = agency.Id,
            Id = SealingKeyRow.IdOf(certificate),
            Certificate = certificate,
            CreatedAt = now,
            PredecessorId = last?.Id,
            Endorsement = before?.SignData(certificate, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
        };
        // The file first: a row whose key is nowhere would be of no use, a file without a row does no harm.
        await Save(row, key, cancel);
        db.Add(row);
        return (row, key);
    }

    private static byte[] CertificateOf(ECDsa key, Agency agency, DateTimeOffset now)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(agency.NameVi);
        name.AddOrganizationalUnitName(agency.Id);
        name.AddCountryOrRegion("VN");
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-1), now.AddYears(YearsOfCertificate));
        return certificate.RawData;
    }

    private async Task Save(SealingKeyRow row, ECDsa key, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(row))!);
        var settings = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            settings.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(PathOf(row), settings);
        await file.WriteAsync(key.ExportPkcs8PrivateKeyPem().AsMemory(), cancel);
    }

    private ECDsa? Open(SealingKeyRow row)
    {
        if (!File.Exists(PathOf(row))) return null;
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(PathOf(row)));
        return key;
    }

    private string PathOf(SealingKeyRow row) => Path.Combine(options.DataDirectory, "sealing-keys", row.AgencyId, $"{row.Id}.pem");
}
