using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Changes the own password; sessions opened elsewhere with the old one end.</summary>
public sealed class ChangePassword(UserManager<Account> accounts, OrganisationLog log, OfficeDb db, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>password-wrong</c>, <c>password-weak</c>.</exception>
    public async Task<Account> Run(Actor actor, string current, string next, CancellationToken cancel)
    {
        var account = await accounts.Users.SingleAsync(row => row.AgencyId == actor.AgencyId && row.PersonId == actor.PersonId, cancel);
        account.PasswordSetAt = clock.GetUtcNow();
        await log.Save(actor, async () => Check(await accounts.ChangePasswordAsync(account, current, next)), cancel);
        return account;
    }

    private void Check(IdentityResult result)
    {
        if (result.Succeeded) return;
        db.ChangeTracker.Clear();
        throw result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch))
            ? new RejectedException("password-wrong", new Text("Mật khẩu hiện tại không đúng.", "The present password is wrong.")) { Field = "Current" }
            : new RejectedException("password-weak", new Text(
                "Mật khẩu mới quá dễ đoán: dùng ít nhất 5 ký tự khác nhau.",
                "The new password is too easy to guess: use at least 5 different characters."))
            { Field = "New" };
    }
}
