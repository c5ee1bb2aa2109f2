using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Setup;

/// <summary>How an agency has arranged its queue.</summary>
/// <param name="Fields">By their prefix letters.</param>
/// <param name="Counters">By their numbers.</param>
public sealed record QueueSetup(
    string AgencyId, IReadOnlyList<QueueField> Fields, IReadOnlyList<QueueCounter> Counters, IReadOnlyList<PriorityGroup> Groups, QueueRules Rules)
{
    public IEnumerable<QueueField> OpenFields => Fields.Where(each => each.IsOpen);

    public IEnumerable<QueueCounter> OpenCounters => Counters.Where(counter => counter.IsOpen);

    public IEnumerable<PriorityGroup> OpenGroups => Groups.Where(group => group.IsOpen);

    public QueueField? FindField(string? code) => Fields.FirstOrDefault(field => field.Code == code);

    public QueueCounter? FindCounter(int? number) => Counters.FirstOrDefault(counter => counter.Number == number);

    public PriorityGroup? FindGroup(string? code) => Groups.FirstOrDefault(group => group.Code == code);
}

/// <summary>Reads how an agency has arranged its queue.</summary>
public sealed class ReadQueueSetup(OfficeDb db)
{
    public async Task<QueueSetup> Run(string agencyId, CancellationToken cancel) => new(
        agencyId,
        await Of<QueueField>(agencyId).OrderBy(field => field.Prefix).ToListAsync(cancel),
        await Of<QueueCounter>(agencyId).OrderBy(counter => counter.Number).ToListAsync(cancel),
        await Of<PriorityGroup>(agencyId).OrderBy(group => group.Code).ToListAsync(cancel),
        await Of<QueueRules>(agencyId).SingleOrDefaultAsync(cancel) ?? new QueueRules { AgencyId = agencyId });

    /// <summary>The devices that work, newest first.</summary>
    public async Task<IReadOnlyList<QueueDevice>> Devices(string agencyId, CancellationToken cancel) =>
        await Of<QueueDevice>(agencyId).Where(device => device.ClosedAt == null).OrderByDescending(device => device.Id).ToListAsync(cancel);

    private IQueryable<T> Of<T>(string agencyId)
        where T : class, IBelongsToAgency =>
        db.Set<T>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking().Where(row => row.AgencyId == agencyId);
}
