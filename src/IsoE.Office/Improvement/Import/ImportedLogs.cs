using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Improvement.Import;

/// <summary>The logs an agency has brought in from outside.</summary>
public sealed class ImportedLogs(OfficeDb db, LogFiles files)
{
    /// <summary>The latest brought first.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<ImportedLogRow>> List(Actor actor, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        return await db.Set<ImportedLogRow>().AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(cancel);
    }

    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>log-unknown</c>.</exception>
    public async Task<ImportedLogRow> Open(Actor actor, string id, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        return await Get(db, id, cancel);
    }

    /// <summary>Removes a log with its file; nothing of the agency's own depends on it.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>log-unknown</c>.</exception>
    public async Task Remove(Actor actor, string id, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ManageQuality);
        var row = await Get(db, id, cancel);
        db.Remove(row);
        await db.SaveChangesAsync(cancel);
        files.Remove(row.AgencyId, row.Id);
    }

    internal static async Task<ImportedLogRow> Get(OfficeDb db, string id, CancellationToken cancel) =>
        await db.Set<ImportedLogRow>().SingleOrDefaultAsync(row => row.Id == id, cancel)
        ?? throw new RejectedException("log-unknown", new Text(
            "Không có nhật ký này; có thể nó đã bị xóa. Hãy chọn lại trong danh sách.", "There is no such log; it may have been removed. Choose one from the list."));
}
