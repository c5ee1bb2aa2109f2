using IsoE.Office.Instances.Incidents;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Storage.Steps;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Instances;

public static class InstancesRegistration
{
    public static IServiceCollection AddInstances(this IServiceCollection services)
    {
        services.AddSingleton<OfficeEventTypes>();
        services.AddSingleton<InstanceHistory>();
        services.AddInstanceRows<HistoryRow>(always: false);
        services.AddOfficeEvent<HistoryErased>();
        services.AddOutboxConsumer<RemoveErasedFiles>(RemoveErasedFiles.Topic, new Text("Xóa tệp của hồ sơ đã hủy", "Remove the files of what was destroyed"));
        services.AddOfficeEvent<SubProcedureEndedLate>();
        services.AddOfficeEvent<SegregationRefused>();
        services.AddOfficeEvent<IncidentTaken>();
        services.AddOfficeEvent<DeliveryTaken>();
        services.AddOfficeEvent<DeliverySentAgain>();
        services.AddScoped<ListIncidents>();
        services.AddScoped<TakeIncident>();
        services.AddScoped<RetryIncident>();
        services.AddProjection<SubProcedures>();
        services.AddOutboxConsumer<ResumeParent>(SubProcedures.EndedTopic, new Text("Trả lời cơ quan đã hỏi", "Answer the agency that asked"));
        services.AddSingleton(all => new InstanceRunner(
            all.GetRequiredService<IStepStore>(),
            new StepTools(
                all.GetRequiredService<OfficeEventTypes>(),
                all.GetRequiredService<DefinitionSource>(),
                all.GetRequiredService<TimeProvider>()),
            all.GetServices<IProjection>(),
            all.GetRequiredService<InstanceHistory>(),
            all.GetRequiredService<OutboxSignal>()));
        return services;
    }

    /// <summary>Admits an event to the history under the name of its type.</summary>
    public static IServiceCollection AddOfficeEvent<T>(this IServiceCollection services)
        where T : OfficeEvent => services.AddSingleton(new OfficeEventType(typeof(T).Name, typeof(T)));

    /// <summary>Has rows of the type read with their instance in every step, or only on request.</summary>
    /// <param name="condition">SQL on the columns that both databases understand, for example <c>status = 'Open'</c>.</param>
    /// <param name="always">False: only in steps that name the type in <see cref="StepRequest.Also"/>.</param>
    public static IServiceCollection AddInstanceRows<T>(this IServiceCollection services, string? condition = null, bool always = true)
        where T : class, IInstanceRow => services.AddSingleton(new InstanceRows(typeof(T), condition, always));

    public static IServiceCollection AddProjection<T>(this IServiceCollection services)
        where T : class, IProjection => services.AddSingleton<IProjection, T>();
}
