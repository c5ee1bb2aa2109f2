using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers.Post;

/// <summary>The applicant is reminded of a result that waits at the counter.</summary>
/// <param name="Day">The configured number of days after the result was ready.</param>
public sealed record CollectionReminded(int Day) : OfficeEvent;

/// <summary>Reminds of the results of all agencies that wait at the counter, once for each configured day.</summary>
/// <remarks>The day is the key of the step: two servers, or two runs, remind once. After a standstill only the last day that passed is made up for.</remarks>
public sealed class RemindCollection(IDbContextFactory<OfficeDb> databases, InstanceRunner instances, TimeProvider clock) : IChore
{
    public static TimeSpan Every => TimeSpan.FromHours(3);

    /// <returns>How many were due to be reminded, those reminded before included.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var due = (await Waiting(cancel)).Select(each => (each.Row, Day: DayOf(each.Row, each.Days, today))).Where(each => each.Day is not null).ToList();
        foreach (var (row, day) in due)
            await instances.Run(
                new StepRequest(row.AgencyId, row.InstanceId, $"remind-{day}", Actor.SystemId) { Also = [typeof(PostOrderRow)] },
                step =>
                {
                    // It may have been collected since it was read, or be with the post.
                    if (step.Find<DossierRow>()!.Delivery is DeliveryState.Ready && !step.All<PostOrderRow>().Any(order => order.IsUnderway))
                        step.Record(new CollectionReminded(day!.Value));
                },
                cancel);
        return due.Count;
    }

    private async Task<List<(DossierRow Row, IReadOnlyList<int> Days)>> Waiting(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rules = await db.Set<CollectionRules>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking().ToDictionaryAsync(row => row.AgencyId, row => row.Days, cancel);
        var rows = await db.Set<DossierRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking()
            .Where(row => row.Delivery == DeliveryState.Ready && row.ReturnWay == ReturnWay.Counter && !row.IsInternal && row.ParentInstanceId == null && row.FinishedAt != null)
            .ToListAsync(cancel);
        return [.. rows.Select(row => (row, rules.GetValueOrDefault(row.AgencyId) ?? new CollectionRules { AgencyId = row.AgencyId }.Days))];
    }

    private static int? DayOf(DossierRow row, IReadOnlyList<int> days, DateOnly today)
    {
        var waited = today.DayNumber - VietnamTime.DateOf(row.FinishedAt!.Value).DayNumber;
        return days.Where(day => day <= waited).Select(day => (int?)day).LastOrDefault();
    }
}
