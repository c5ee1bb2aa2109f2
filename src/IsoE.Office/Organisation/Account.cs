using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Organisation;

/// <summary>What a person signs in with. Accounts are looked up before the agency is known, so no agency filters them.</summary>
public sealed class Account : IdentityUser, ILogged
{
    public required string AgencyId { get; init; }
    public required string PersonId { get; init; }

    /// <summary>When the password was last set, by its holder or by an administrator.</summary>
    public DateTimeOffset? PasswordSetAt { get; set; }

    string ILogged.Subject => PersonId;

    string ILogged.Called => UserName ?? "";
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasKey(account => account.Id);
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder.HasIndex(account => account.NormalizedEmail);
        builder.HasIndex(account => new { account.AgencyId, account.PersonId }).IsUnique();
        builder.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
    }
}

internal sealed class AccountClaimTable : IEntityTypeConfiguration<IdentityUserClaim<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder)
    {
        builder.ToTable("account_claim");
        builder.HasKey(claim => claim.Id);
        builder.HasIndex(claim => claim.UserId);
    }
}

internal sealed class AccountLoginTable : IEntityTypeConfiguration<IdentityUserLogin<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.ToTable("account_login");
        builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
        builder.HasIndex(login => login.UserId);
    }
}

internal sealed class AccountTokenTable : IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.ToTable("account_token");
        builder.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
    }
}
