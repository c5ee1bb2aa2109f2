using IsoE.Office.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IsoE.Web.Hosting;

/// <summary>Whether the database answers.</summary>
public sealed class DatabaseHealth(OfficeDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
