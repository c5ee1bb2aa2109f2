using IsoE.Documents.Signing;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Signatures;

/// <summary>Finds registered keys and opens them for as long as it takes to sign.</summary>
public sealed class OpenSigningKey(OfficeDb db, SignatureOptions options)
{
    /// <summary>The key of the person, or of the agency; null when none is registered.</summary>
    public Task<SigningKeyRow?> Find(Actor actor, bool isSeal, CancellationToken cancel)
    {
        var person = isSeal ? null : actor.PersonId;
        return db.Set<SigningKeyRow>().AsNoTracking().Where(row => row.PersonId == person && row.RemovedAt == null)
            .OrderByDescending(row => row.RegisteredAt).FirstOrDefaultAsync(cancel);
    }

    /// <exception cref="SigningFailedException">The password is wrong, or the token cannot be reached.</exception>
    public ISigningKey Open(SigningKeyRow row, string password) =>
        row.Kept is { } file ? Pkcs12Key.Open(file, password) : OnToken(row.Token!, row.TokenKey, password);

    /// <exception cref="SigningFailedException"><c>NoToken</c>, <c>WrongPassword</c>, <c>NoKey</c>, <c>UnfitKey</c>.</exception>
    internal ISigningKey OnToken(string label, string? key, string pin)
    {
        var token = options.Tokens.FirstOrDefault(known => known.Label == label)
            ?? throw new SigningFailedException(SigningFault.NoToken, $"This installation has no token {label}.");
        return Pkcs11Key.Open(new TokenKey(token.Library, token.Label, key), pin);
    }
}
