using IsoE.Office.Records.Retention.Transfer;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Evidence;

public static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddOutboxConsumer<PackTransfer>(TransferProjection.PackTopic, new Text("Đóng gói hồ sơ nộp lưu", "Make the package for the archive"), OutboxLane.Slow);
        services.AddScoped<ExportPack>();
        services.AddScoped<DrawSample>();
        services.AddScoped<ReadAsOf>();
        return services;
    }
}
