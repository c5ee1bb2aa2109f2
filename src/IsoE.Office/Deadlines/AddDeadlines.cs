using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace IsoE.Office.Deadlines;

public static class DeadlinesRegistration
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddDeadlines(this IServiceCollection services, OfficeOptions options)
    {
        services.TryAddSingleton<CalendarSource>(_ => new DeadlineCalculator(NationalCalendar.Instance));
        services.AddInstanceRows<DueRow>("status = 'Pending'");
        services.AddOfficeEvent<StepNearlyDue>();
        services.AddOfficeEvent<StepBecameOverdue>();
        services.AddOfficeEvent<DossierNearlyDue>();
        services.AddOfficeEvent<DossierBecameOverdue>();
        services.AddOfficeEvent<AnswerBecameOverdue>();
        services.AddOfficeEvent<EffectiveDateReached>();
        services.AddOfficeEvent<StepTermMoved>();
        services.AddProjection<DueProjection>();
        services.AddSingleton<DeadlineSweep>();
        services.AddQuartz(quartz => Schedule(quartz, options));
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        return services;
    }

    private static void Schedule(IQuartzBuilder quartz, OfficeOptions options)
    {
        // SQLite serves one process, so its schedule may live in memory: the due rows are what must not be lost.
        if (options.Database is DatabaseKind.Postgres)
        {
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(options.ConnectionString);
                store.ProvisionSchema();
                store.UseClustering();
                store.ConfigureStore(settings => settings.StoreJobDataAsStrings = true);
            });
        }

        var key = new JobKey(nameof(DeadlineBell));
        quartz.AddJob<DeadlineBell>(job => job.WithIdentity(key));
        quartz.AddTrigger(trigger => trigger
            .WithIdentity(nameof(DeadlineBell))
            .ForJob(key)
            .StartNow()
            .WithSimpleSchedule(times => times.WithInterval(Every).RepeatForever()));
    }
}
