using IsoE.Office.Storage.Attachments;
using IsoE.Office.Storage.Backup;
using IsoE.Office.Storage.Migrations;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Storage.Steps;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace IsoE.Office.Storage;

public static class StorageRegistration
{
    /// <summary>The database, the attachments and the agency of the scope.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, OfficeOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddScoped<CurrentAgency>();
        services.AddPooledDbContextFactory<OfficeDb>(db => Configure(db, options));
        services.AddScoped(Lease);
        services.AddSingleton<DatabaseSchema>();
        services.AddSingleton<DatabaseBackup>();
        services.AddSingleton<HistoryVerification>();
        services.AddSingleton<AttachmentStore>();
        services.AddKeptFilesOfInstances<AttachmentRow>(attachment => attachment.Sha256);
        services.AddKeptFiles<UploadRow>(upload => upload.Sha256);
        services.AddScoped<Uploads>();
        services.AddChore<AttachmentCleanup>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(all => all.GetRequiredService<OutboxDispatcher>());
        services.AddSingleton<RowMaps>();
        if (options.Database is DatabaseKind.Postgres)
            services.AddSingleton<IStepStore, PostgresStepStore>();
        else
            services.AddSingleton<IStepStore, SqliteStepStore>();
        return services;
    }

    /// <summary>Has the outbox rows of a topic delivered to <typeparamref name="T"/>.</summary>
    /// <param name="name">What that does, for people who look after what could not be delivered.</param>
    public static IServiceCollection AddOutboxConsumer<T>(this IServiceCollection services, string topic, Text name, OutboxLane lane = OutboxLane.Quick)
        where T : class, IOutboxConsumer
    {
        services.TryAddScoped<T>();
        return services.AddSingleton(new OutboxTopic(topic, typeof(T), name, lane));
    }

    internal static void Configure(DbContextOptionsBuilder db, OfficeOptions options)
    {
        // The migrations are written from the model's own create script; a test compares the two.
        db.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (options.Database is DatabaseKind.Postgres)
            db.UseNpgsql(Prepared(options.ConnectionString));
        else
            db.UseSqlite(options.ConnectionString).AddInterceptors(new SqliteConnections());
    }

    /// <summary>Pages ask the same questions again and again: each is planned once for a connection, unless the connection string says otherwise.</summary>
    internal static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Max Auto Prepare")) (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (200, 3);
        if (!settings.ShouldSerialize("No Reset On Close")) settings.NoResetOnClose = true;
        return settings.ConnectionString;
    }

    private static OfficeDb Lease(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContext();
        db.Agency = scope.GetRequiredService<CurrentAgency>();
        return db;
    }
}
