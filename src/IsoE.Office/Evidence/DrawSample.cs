using System.Security.Cryptography;
using System.Text;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Evidence;

/// <summary>Draws dossiers for an audit by a published seed: whoever knows the seed draws the same ones.</summary>
/// <remarks>Those whose SHA-256 of seed, line feed and code is smallest; nobody can choose by choosing the seed afterwards.</remarks>
public sealed class DrawSample(OfficeDb db)
{
    /// <param name="from">First day of receipt; to <paramref name="to"/>, the last one.</param>
    /// <returns>Codes, in the order drawn; fewer when the period has fewer.</returns>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sample-empty</c>.</exception>
    public async Task<IReadOnlyList<string>> Run(Actor actor, DateOnly from, DateOnly to, string seed, int count, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ExportAuditLog);
        var (start, end) = (VietnamTime.ToInstant(from, TimeOnly.MinValue), VietnamTime.ToInstant(to.AddDays(1), TimeOnly.MinValue));
        var codes = await db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db)
            .Where(dossier => !dossier.IsInternal && dossier.ReceivedAt >= start && dossier.ReceivedAt < end).Select(dossier => dossier.Code).ToListAsync(cancel);
        return codes.Count > 0
            ? [.. codes.OrderBy(code => Rank(seed, code), StringComparer.Ordinal).Take(count)]
            : throw new RejectedException("sample-empty", new Text(
                "Trong khoảng thời gian này không có hồ sơ nào để rút mẫu. Hãy chọn khoảng thời gian khác.",
                "There are no dossiers in this period to draw from. Choose another period."));
    }

    private static string Rank(string seed, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{code}")));
}
