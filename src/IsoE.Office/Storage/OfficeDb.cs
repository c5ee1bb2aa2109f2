using IsoE.Office.Storage.Attachments;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IsoE.Office.Storage;

/// <summary>The office's database for screens and master data. Steps write through the instance runner instead.</summary>
/// <remarks>
/// Rows are found by their <see cref="IEntityTypeConfiguration{T}"/> in this assembly; reach a capability's rows by
/// <c>Set&lt;T&gt;()</c>. Tables are the class name without <c>Row</c>, columns the property name, in snake case.
/// Enumerations are stored by name. Rows of <see cref="IBelongsToAgency"/> are filtered by the agency of the scope.
/// </remarks>
public sealed class OfficeDb(DbContextOptions<OfficeDb> options) : DbContext(options)
{
    /// <summary>Name of the query filter that isolates agencies, for <c>IgnoreQueryFilters</c> in jobs over all of them.</summary>
    public const string AgencyFilter = "agency";

    public DbSet<InstanceRow> Instances => Set<InstanceRow>();

    public DbSet<HistoryRow> History => Set<HistoryRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    /// <summary>The agency of the scope that leased this context.</summary>
    public CurrentAgency Agency { get; set; } = new();

    private string? AgencyId => Agency.Id;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseForeignRows();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseForeignRows();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // Contexts are pooled: the next one to lease this must not inherit the agency.
    public override void Dispose()
    {
        Agency = new CurrentAgency();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Agency = new CurrentAgency();
        return base.DisposeAsync();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        if (Database.IsNpgsql())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
            return;
        }

        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantTextConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OfficeDb).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes())
            Name(type);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IBelongsToAgency))))
            Isolate(modelBuilder, type);
    }

    private static void Name(IMutableEntityType type)
    {
        var table = (IConventionEntityType)type;
        if (table.GetTableNameConfigurationSource() is not ConfigurationSource.Explicit)
        {
            var name = type.ClrType.Name;
            type.SetTableName(SnakeCase.Of(name.EndsWith("Row", StringComparison.Ordinal) ? name[..^3] : name));
        }

        foreach (var property in type.GetProperties())
            if (((IConventionProperty)property).GetColumnNameConfigurationSource() is not ConfigurationSource.Explicit)
                property.SetColumnName(SnakeCase.Of(property.Name));
    }

    private void Isolate(ModelBuilder model, IMutableEntityType type) =>
        typeof(OfficeDb)
            .GetMethod(nameof(Filter), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .MakeGenericMethod(type.ClrType)
            .Invoke(this, [model]);

    private void Filter<T>(ModelBuilder model)
        where T : class, IBelongsToAgency =>
        model.Entity<T>().HasQueryFilter(AgencyFilter, row => row.AgencyId == AgencyId);

    private void RefuseForeignRows()
    {
        if (AgencyId is null)
            return;
        foreach (var entry in ChangeTracker.Entries<IBelongsToAgency>().Where(IsChanged))
            if (entry.Entity.AgencyId != AgencyId)
                throw new InvalidOperationException(
                    $"Expected to write rows of agency {AgencyId}, but {entry.Metadata.DisplayName()} belongs to {entry.Entity.AgencyId}.");
    }

    private static bool IsChanged(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    /// <summary>PostgreSQL takes instants only with offset zero.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        at => at.ToUniversalTime(),
        at => at);

    /// <summary>SQLite has no instant; fixed-width UTC text sorts as time does and can be read by people.</summary>
    private sealed class InstantTextConverter() : ValueConverter<DateTimeOffset, string>(
        at => Instant.Format(at),
        text => Instant.Parse(text));
}
