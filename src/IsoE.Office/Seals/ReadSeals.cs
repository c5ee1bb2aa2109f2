using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Seals;

/// <summary>Reads the seals of an agency.</summary>
public sealed class ReadSeals(OfficeDb db)
{
    /// <summary>The latest seals first.</summary>
    /// <param name="before">Only those with a smaller number; null for the latest.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<SealRow>> Run(Actor actor, long? before, int count, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadAuditLog);
        return await db.Set<SealRow>().AsNoTracking().Where(seal => before == null || seal.Number < before)
            .OrderByDescending(seal => seal.Number).Take(count).ToListAsync(cancel);
    }

    /// <summary>One of them as a file to keep outside.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>seal-unknown</c>.</exception>
    public async Task<SealFile> File(Actor actor, long number, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadAuditLog);
        var seal = await db.Set<SealRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancel)
            ?? throw new RejectedException("seal-unknown", new Text("Cơ quan không có niêm phong số này.", "The agency has no seal of this number."));
        var key = await db.Set<SealingKeyRow>().AsNoTracking().SingleAsync(row => row.Id == seal.KeyId, cancel);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        return SealFile.Of(seal, key.Certificate, agency.NameVi);
    }

    /// <summary>The latest seal in words, as reports and records print it; null before the first.</summary>
    public async Task<Text?> Line(CancellationToken cancel)
    {
        var seal = await db.Set<SealRow>().AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        if (seal is null) return null;
        var at = VietnamTime.ToLocal(seal.At).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
        var root = Convert.ToHexStringLower(seal.Root);
        return new Text(
            $"Niêm phong gần nhất: số {seal.Number}, lập lúc {at}, mã gốc SHA-256 {root}.",
            $"Latest seal: number {seal.Number}, made at {at}, SHA-256 root {root}.");
    }
}
