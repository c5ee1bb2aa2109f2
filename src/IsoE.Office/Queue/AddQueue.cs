using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Queue.Appointments;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Queue;

public static class QueueRegistration
{
    /// <summary>Numbers, counters, displays and appointments.</summary>
    public static IServiceCollection AddQueue(this IServiceCollection services)
    {
        services.AddSetup();
        services.AddServing();
        services.AddAppointments();
        services.AddScoped<ReadQueueFigures>();
        return services;
    }

    private static void AddSetup(this IServiceCollection services)
    {
        services.AddScoped<ReadQueueSetup>();
        services.AddScoped<SaveQueueField>();
        services.AddScoped<SaveQueueCounter>();
        services.AddScoped<SavePriorityGroup>();
        services.AddScoped<SaveQueueRules>();
        services.AddScoped<OpenDevice>();
        services.AddScoped<CloseDevice>();
        services.AddScoped<SetPaper>();
        services.AddScoped<FindDevice>();
    }

    private static void AddServing(this IServiceCollection services)
    {
        // Finished numbers are read by pages only: a step decides on those that are not.
        services.AddInstanceRows<TicketRow>($"status <> '{TicketState.Finished}'", always: false);
        services.AddOfficeEvent<TicketTaken>();
        services.AddOfficeEvent<TicketCalled>();
        services.AddOfficeEvent<TicketRecalled>();
        services.AddOfficeEvent<TicketPassed>();
        services.AddOfficeEvent<TicketTransferred>();
        services.AddOfficeEvent<TicketFinished>();
        services.AddOfficeEvent<TicketLinked>();
        services.AddProjection<TicketProjection>();
        services.AddScoped<QueueDay>();
        services.AddScoped<TakeTicket>();
        services.AddScoped<CallNext>();
        services.AddScoped<CallTicket>();
        services.AddScoped<RecallTicket>();
        services.AddScoped<PassTicket>();
        services.AddScoped<TransferTicket>();
        services.AddScoped<FinishTicket>();
        services.AddScoped<LinkTicket>();
        services.AddScoped<ReadQueue>();
        services.AddScoped<PrintTicket>();
    }

    private static void AddAppointments(this IServiceCollection services)
    {
        services.AddInstanceRows<AppointmentRow>(always: false);
        services.AddScoped<IErasesBesides, KeptAppointments>();
        services.AddScoped<IKeepsPerson, KeptAppointments>();
        services.AddOfficeEvent<AppointmentBooked>();
        services.AddOfficeEvent<AppointmentCancelled>();
        services.AddOfficeEvent<AppointmentKept>();
        services.AddProjection<AppointmentProjection>();
        services.AddScoped<FreeSlots>();
        services.AddScoped<BookAppointment>();
        services.AddScoped<CancelAppointment>();
        services.AddScoped<ArriveWithAppointment>();
        services.AddScoped<FindAppointment>();
    }
}
