using IsoE.Documents.Typesetting;
using IsoE.Office.Instances;
using IsoE.Office.Records.Printing;
using IsoE.Office.Records.Retention;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Office.Records.Retention.Transfer;
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
        services.AddKeptFilesOfInstances<RecordRow>(record => record.Sha256);
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
        services.AddInstanceRows<DisposalRow>(always: false);
        services.AddInstanceRows<DisposalLineRow>(always: false);
        services.AddProjection<DisposalProjection>();
        services.AddOfficeEvent<DisposalProposed>();
        services.AddOfficeEvent<DisposalLineTakenOut>();
        services.AddOfficeEvent<DisposalApproved>();
        services.AddOfficeEvent<DisposalRejected>();
        services.AddOfficeEvent<DossierDisposalEnded>();
        services.AddOfficeEvent<DisposalDone>();
        services.AddOutboxConsumer<CarryOutDisposal>(DisposalProjection.CarryOutTopic, new Text("Hủy hồ sơ theo danh mục đã duyệt", "Destroy the dossiers of an approved list"), OutboxLane.Slow);
        services.AddOutboxConsumer<EraseBesides>(EraseBesides.Topic, new Text("Xóa dữ liệu liên quan của hồ sơ đã hủy", "Erase what is kept besides a destroyed dossier"));
        services.TryAddSingleton(ArchiveRule.Default);
        services.AddInstanceRows<TransferRow>(always: false);
        services.AddInstanceRows<TransferLineRow>(always: false);
        services.AddProjection<TransferProjection>();
        services.AddOfficeEvent<TransferPrepared>();
        services.AddOfficeEvent<TransferPacked>();
        services.AddOfficeEvent<TransferReceived>();
        services.AddOfficeEvent<TransferSentBack>();
        services.AddOutboxConsumer<EndTransfer>(TransferProjection.EndTopic, new Text("Ghi việc nộp lưu vào hồ sơ", "Note the hand-over in the dossiers"));
        services.AddSingleton<PackageFiles>();
        services.AddScoped<DueTransfers>();
        services.AddScoped<PrepareTransfer>();
        services.AddScoped<AnswerTransfer>();
        services.AddScoped<ReadTransfers>();
        services.AddScoped<ReadTransferRegister>();
        services.AddScoped<FindObstacle>();
        services.AddScoped<DueDossiers>();
        services.AddScoped<ProposeDisposal>();
        services.AddScoped<DecideDisposal>();
        services.AddScoped<DestroyDossier>();
        services.AddScoped<ReadDisposals>();
        services.AddScoped<ReadDisposalMinutes>();
        services.AddScoped<PlaceLegalHold>();
        services.AddScoped<LiftLegalHold>();
        services.AddScoped<ReadLegalHolds>();
        services.AddScoped<ReadSubjectData>();
        services.AddScoped<SubjectErasure>();
        services.AddScoped<OpenRecord>();
        services.AddScoped<PrintControlSheet>();
        services.AddScoped<PrintDossierRecord>();
        services.AddScoped<PrintProcedure>();
        services.AddScoped<PrintDeclaration>();
        services.AddOutboxConsumer<PrintRecordConsumer>(RecordProjection.PrintTopic, new Text("In giấy tờ, hồ sơ", "Print a record"), OutboxLane.Slow);
        return services;
    }
}
