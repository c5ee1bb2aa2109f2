using Microsoft.AspNetCore.DataProtection;

namespace IsoE.Web.Identity;

/// <summary>The one-time link by which a new installation gets its administrator.</summary>
/// <remarks>Valid on every node for a day, and only while no account exists: the page checks that.</remarks>
public sealed class SetupLink(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(1);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("setup").ToTimeLimitedDataProtector();

    public string Path() => "/Session/Setup?token=" + Uri.EscapeDataString(_protector.Protect("administrator", Validity));

    public bool IsValid(string? token)
    {
        try
        {
            return token is not null && _protector.Unprotect(token) == "administrator";
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
