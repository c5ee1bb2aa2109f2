using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Storage.Attachments;

/// <summary>Rows of one type that refer to stored files by their hash.</summary>
/// <param name="Refer">Whether some row of any agency refers to the hash.</param>
public sealed record KeptFiles(Func<OfficeDb, string, CancellationToken, Task<bool>> Refer);

public static class KeptFilesRegistration
{
    /// <summary>Keeps the files that rows of the type name from being cleaned up.</summary>
    public static IServiceCollection AddKeptFiles<T>(this IServiceCollection services, Expression<Func<T, string?>> hash)
        where T : class => services.AddSingleton(new KeptFiles((db, sha256, cancel) =>
            db.Set<T>().IgnoreQueryFilters().Select(hash).AnyAsync(kept => kept == sha256, cancel)));
}
