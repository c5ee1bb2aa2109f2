using System.Security.Cryptography;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IsoE.Office.Seals;

/// <summary>Seals everything an agency has recorded so far: chains of dossiers, documents and the organisation, and files.</summary>
public sealed class SealHistory(IDbContextFactory<OfficeDb> databases, SealLog log, SealingKeys keys, TimeProvider clock)
{
    /// <summary>A seal that somebody asks for.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>clock-back</c>, <c>busy</c>.</exception>
    public Task<SealRow> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadAuditLog);
        return Seal(actor.AgencyId, actor.PersonId, cancel);
    }

    internal async Task<SealRow> Seal(string agencyId, string sealedBy, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == agencyId, cancel);
            var last = await Seals(db).Where(row => row.AgencyId == agencyId).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
            var now = Instant.ToStored(clock.GetUtcNow());
            if (last is not null && now <= last.At) throw ClockBack(now, last);
            await log.Extend(db, agencyId, last?.Size ?? 0, cancel);
            var tree = await SealLog.Tree(db, agencyId, cancel);
            var (keyRow, key) = await keys.Current(db, agency, now, cancel);
            using (key)
            {
                var statement = new SealStatement(
                    agencyId, (last?.Number ?? 0) + 1, now, tree.Size, tree.Root(tree.Size), last?.Statement.Hash ?? new byte[32], keyRow.Id, sealedBy);
                var seal = RowOf(statement, key);
                db.Add(seal);
                await db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                return seal;
            }
        }
        catch (Exception failure) when (IsLostRace(failure))
        {
            throw new RejectedException("busy", new Text(
                "Người khác vừa niêm phong cùng lúc. Hãy tải lại trang để xem niêm phong đó.",
                "Somebody else has sealed at the same moment. Load the page again to see that seal."));
        }
    }

    private static IQueryable<SealRow> Seals(OfficeDb db) => db.Set<SealRow>().IgnoreQueryFilters().AsNoTracking();

    private static SealRow RowOf(SealStatement statement, ECDsa key) => new()
    {
        AgencyId = statement.AgencyId,
        Number = statement.Number,
        At = statement.At,
        Size = statement.Size,
        Root = statement.Root,
        Previous = statement.Previous,
        KeyId = statement.KeyId,
        Signature = key.SignData(statement.Bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
        SealedBy = statement.SealedBy,
    };

    private static bool IsLostRace(Exception failure) => failure switch
    {
        DbUpdateException update => LostRace.Explains(update),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };

    private static RejectedException ClockBack(DateTimeOffset now, SealRow last) => new("clock-back", new Text(
        $"Đồng hồ máy chủ đã bị vặn lùi: bây giờ là {Instant.Format(now)}, nhưng niêm phong số {last.Number} đã lập lúc {Instant.Format(last.At)}. Hãy chỉnh đúng giờ máy chủ rồi niêm phong lại.",
        $"The server's clock was set back: it says {Instant.Format(now)}, but seal {last.Number} was made at {Instant.Format(last.At)}. Set the clock right and seal again."));
}
