using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Storage;

/// <summary>Recomputes the hash chain of every instance.</summary>
public sealed class HistoryVerification(IDbContextFactory<OfficeDb> databases)
{
    /// <summary>Reads the whole history once, in order, and stops at the first row that does not fit.</summary>
    /// <param name="agencyId">The only agency to look at; null for all.</param>
    public async Task<VerifiedHistory> Run(CancellationToken cancel, string? agencyId = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var snapshot = await Snapshot.Begin(db, cancel);
        var heads = await Heads(db, agencyId, cancel);
        var (rows, instances) = (0L, heads.Count);
        HistoryRow? previous = null;
        var erased = new ErasedRows();
        try
        {
            await foreach (var row in InOrder(db, agencyId).AsAsyncEnumerable().WithCancellation(cancel))
            {
                if (previous is not null && !IsSameInstance(previous, row) && (Tail(previous, heads) ?? erased.End()) is { } cut)
                    return new VerifiedHistory(rows, instances, cut);
                if (Fault(row, previous is not null && IsSameInstance(previous, row) ? previous : null) is { } fault)
                    return new VerifiedHistory(rows, instances, new BrokenRow(row.AgencyId, row.InstanceId, row.Sequence, fault));
                rows++;
                previous = row;
                erased.See(row);
            }
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException)
        {
            // What the office writes can always be read back; which row it is, is known only by the one before.
            return new VerifiedHistory(rows, instances, new BrokenRow(previous?.AgencyId ?? "", previous?.InstanceId ?? "", (previous?.Sequence ?? 0) + 1, Faults.Unreadable));
        }

        var broken = (previous is null ? null : Tail(previous, heads)) ?? erased.End() ?? heads
            .Select(h => new BrokenRow(h.Key.AgencyId, h.Key.InstanceId, 1, Faults.AllMissing))
            .FirstOrDefault();
        return new VerifiedHistory(rows, instances, broken);
    }

    private static IQueryable<HistoryRow> InOrder(OfficeDb db, string? agencyId) => db.History
        .IgnoreQueryFilters()
        .AsNoTracking()
        .Where(h => agencyId == null || h.AgencyId == agencyId)
        .OrderBy(h => h.AgencyId).ThenBy(h => h.InstanceId).ThenBy(h => h.Sequence);

    private static async Task<Dictionary<(string AgencyId, string InstanceId), Head>> Heads(OfficeDb db, string? agencyId, CancellationToken cancel) =>
        await db.Instances
            .IgnoreQueryFilters()
            .Where(i => agencyId == null || i.AgencyId == agencyId)
            .Select(i => new { i.AgencyId, i.InstanceId, i.Sequence, i.HeadHash })
            .ToDictionaryAsync(i => (i.AgencyId, i.InstanceId), i => new Head(i.Sequence, i.HeadHash), cancel);

    private static Text? Fault(HistoryRow row, HistoryRow? previous)
    {
        if (row.Sequence != (previous?.Sequence ?? 0) + 1)
            return Faults.RowMissing;
        if (!row.PreviousHash.AsSpan().SequenceEqual(previous?.Hash ?? HistoryChain.Origin))
            return Faults.NotChained;
        return HistoryChain.Fits(row) ? null : Faults.Changed;
    }

    /// <summary>Holds the last row of an instance against its snapshot: rows cut off at the end leave the chain whole.</summary>
    private static BrokenRow? Tail(HistoryRow last, Dictionary<(string, string), Head> heads) =>
        heads.Remove((last.AgencyId, last.InstanceId), out var head)
        && head.Sequence == last.Sequence
        && head.Hash.AsSpan().SequenceEqual(last.Hash)
            ? null
            : new BrokenRow(last.AgencyId, last.InstanceId, last.Sequence, Faults.EndDiffers);

    private static bool IsSameInstance(HistoryRow a, HistoryRow b) => a.AgencyId == b.AgencyId && a.InstanceId == b.InstanceId;

    private readonly record struct Head(long Sequence, byte[] Hash);

    /// <summary>The erased rows of one instance, each of which must be named by a later row that says so.</summary>
    private sealed class ErasedRows
    {
        private readonly SortedDictionary<long, HistoryRow> _unsaid = [];

        public void See(HistoryRow row)
        {
            if (row.IsErased)
                _unsaid.Add(row.Sequence, row);
            else if (_unsaid.Count > 0 && row.Type == HistoryChain.Erasure)
                foreach (var sequence in HistoryChain.ErasedBy(row).Sequences)
                    _unsaid.Remove(sequence);
        }

        /// <summary>The instance is over: the first row of which nothing says that it was erased, or null.</summary>
        public BrokenRow? End()
        {
            var first = _unsaid.Values.FirstOrDefault();
            _unsaid.Clear();
            return first is null ? null : new BrokenRow(first.AgencyId, first.InstanceId, first.Sequence, Faults.ErasedUnsaid);
        }
    }

    private static class Faults
    {
        public static readonly Text RowMissing = new(
            "thiếu dòng ngay trước dòng này", "the row before it is missing");

        public static readonly Text NotChained = new(
            "không nối với mã băm của dòng trước", "it is not chained to the row before it");

        public static readonly Text Changed = new(
            "nội dung đã bị thay đổi sau khi ghi", "its content was changed after it was written");

        public static readonly Text EndDiffers = new(
            "các dòng sau dòng này đã bị xóa hoặc được thêm ngoài hệ thống", "rows after it were removed, or it was added from outside");

        public static readonly Text Unreadable = new(
            "không đọc được dòng này hoặc dòng ngay sau đó: nội dung đã bị phá hỏng", "it, or a row right after it, cannot be read: its content was destroyed");

        public static readonly Text ErasedUnsaid = new(
            "nội dung đã bị xóa mà không có dòng nào ghi việc xóa theo luật", "its content was erased, and no row says that the law had it erased");

        public static readonly Text AllMissing = new(
            "toàn bộ lịch sử của hồ sơ đã bị xóa", "the whole history of the instance is gone");
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Rows">Rows that fit, up to the first that does not.</param>
/// <param name="Broken">The first row that does not fit; null when the history is intact.</param>
public sealed record VerifiedHistory(long Rows, int Instances, BrokenRow? Broken);

/// <summary>A row of the history that is not what was written.</summary>
public sealed record BrokenRow(string AgencyId, string InstanceId, long Sequence, Text Reason);
