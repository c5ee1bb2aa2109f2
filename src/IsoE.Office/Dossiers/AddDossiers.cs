using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;

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
        AddEvents(services);
        AddRules(services);
        AddCommands(services);
        services.AddScoped<FindDossier>();
        services.AddScoped<SearchDossiers>();
        services.AddScoped<TrackDossier>();
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
        services.AddScoped<ITaskRule, FeeSegregation>();
        services.AddScoped<ITaskRule, ReturnSegregation>();
        services.AddScoped<ITaskRule, KnownPartner>();
        services.AddScoped<ITaskEntry, PaymentEntry>();
    }

    private static void AddCommands(IServiceCollection services)
    {
        services.AddScoped<WaitingFor>();
        services.AddScoped<ReceiveDossier>();
        services.AddScoped<OpenInternalDossier>();
        services.AddScoped<RefuseAtCounter>();
        services.AddScoped<RefuseRegistered>();
        services.AddScoped<CheckComponents>();
        services.AddScoped<ReceiveSupplement>();
        services.AddScoped<OverrideSupplementLimit>();
        services.AddScoped<SetFee>();
        services.AddScoped<RecordPayment>();
        services.AddScoped<CancelReceipt>();
        services.AddScoped<AskWithdrawal>();
        services.AddScoped<DecideWithdrawal>();
        services.AddScoped<StopDossier>();
        services.AddScoped<ExtendDossier>();
        services.AddScoped<ReturnResult>();
        services.AddScoped<AddAttachment>();
        services.AddScoped<ReceiveOutsideEvent>();
    }

    private static void AddEvents(IServiceCollection services) => services
        .AddOfficeEvent<DossierReceived>()
        .AddOfficeEvent<InternalDossierOpened>()
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
        .AddOfficeEvent<WithdrawalRequested>()
        .AddOfficeEvent<WithdrawalConfirmed>()
        .AddOfficeEvent<WithdrawalRejected>()
        .AddOfficeEvent<DossierStopped>()
        .AddOfficeEvent<DossierRefused>()
        .AddOfficeEvent<ResultIssued>()
        .AddOfficeEvent<ResultReturned>()
        .AddOfficeEvent<NationalSyncBegun>()
        .AddOfficeEvent<NationalCodeGiven>()
        .AddOfficeEvent<NationalStatusAcknowledged>()
        .AddOfficeEvent<NationalStatusToldAgain>()
        .AddOfficeEvent<AttachmentAdded>();
}
