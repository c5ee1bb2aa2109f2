using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.DocumentControl;

public static class DocumentControlRegistration
{
    /// <summary>Drafts, review, approval, publication, distribution and repeal of procedures.</summary>
    public static IServiceCollection AddDocumentControl(this IServiceCollection services)
    {
        services.AddInstanceRows<DocumentRow>(always: false);
        services.AddInstanceRows<CommentRow>(always: false);
        services.AddInstanceRows<ReadingRow>(always: false);
        services.AddProjection<DocumentProjection>();
        services.AddProjection<ReadingProjection>();
        services.AddOutboxConsumer<KeepEffectiveDate>(DocumentProjection.EffectiveTopic, new Text("Đặt ngày hiệu lực của quy trình", "Set the effective date of a procedure"));
        services.AddOutboxConsumer<SupersedePredecessor>(DocumentProjection.InForceTopic, new Text("Thay phiên bản trước của quy trình", "Supersede the version before"));
        AddEvents(services);
        AddExternalDocuments(services);
        services.AddScoped<DraftRevisions>();
        services.AddScoped<SignerTitle>();
        services.AddScoped<DocumentCheck>();
        services.AddScoped<BeginDraft>();
        services.AddScoped<BeginImportedDraft>();
        services.AddScoped<BeginDrawnDraft>();
        services.AddScoped<OpenDocument>();
        services.AddScoped<ListDocuments>();
        services.AddScoped<SaveDraft>();
        services.AddScoped<EditDraft>();
        services.AddScoped<MergeDraft>();
        services.AddScoped<TurnDraft>();
        services.AddScoped<CommentDocument>();
        services.AddScoped<SubmitForReview>();
        services.AddScoped<SignDocument>();
        services.AddScoped<ReturnDocument>();
        services.AddScoped<PublishDocument>();
        services.AddScoped<RepealProcedure>();
        services.AddScoped<DistributeDocument>();
        services.AddScoped<AcknowledgeDocument>();
        services.AddScoped<ReadingDuty>();
        services.AddScoped<ReadingList>();
        return services;
    }

    private static void AddExternalDocuments(IServiceCollection services)
    {
        services.AddInstanceRows<ExternalDocumentRow>(always: false);
        services.AddProjection<ExternalDocumentProjection>();
        services.AddOutboxConsumer<TellOfExpiry>(ExternalDocumentProjection.ExpiredTopic, new Text("Báo quy trình có căn cứ hết hiệu lực", "Tell of a text that has expired"));
        services.AddOfficeEvent<ExternalDocumentRecorded>();
        services.AddOfficeEvent<ExternalDocumentExpired>();
        services.AddScoped<ExternalDocumentList>();
        services.AddScoped<RecordExternalDocument>();
        services.AddChore<WatchCitedTexts>();
    }

    private static void AddEvents(IServiceCollection services) => services
        .AddOfficeEvent<DocumentBegun>()
        .AddOfficeEvent<DraftSaved>()
        .AddOfficeEvent<DraftSetAside>()
        .AddOfficeEvent<DraftTurned>()
        .AddOfficeEvent<CommentMade>()
        .AddOfficeEvent<CommentResolved>()
        .AddOfficeEvent<SubmittedForReview>()
        .AddOfficeEvent<DocumentReviewed>()
        .AddOfficeEvent<DocumentApproved>()
        .AddOfficeEvent<DocumentReturned>()
        .AddOfficeEvent<DocumentWithdrawn>()
        .AddOfficeEvent<DocumentPublished>()
        .AddOfficeEvent<DocumentCameIntoForce>()
        .AddOfficeEvent<DocumentSuperseded>()
        .AddOfficeEvent<DocumentRepealed>()
        .AddOfficeEvent<DocumentBecameObsolete>()
        .AddOfficeEvent<DocumentDistributed>()
        .AddOfficeEvent<DocumentAcknowledged>();
}
