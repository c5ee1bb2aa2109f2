using IsoE.Office.Instances;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tasks;

public static class TasksRegistration
{
    /// <summary>Inbox, claiming, completing, sending back, reassigning.</summary>
    public static IServiceCollection AddTasks(this IServiceCollection services)
    {
        // All tasks of the instance, done ones too: who did an earlier step decides who may do this one.
        services.AddInstanceRows<TaskRow>();
        services.AddProjection<TaskProjection>();
        services.AddOfficeEvent<TaskClaimed>();
        services.AddOfficeEvent<TaskReleased>();
        services.AddOfficeEvent<TaskReassigned>();
        services.AddOfficeEvent<TaskEscalated>();
        services.AddOfficeEvent<ActedOnBehalf>();
        services.AddScoped<SegregatedStep>();
        services.AddScoped<TaskForms>();
        services.AddScoped<ITaskEntry, NamedPeople>();
        services.AddScoped<ITaskRule, NamedForTask>();
        services.AddScoped<Completion>();
        services.AddScoped<ClaimTask>();
        services.AddScoped<ReleaseTask>();
        services.AddScoped<CompleteTask>();
        services.AddScoped<SendBackTask>();
        services.AddScoped<ReassignTask>();
        services.AddScoped<Inbox>();
        services.AddScoped<FindTask>();
        return services;
    }
}
