using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Moves;

/// <summary>A batch with what became of each dossier: refused ones first, then by code.</summary>
public sealed record MoveView(MoveRow Move, IReadOnlyList<MoveLineRow> Lines)
{
    public int Moved => Lines.Count(line => line.IsMoved);

    public int Refused => Lines.Count(line => line.Refusal is not null);
}

/// <summary>Reads batches.</summary>
public sealed class MoveReport(OfficeDb db)
{
    /// <exception cref="Workflows.RejectedException"><c>not-allowed</c>, <c>move-unknown</c>.</exception>
    public async Task<MoveView> Run(Actor actor, string moveId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadDocument);
        var row = await db.Set<MoveRow>().AsNoTracking().SingleOrDefaultAsync(each => each.InstanceId == moveId, cancel) ?? throw MoveSteps.Unknown();
        var lines = await db.Set<MoveLineRow>().AsNoTracking().Where(line => line.InstanceId == moveId).ToListAsync(cancel);
        return new MoveView(row, [.. lines.OrderBy(line => line.Refusal is null ? 1 : 0).ThenBy(line => line.DossierCode, StringComparer.Ordinal)]);
    }

    /// <summary>The batches of a document, the latest first.</summary>
    /// <exception cref="Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<MoveRow>> Of(Actor actor, string documentId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadDocument);
        var rows = await db.Set<MoveRow>().AsNoTracking().Where(row => row.DocumentId == documentId).ToListAsync(cancel);
        return [.. rows.OrderByDescending(row => row.ProposedAt)];
    }

    /// <summary>The batches that wait for somebody with the right to approve, the oldest first.</summary>
    public async Task<IReadOnlyList<MoveRow>> Waiting(CancellationToken cancel)
    {
        var rows = await db.Set<MoveRow>().AsNoTracking().Where(row => row.Status == MoveStatus.Proposed).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.ProposedAt)];
    }
}
