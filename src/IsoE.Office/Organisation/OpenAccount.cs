using System.Security.Cryptography;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Gives a person an account, or a new temporary password to one who has one; open sessions end with the old password.</summary>
public sealed class OpenAccount(UserManager<Account> accounts, OrganisationLog log, OfficeDb db, TimeProvider clock)
{
    /// <param name="userName">For a new account; one that is there keeps its name.</param>
    /// <returns>The temporary password, to be shown once.</returns>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>person-unknown</c>, <c>user-name</c>.</exception>
    public async Task<string> Run(Actor actor, string personId, string? userName, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeOrganisation);
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == personId, cancel)
            ?? throw new RejectedException("person-unknown", new Text(
                "Không tìm thấy người này trong cơ quan.", "There is no such person at the agency."));
        var password = TemporaryPassword();
        var account = await accounts.Users.SingleOrDefaultAsync(row => row.AgencyId == actor.AgencyId && row.PersonId == personId, cancel);
        if (account is null)
            await Create(actor, new Account { AgencyId = actor.AgencyId, PersonId = personId, UserName = userName?.Trim(), Email = person.Email }, password, cancel);
        else
            await Reset(actor, account, password, cancel);
        return password;
    }

    private Task Create(Actor actor, Account account, string password, CancellationToken cancel)
    {
        account.PasswordSetAt = clock.GetUtcNow();
        // The account manager saves what the scope's database holds: the row of history goes in with it.
        db.Add(account);
        return log.Save(actor, async () => Check(await accounts.CreateAsync(account, password)), cancel);
    }

    private Task Reset(Actor actor, Account account, string password, CancellationToken cancel)
    {
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        account.PasswordSetAt = clock.GetUtcNow();
        account.LockoutEnd = null;
        return log.Save(actor, async () => Check(await accounts.UpdateSecurityStampAsync(account)), cancel);
    }

    private void Check(IdentityResult result)
    {
        if (result.Succeeded) return;
        db.ChangeTracker.Clear();
        throw new RejectedException("user-name", new Text(
            "Tên đăng nhập này đã có người dùng hoặc có ký tự không được phép. Dùng chữ không dấu, số và dấu chấm.",
            "The user name is taken or has characters that are not allowed. Use letters without marks, digits and dots."))
        { Field = "UserName" };
    }

    /// <summary>Easy to read out: no letters or digits that look alike.</summary>
    private static string TemporaryPassword() => RandomNumberGenerator.GetString("abcdefghkmnpqrstuvwxyz23456789", 12);
}
