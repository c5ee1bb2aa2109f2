using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Cashiers;

/// <summary>A refund as it is listed.</summary>
/// <param name="ProposedBy">Name of the person.</param>
/// <param name="DecidedBy">Name of the person; null while nobody has.</param>
public sealed record RefundLine(RefundRow Refund, string ProposedBy, string? DecidedBy)
{
    public Text State => RefundSteps.NameOf(Refund.State);
}

/// <summary>Lists refunds: those under way first, then the latest.</summary>
public sealed class ListRefunds(OfficeDb db)
{
    private const int Most = 100;

    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<RefundLine>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadFee);
        var rows = await db.Set<RefundRow>().AsNoTracking()
            .OrderByDescending(row => row.State == RefundState.Proposed || row.State == RefundState.Approved).ThenByDescending(row => row.ProposedAt)
            .Take(Most).ToListAsync(cancel);
        var ids = rows.SelectMany(row => new[] { row.ProposedBy, row.DecidedBy }).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.FullName, cancel);
        return [.. rows.Select(row => new RefundLine(
            row, names.GetValueOrDefault(row.ProposedBy, row.ProposedBy), row.DecidedBy is { } by ? names.GetValueOrDefault(by, by) : null))];
    }
}
