using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Dossiers.Post;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IsoE.Office.Dossiers;

public static class DossiersRegistration
{
    /// <summary>Receiving dossiers, what happens to them, and reading them.</summary>
    public static IServiceCollection AddDossiers(this IServiceCollection services)
    {
        services.AddInstanceRows<DossierRow>();
        services.AddSingleton<PromisedDates>();
        services.AddSingleton<DossierReactions>();
        services.AddProjection<DossierProjection>();
        services.AddScoped<PartnerAgencies>();
        services.AddOutboxConsumer<OpenSubProcedure>(SubProcedures.StartTopic, new Text("Chuyển sang cơ quan khác", "Hand over to another agency"));
        services.AddOutboxConsumer<StopUncompleted>(StopUncompleted.Topic, new Text("Dừng hồ sơ quá hạn hoàn thiện", "Stop a submission that was not completed in time"));
        services.AddOutboxConsumer<OpenReplacement>(OpenReplacement.Topic, new Text("Lập hồ sơ làm lại kết quả", "Open the dossier that makes a result anew"));
        services.AddOutboxConsumer<SupersedeDossier>(Superseding.Topic, new Text("Thay thế giấy tiếp nhận", "Supersede a receipt"));
        AddEvents(services);
        AddRules(services);
        AddCommands(services);
        services.AddPost();
        services.AddScoped<FindDossier>();
        services.AddScoped<ListReads>();
        services.AddScoped<SearchDossiers>();
        services.AddScoped<TrackDossier>();
        services.AddScoped<AnswerCaller>();
        services.AddScoped<PreviewReception>();
        services.AddScoped<Timeline>();
        services.AddScoped<OutsideAnswers>();
        return services;
    }

    private static void AddRules(IServiceCollection services)
    {
        services.AddScoped<ITaskRule, NoWorkDuringWithdrawal>();
        services.AddScoped<ITaskRule, SupplementLimit>();
        services.AddScoped<ITaskRule, ProlongationLimit>();
        services.AddScoped<ITaskRule, ReturnSegregation>();
        services.AddScoped<ITaskRule, KeptOriginals>();
        services.AddScoped<ITaskRule, KnownPartner>();
    }

    private static void AddCommands(IServiceCollection services)
    {
        services.AddScoped<WaitingFor>();
        services.AddScoped<Duplicates>();
        services.AddScoped<Superseding>();
        services.AddScoped<ReusablePapers>();
        services.AddScoped<ReturnOriginals>();
        services.AddScoped<ReceiveDossier>();
        services.AddScoped<OpenInternalDossier>();
        services.AddScoped<RefuseAtCounter>();
        services.AddScoped<RefuseRegistered>();
        services.TryAddSingleton(SubmissionRule.Default);
        services.AddSingleton<SubmissionTerm>();
        services.AddScoped<SubmitDossier>();
        services.AddScoped<AcceptSubmission>();
        services.AddScoped<AskCompletion>();
        services.AddScoped<ListSubmissions>();
        services.AddScoped<CheckComponents>();
        services.AddScoped<ReceiveSupplement>();
        services.AddScoped<OverrideSupplementLimit>();
        services.AddScoped<SetFee>();
        services.AddScoped<AskWithdrawal>();
        services.AddScoped<DecideWithdrawal>();
        services.AddScoped<StopDossier>();
        services.AddScoped<ExtendDossier>();
        services.AddScoped<ReturnResult>();
        services.AddScoped<RecallResult>();
        services.AddScoped<AddAttachment>();
        services.AddScoped<Complain>();
        services.AddScoped<ReceiveOutsideEvent>();
    }

    private static void AddEvents(IServiceCollection services) => services
        .AddOfficeEvent<DossierReceived>()
        .AddOfficeEvent<InternalDossierOpened>()
        .AddOfficeEvent<DossierSuperseded>()
        .AddOfficeEvent<OriginalsReturned>()
        .AddOfficeEvent<CallAnswered>()
        .AddOfficeEvent<SubmissionAccepted>()
        .AddOfficeEvent<DossierAccepted>()
        .AddOfficeEvent<ProcessingStarted>()
        .AddOfficeEvent<ComponentsChecked>()
        .AddOfficeEvent<SupplementRequested>()
        .AddOfficeEvent<SupplementReceived>()
        .AddOfficeEvent<SupplementLimitOverridden>()
        .AddOfficeEvent<ClockPaused>()
        .AddOfficeEvent<ClockResumed>()
        .AddOfficeEvent<PromisedDateMoved>()
        .AddOfficeEvent<TermProlonged>()
        .AddOfficeEvent<ExtensionGranted>()
        .AddOfficeEvent<DossierMoved>()
        .AddOfficeEvent<FeeSet>()
        .AddOfficeEvent<PaymentRequested>()
        .AddOfficeEvent<PaymentReceived>()
        .AddOfficeEvent<ReceiptCancelled>()
        .AddOfficeEvent<RefundProposed>()
        .AddOfficeEvent<RefundDecided>()
        .AddOfficeEvent<RefundPaid>()
        .AddOfficeEvent<WithdrawalRequested>()
        .AddOfficeEvent<WithdrawalConfirmed>()
        .AddOfficeEvent<WithdrawalRejected>()
        .AddOfficeEvent<DossierStopped>()
        .AddOfficeEvent<DossierRefused>()
        .AddOfficeEvent<ResultIssued>()
        .AddOfficeEvent<ResultReturned>()
        .AddOfficeEvent<ResultRecalled>()
        .AddOfficeEvent<ComplaintMade>()
        .AddOfficeEvent<NationalSyncBegun>()
        .AddOfficeEvent<NationalCodeGiven>()
        .AddOfficeEvent<NationalStatusAcknowledged>()
        .AddOfficeEvent<NationalStatusToldAgain>()
        .AddOfficeEvent<LegalHoldPlaced>()
        .AddOfficeEvent<LegalHoldLifted>()
        .AddOfficeEvent<DossierHandedOver>()
        .AddOfficeEvent<DossierDestroyed>()
        .AddOfficeEvent<PersonalDataErased>()
        .AddOfficeEvent<AttachmentAdded>();
}
