using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>The controlled documents of the agency (danh mục tài liệu nội bộ): on their way first, then by code.</summary>
public sealed class ListDocuments(OfficeDb db)
{
    /// <param name="code">Only the documents of this procedure; null for all.</param>
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<DocumentRow>> Run(Actor actor, string? code, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadDocument);
        var rows = await db.Set<DocumentRow>().AsNoTracking().Where(row => code == null || row.Code == code).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.Status).ThenBy(row => row.Code, StringComparer.Ordinal).ThenByDescending(row => row.Version)];
    }
}
