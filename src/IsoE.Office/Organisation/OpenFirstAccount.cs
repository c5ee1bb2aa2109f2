using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.AspNetCore.Identity;

namespace IsoE.Office.Organisation;

/// <summary>Gives the first administrator of an installation an account with a password of their own choice.</summary>
public sealed class OpenFirstAccount(UserManager<Account> accounts, OrganisationLog log, OfficeDb db, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>user-name</c>: the name or the password is not accepted.</exception>
    public async Task Run(Person administrator, string userName, string password, CancellationToken cancel)
    {
        var account = new Account
        {
            AgencyId = administrator.AgencyId,
            PersonId = administrator.Id,
            UserName = userName.Trim(),
            PasswordSetAt = clock.GetUtcNow(),
        };
        db.Add(account);
        var actor = new Actor(administrator.AgencyId, administrator.Id, administrator.FullName, []);
        await log.Save(actor, async () => Check(await accounts.CreateAsync(account, password)), cancel);
    }

    private void Check(IdentityResult result)
    {
        if (result.Succeeded) return;
        db.ChangeTracker.Clear();
        throw new RejectedException("user-name", new Text(
            "Tên đăng nhập chỉ gồm chữ không dấu, số và dấu chấm; mật khẩu cần ít nhất 5 ký tự khác nhau.",
            "The user name has letters without marks, digits and dots; the password needs 5 different characters."))
        { Field = "UserName" };
    }
}
