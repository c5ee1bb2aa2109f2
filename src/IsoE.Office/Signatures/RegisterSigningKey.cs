using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Documents.Signing;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Signatures;

/// <summary>A key as its owner hands it in.</summary>
/// <param name="IsSeal">The seal of the agency instead of the person's own signature.</param>
/// <param name="File">PKCS#12 file; null for a key on a token.</param>
/// <param name="Token">Label of a token of this installation; null for a file.</param>
/// <param name="Password">Of the file, or PIN of the token; kept nowhere.</param>
/// <param name="Picture">Signature by hand, or seal, as PNG or SVG; null for none.</param>
public sealed record SigningKeyForm(bool IsSeal, byte[]? File, string? Token, string? TokenKey, string Password, byte[]? Picture);

/// <summary>Registers the key by which a person, or the agency by its clerk, signs from now on; the one before is put aside.</summary>
public sealed class RegisterSigningKey(OfficeDb db, OpenSigningKey keys, OrganisationLog log, TimeProvider clock)
{
    private const int LargestPicture = 500 * 1024;
    private const int Rounds = 100_000;

    /// <exception cref="RejectedException">
    /// <c>not-allowed</c> (the seal is the clerk's), <c>sod-7</c>, <c>signing-password</c>, <c>signing-token</c>, <c>signing-failed</c>,
    /// <c>signing-usage</c>, <c>signing-expired</c>, <c>signing-picture</c>.
    /// </exception>
    public async Task<SigningKeyRow> Run(Actor actor, SigningKeyForm form, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        if (form.IsSeal) Permit.Require(actor, Right.SealResult);
        CheckPicture(form.Picture);
        var now = Instant.ToStored(clock.GetUtcNow());
        using var key = Open(form);
        Check(key.Certificate, now);
        var person = form.IsSeal ? null : actor.PersonId;
        foreach (var before in await db.Set<SigningKeyRow>().Where(row => row.PersonId == person && row.RemovedAt == null).ToListAsync(cancel))
            before.RemovedAt = now;
        var row = new SigningKeyRow
        {
            AgencyId = actor.AgencyId,
            Id = RowId.New(now),
            PersonId = person,
            Kept = form.File is null ? null : Encrypted(form.File, form.Password),
            Token = form.Token,
            TokenKey = form.TokenKey,
            Holder = key.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            Issuer = key.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            Certificate = key.Certificate.RawData,
            NotBefore = key.Certificate.NotBefore.ToUniversalTime(),
            NotAfter = key.Certificate.NotAfter.ToUniversalTime(),
            Picture = form.Picture,
            RegisteredAt = now,
        };
        db.Add(row);
        await log.Save(actor, cancel);
        return row;
    }

    private ISigningKey Open(SigningKeyForm form)
    {
        try
        {
            return form.File is { } file ? Pkcs12Key.Open(file, form.Password) : keys.OnToken(form.Token ?? "", form.TokenKey, form.Password);
        }
        catch (SigningFailedException failure)
        {
            throw SigningRejections.Of(failure, nameof(form.Password));
        }
    }

    private static void Check(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (!CertificateUsage.AllowsSigning(certificate)) throw SigningRejections.NotMeant();
        if (now < certificate.NotBefore || now > certificate.NotAfter)
            throw SigningRejections.NotValid(certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
    }

    private static void CheckPicture(byte[]? picture)
    {
        if (picture is null || (picture.Length <= LargestPicture && (picture is [0x89, 0x50, 0x4E, 0x47, ..] || picture.AsSpan().IndexOf("<svg"u8) >= 0))) return;
        throw new RejectedException("signing-picture", new Text(
            $"Hình chữ ký, con dấu phải là PNG hoặc SVG, không quá {LargestPicture / 1024} KB.",
            $"The picture of a signature or seal has to be PNG or SVG of {LargestPicture / 1024} KB at most."))
        { Field = nameof(SigningKeyForm.Picture) };
    }

    /// <summary>The same key and certificates, encrypted by AES-256 whatever the tool used that made the file.</summary>
    private static byte[] Encrypted(byte[] file, string password)
    {
        var all = X509CertificateLoader.LoadPkcs12Collection(file, password, X509KeyStorageFlags.EphemeralKeySet | X509KeyStorageFlags.Exportable);
        return all.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Rounds), password);
    }
}
