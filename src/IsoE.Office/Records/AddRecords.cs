using IsoE.Documents.Typesetting;
using IsoE.Office.Instances;
using IsoE.Office.Records.Printing;
using IsoE.Office.Records.Retention;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Office.Records.Signing;
using IsoE.Office.Records.Subjects;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IsoE.Office.Records;

public static class RecordsRegistration
{
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.TryAddSingleton(new TypesetterOptions());
        services.TryAddSingleton(new RecordOptions());
        services.AddSingleton<Typesetter>();
        services.AddInstanceRows<RecordRow>(always: false);
        services.AddSealedFiles("record", "record");
        services.AddKeptFiles<RecordRow>(record => record.Sha256);
        services.AddOfficeEvent<RecordPrinted>();
        services.AddProjection<RecordProjection>();
        services.AddScoped<ReadDossierMoment>();
        services.AddScoped<PrintRecord>();
        services.AddScoped<PaperSigners>();
        services.AddScoped<WaitingPapers>();
        services.AddScoped<SignPaper>();
        services.AddScoped<FindSignable>();
        services.AddScoped<CompleteSigned>();
        services.AddScoped<FindSignedFiles>();
        services.AddScoped<RetentionSchedule>();
        services.AddInstanceRows<LegalHoldRow>(always: false);
        services.AddProjection<LegalHoldProjection>();
        services.AddScoped<PlaceLegalHold>();
        services.AddScoped<LiftLegalHold>();
        services.AddScoped<ReadLegalHolds>();
        services.AddScoped<ReadSubjectData>();
        services.AddScoped<OpenRecord>();
        services.AddScoped<PrintControlSheet>();
        services.AddScoped<PrintDossierRecord>();
        services.AddScoped<PrintProcedure>();
        services.AddScoped<PrintDeclaration>();
        services.AddOutboxConsumer<PrintRecordConsumer>(RecordProjection.PrintTopic, new Text("In giấy tờ, hồ sơ", "Print a record"), OutboxLane.Slow);
        return services;
    }
}
