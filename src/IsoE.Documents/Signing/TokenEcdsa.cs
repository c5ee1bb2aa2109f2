using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace IsoE.Documents.Signing;

/// <summary>An ECDSA key on a token: it signs digests there, and shows its public half only.</summary>
internal sealed class TokenEcdsa : ECDsa
{
    private readonly ISession _session;
    private readonly IObjectHandle _key;
    private readonly ECDsa _publicHalf;

    public TokenEcdsa(ISession session, IObjectHandle key, ECDsa publicHalf)
    {
        (_session, _key, _publicHalf) = (session, key, publicHalf);
        KeySizeValue = publicHalf.KeySize;
    }

    public override byte[] SignHash(byte[] hash)
    {
        using var mechanism = _session.Factories.MechanismFactory.Create(CKM.CKM_ECDSA);
        return _session.Sign(mechanism, _key, hash);
    }

    public override bool VerifyHash(byte[] hash, byte[] signature) => _publicHalf.VerifyHash(hash, signature);

    public override ECParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("A key on a token cannot be taken out.")
        : _publicHalf.ExportParameters(false);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _publicHalf.Dispose();
        base.Dispose(disposing);
    }
}
