using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Office.Organisation;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Demo;

/// <summary>Gives the people of the main sample agency who sign, and its seal, certificates marked as samples.</summary>
/// <remarks>Their authority exists only while they are made: nobody can issue more, and only this installation trusts it.</remarks>
public static class SeedCertificates
{
    /// <summary>The password of all sample keys, as of the sample accounts.</summary>
    public const string Password = "Isoe@2026";

    private const string Authority = "IsoE MẪU - không có giá trị pháp lý";

    /// <summary>Does nothing when the agency has a key already.</summary>
    /// <param name="trust">Folder of trusted authorities; null: the samples are trusted by nobody.</param>
    public static async Task Run(IServiceProvider office, SampleAgencies agencies, string? trust, CancellationToken cancel)
    {
        var main = agencies.Agencies.First(agency => agency.Id == agencies.Main);
        await using (var db = await office.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync(cancel))
            if (await db.Set<SigningKeyRow>().IgnoreQueryFilters().AnyAsync(key => key.AgencyId == main.Id, cancel)) return;
        var now = office.GetRequiredService<TimeProvider>().GetUtcNow();
        using var root = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = Root(root, now);
        foreach (var person in Signers(agencies))
        {
            var isSeal = Seals(person);
            using var scope = office.CreateScope();
            scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(main.Id);
            var actor = await scope.ServiceProvider.GetRequiredService<ResolveActor>().Run(main.Id, SampleIds.Person(person.User), cancel);
            var file = Issue(authority, isSeal ? main.Name.Vi : person.Name, now);
            await scope.ServiceProvider.GetRequiredService<RegisterSigningKey>().Run(actor, new SigningKeyForm(isSeal, file, null, null, Password, null), cancel);
        }

        if (trust is null) return;
        Directory.CreateDirectory(trust);
        await File.WriteAllBytesAsync(Path.Combine(trust, "isoe-sample.cer"), authority.RawData, cancel);
    }

    /// <summary>The people with a sample key, who puts the seal last: the agency signs beside them.</summary>
    internal static IEnumerable<SamplePerson> Signers(SampleAgencies agencies) => agencies.Agencies.First(agency => agency.Id == agencies.Main)
        .People.Where(person => Signs(person) || Seals(person)).OrderBy(Seals);

    private static bool Signs(SamplePerson person) => person.Roles.Any(role => role is Roles.AgencyLeader or Roles.DivisionHead);

    private static bool Seals(SamplePerson person) => person.Roles.Any(role => role is Roles.Clerk);

    private static X509Certificate2 Root(ECDsa key, DateTimeOffset now)
    {
        var request = new CertificateRequest($"CN={Authority}, C=VN", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
    }

    private static byte[] Issue(X509Certificate2 authority, string holder, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(holder);
        subject.AddOrganizationName("MẪU");
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        using var issued = request.Create(authority, now.AddDays(-1), now.AddYears(5), [1, .. RandomNumberGenerator.GetBytes(7)]);
        using var certificate = issued.CopyWithPrivateKey(key);
        return certificate.Export(X509ContentType.Pkcs12, Password)!;
    }
}
