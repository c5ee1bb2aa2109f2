using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace IsoE.Documents.Signing;

/// <summary>Which key of which token (PKCS#11, OASIS 2.40).</summary>
/// <param name="Library">The maker's library on this machine.</param>
/// <param name="Token">Label of the token.</param>
/// <param name="KeyLabel">Label of the certificate on it; null: the only one.</param>
public sealed record TokenKey(string Library, string Token, string? KeyLabel);

/// <summary>A key that never leaves its token: a USB token, a smart card or a hardware security module.</summary>
/// <remarks>
/// Being logged in holds for the whole program and not for one caller, so a token is open for one caller at a time
/// and is logged out at the end: nobody signs on the strength of the PIN that somebody else has entered.
/// </remarks>
public sealed class Pkcs11Key : ISigningKey
{
    private static readonly Pkcs11InteropFactories Factories = new();

    // Unloading a library ends it for everybody in the program, so it stays.
    private static readonly ConcurrentDictionary<string, Lazy<IPkcs11Library>> Libraries = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string Library, string Token), SemaphoreSlim> Turns = new();

    // The wrapper asks for the name that only development packages of Linux install.
    static Pkcs11Key() => NativeLibrary.SetDllImportResolver(typeof(Pkcs11InteropFactories).Assembly, (name, assembly, search) =>
        name == "libdl" && NativeLibrary.TryLoad("libdl.so.2", assembly, search, out var found) ? found : 0);

    private readonly ISession _session;
    private readonly SemaphoreSlim _turn;

    private Pkcs11Key(ISession session, SemaphoreSlim turn, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers, AsymmetricAlgorithm key) =>
        (_session, _turn, Certificate, Issuers, Key) = (session, turn, certificate, issuers, key);

    public X509Certificate2 Certificate { get; }

    public IReadOnlyList<X509Certificate2> Issuers { get; }

    public AsymmetricAlgorithm Key { get; }

    /// <exception cref="SigningFailedException"><c>NoToken</c>, <c>WrongPassword</c>, <c>NoKey</c>, <c>UnfitKey</c>.</exception>
    public static Pkcs11Key Open(TokenKey which, string pin)
    {
        var slot = SlotOf(which);
        var turn = Turns.GetOrAdd((which.Library, which.Token), _ => new SemaphoreSlim(1));
        turn.Wait();
        ISession? session = null;
        try
        {
            session = slot.OpenSession(SessionType.ReadOnly);
            session.Login(CKU.CKU_USER, pin);
            return Find(session, turn, which);
        }
        catch (Exception e)
        {
            if (session is not null) Close(session);
            turn.Release();
            if (e is Pkcs11Exception { RV: CKR.CKR_PIN_INCORRECT or CKR.CKR_PIN_LOCKED or CKR.CKR_PIN_LEN_RANGE or CKR.CKR_PIN_INVALID })
                throw new SigningFailedException(SigningFault.WrongPassword, "The token refuses the PIN.", e);
            if (e is Pkcs11Exception) throw new SigningFailedException(SigningFault.NoToken, $"The token {which.Token} does not answer: {e.Message}", e);
            throw;
        }
    }

    public void Dispose()
    {
        Key.Dispose();
        Certificate.Dispose();
        foreach (var issuer in Issuers) issuer.Dispose();
        Close(_session);
        _turn.Release();
    }

    private static void Close(ISession session)
    {
        try
        {
            session.Logout();
        }
        catch (Pkcs11Exception)
        {
            // It was not logged in, or the token was pulled out: either way nobody is logged in now.
        }

        session.Dispose();
    }

    private static ISlot SlotOf(TokenKey which)
    {
        try
        {
            var library = Libraries.GetOrAdd(which.Library, path => new Lazy<IPkcs11Library>(
                () => Factories.Pkcs11LibraryFactory.LoadPkcs11Library(Factories, path, AppType.MultiThreaded))).Value;
            return library.GetSlotList(SlotsType.WithTokenPresent).Find(slot => slot.GetTokenInfo().Label == which.Token)
                ?? throw new SigningFailedException(SigningFault.NoToken, $"There is no token {which.Token}.");
        }
        catch (Exception e) when (e is Pkcs11Exception or LibraryArchitectureException or UnmanagedException)
        {
            Libraries.TryRemove(which.Library, out _);
            throw new SigningFailedException(SigningFault.NoToken, $"The token's library {which.Library} cannot be used: {e.Message}", e);
        }
    }

    private static Pkcs11Key Find(ISession session, SemaphoreSlim turn, TokenKey which)
    {
        var certificates = session.FindAllObjects([Attribute(CKA.CKA_CLASS, (ulong)CKO.CKO_CERTIFICATE)])
            .Select(found => session.GetAttributeValue(found, [CKA.CKA_VALUE, CKA.CKA_ID, CKA.CKA_LABEL]))
            .Select(values => (Certificate: X509CertificateLoader.LoadCertificate(values[0].GetValueAsByteArray()), Id: values[1].GetValueAsByteArray(), Label: values[2].GetValueAsString()))
            .ToList();
        foreach (var (certificate, id, label) in certificates.Where(known => which.KeyLabel is null || known.Label == which.KeyLabel))
        {
            var keys = session.FindAllObjects([Attribute(CKA.CKA_CLASS, (ulong)CKO.CKO_PRIVATE_KEY), Factories.ObjectAttributeFactory.Create(CKA.CKA_ID, id)]);
            if (keys.Count == 0) continue;
            var issuers = SigningKeys.Issuers(certificate, [.. certificates.Select(known => known.Certificate)]);
            return new Pkcs11Key(session, turn, certificate, issuers, SigningKeys.Fit(KeyOf(session, keys[0], certificate)));
        }

        throw new SigningFailedException(SigningFault.NoKey, $"The token {which.Token} holds no private key with a certificate{(which.KeyLabel is { } wanted ? $" {wanted}" : "")}.");
    }

    private static AsymmetricAlgorithm? KeyOf(ISession session, IObjectHandle key, X509Certificate2 certificate)
    {
        if (certificate.GetRSAPublicKey() is { } rsa) return new TokenRsa(session, key, rsa);
        return certificate.GetECDsaPublicKey() is { } curve ? new TokenEcdsa(session, key, curve) : null;
    }

    private static IObjectAttribute Attribute(CKA name, ulong value) => Factories.ObjectAttributeFactory.Create(name, value);
}
