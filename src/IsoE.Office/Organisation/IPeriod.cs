using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>How something of the organisation stood from one day to another. A change begins a new period; what was is never rewritten.</summary>
public interface IPeriod : IBelongsToAgency
{
    /// <summary>The same in all periods: what other rows refer to.</summary>
    string Code { get; }

    DateOnly FromOn { get; }

    /// <summary>Last day; null until further notice.</summary>
    DateOnly? ToOn { get; set; }

    /// <summary>What goes on with its work after its end; null while it stands, or when nothing does.</summary>
    string? SuccessorCode { get; set; }
}

/// <summary>Reading the organisation as it stood on a day.</summary>
public static class PeriodsOnDay
{
    /// <summary>Whether the period covers the day, first and last day included.</summary>
    public static bool HoldsOn(this IPeriod period, DateOnly day) => period.FromOn <= day && (period.ToOn is null || day <= period.ToOn);

    /// <summary>Only what stands on the day.</summary>
    public static IQueryable<T> InForce<T>(this IQueryable<T> periods, DateOnly day)
        where T : class, IPeriod =>
        periods.Where(period => period.FromOn <= day && (period.ToOn == null || period.ToOn >= day));

    /// <summary>Everything by its code as it stood on the day; what had ended as it stood last, what was to come as it began.</summary>
    public static async Task<Dictionary<string, T>> On<T>(this IQueryable<T> periods, DateOnly day, CancellationToken cancel)
        where T : class, IPeriod =>
        (await periods.AsNoTracking().ToListAsync(cancel))
            .GroupBy(period => period.Code, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Where(period => period.FromOn <= day).MaxBy(period => period.FromOn) ?? group.MinBy(period => period.FromOn)!,
                StringComparer.Ordinal);
}
