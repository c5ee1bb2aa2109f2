using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Storage.Attachments;

/// <summary>Rows of one type that refer to stored files by their hash.</summary>
/// <param name="Refer">Whether some row of any agency refers to the hash, apart from those of an instance that is named or null.</param>
public sealed record KeptFiles(Func<OfficeDb, string, string?, CancellationToken, Task<bool>> Refer)
{
    /// <summary>Whether anything refers to the hash, apart from the rows of an instance.</summary>
    /// <param name="except">Null: no exception.</param>
    public static async Task<bool> Refers(IEnumerable<KeptFiles> kept, OfficeDb db, string sha256, string? except, CancellationToken cancel)
    {
        foreach (var rows in kept)
            if (await rows.Refer(db, sha256, except, cancel)) return true;
        return false;
    }
}

public static class KeptFilesRegistration
{
    /// <summary>Keeps the files that rows of the type name from being cleaned up.</summary>
    public static IServiceCollection AddKeptFiles<T>(this IServiceCollection services, Expression<Func<T, string?>> hash)
        where T : class => services.AddSingleton(new KeptFiles((db, sha256, _, cancel) =>
            db.Set<T>().IgnoreQueryFilters().Select(hash).AnyAsync(kept => kept == sha256, cancel)));

    /// <summary>The same for rows of instances, until the law has the content of the instance erased.</summary>
    public static IServiceCollection AddKeptFilesOfInstances<T>(this IServiceCollection services, Expression<Func<T, string?>> hash)
        where T : class, IInstanceRow => services.AddSingleton(new KeptFiles((db, sha256, except, cancel) =>
            db.Set<T>().IgnoreQueryFilters()
                .Where(row => row.InstanceId != except
                    && !db.Instances.Any(instance => instance.AgencyId == row.AgencyId && instance.InstanceId == row.InstanceId && instance.ErasedAt != null))
                .Select(hash).AnyAsync(kept => kept == sha256, cancel)));
}
