using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Seals;

/// <summary>A key of the agency, and what was said against it.</summary>
/// <param name="IsEndorsed">The key before has vouched for it; null on the first.</param>
public sealed record KnownSealingKey(SealingKeyRow Key, bool? IsEndorsed, SealingKeyRevocationRow? Revocation);

/// <summary>Reads the seals of an agency, and the keys it seals with.</summary>
public sealed class ReadSeals(OfficeDb db, SealingKeys keys, TimeProvider clock)
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

    /// <summary>The keys, the one in use first.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<KnownSealingKey>> Keys(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadAuditLog);
        var chain = await SealingKeyChain.Read(db, actor.AgencyId, cancel);
        return [.. chain.All.OrderByDescending(key => key.CreatedAt)
            .Select(key => new KnownSealingKey(key, key.PredecessorId is null ? null : chain.IsEndorsed(key), chain.Revocation(key.Id)))];
    }

    /// <summary>Why the key should be renewed, or will be by the next seal; null when it need not be.</summary>
    public async Task<Text?> Warning(string agencyId, CancellationToken cancel)
    {
        if (await SealingKeys.Last(db, agencyId, cancel) is not { } key) return null;
        if (!keys.Has(key)) return new Text(
            "Tệp khóa niêm phong không có trên máy chủ này (thường do phục hồi từ bản sao lưu). Hãy chép tệp khóa trở lại; nếu không, lần niêm phong tới dùng khóa mới mà không khóa nào xác nhận.",
            "The file of the sealing key is not on this server (mostly after a restoration from a backup). Put it back; otherwise the next seal takes a new key that no key vouches for.");
        var to = key.Validity.To;
        if (clock.GetUtcNow() < to - SealingKeys.Notice) return null;
        var on = VietnamTime.DateOf(to).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return new Text(
            $"Chứng thư của khóa niêm phong hết hạn ngày {on}. Hãy đổi khóa và công bố dấu vân tay mới trước ngày đó.",
            $"The certificate of the sealing key expires on {on}. Renew the key before, and publish the new fingerprint.");
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
