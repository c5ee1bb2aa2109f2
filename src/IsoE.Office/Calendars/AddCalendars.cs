using IsoE.Office.Calendars.Edit;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Calendars;

public static class CalendarsRegistration
{
    /// <summary>Working time of every agency, and the commands that change it.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services)
    {
        services.AddSingleton<AgencyCalendars>();
        services.AddSingleton<CalendarSource>(provider => provider.GetRequiredService<AgencyCalendars>().Of);
        services.AddScoped<CalendarEdit>();
        services.AddScoped<AddHoliday>();
        services.AddScoped<AddMakeUpDay>();
        services.AddScoped<RemoveCalendarRow>();
        services.AddScoped<SetHours>();
        services.AddScoped<SetNearlyDue>();
        services.AddScoped<AddCalendarYear>();
        services.AddScoped<ConfirmYear>();
        services.AddScoped<CalendarYearView>();
        return services;
    }
}
