using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Migrations;
using IsoE.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Hosting;

/// <summary>What has to be there before the first request: tables, and either the sample agency or a way to create the administrator.</summary>
public sealed class FirstStart(DatabaseSchema schema, IDbContextFactory<OfficeDb> databases, SetupLink setup)
{
    /// <summary>Brings the database up to date.</summary>
    /// <returns>The path of the one-time link to create the administrator; null when somebody can sign in already.</returns>
    /// <exception cref="IsoE.Workflows.RejectedException">The database was written by a newer version.</exception>
    public async Task<string?> Run(CancellationToken cancel)
    {
        await schema.Migrate(cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Account>().AnyAsync(cancel) ? null : setup.Path();
    }
}
