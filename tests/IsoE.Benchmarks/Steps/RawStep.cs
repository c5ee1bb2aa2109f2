using IsoE.Office.Storage;
using IsoE.Office.Storage.Steps;

namespace IsoE.Benchmarks.Steps;

/// <summary>One step of the baseline.</summary>
internal sealed record RawStep(string AgencyId, string InstanceId, string CommandId, IReadOnlyList<string> Reads, IReadOnlyList<RawWrite> Writes)
{
    public static RawStep Of(RecordedStep step, RowMaps maps)
    {
        var writes = new List<RawWrite>();
        var history = step.Writes.Where(w => w.Row is HistoryRow).Select(w => (HistoryRow)w.Row).ToList();
        foreach (var write in step.Writes)
        {
            if (write.Row is HistoryRow)
                continue;
            writes.Add(RawWrite.Of(write, maps.Of(write.Row.GetType())));
            if (write.Row is InstanceRow)
                writes.Add(RawWrite.OfHistory(history, maps.Of(typeof(HistoryRow))));
        }

        return new RawStep(
            step.Load.AgencyId, step.Load.InstanceId, step.Load.CommandId, [.. maps.Always.Select(maps.SelectOfInstance)], writes);
    }

    public RawStep With(IReadOnlyDictionary<string, string> fresh) => this with
    {
        InstanceId = fresh[InstanceId],
        CommandId = Replaced(CommandId, fresh),
        Writes = [.. Writes.Where(w => !w.IsCounter).Select(w => w.With(fresh))],
    };

    internal static string Replaced(string text, IReadOnlyDictionary<string, string> fresh) =>
        fresh.Aggregate(text, (t, f) => t.Replace(f.Key, f.Value, StringComparison.Ordinal));
}

/// <summary>One statement of the baseline with its values, the very text that the office sends.</summary>
/// <param name="HeadHash">Where the hash of the last event goes in the row of the instance; null for other rows.</param>
internal sealed record RawWrite(string Sql, string[] Types, object[] Values, bool IsCounter, int? HeadHash, IReadOnlyList<HistoryRow>? History)
{
    public static RawWrite Of(RowWrite write, RowMap map)
    {
        var isInsert = write.Operation is RowOperation.Insert;
        var columns = isInsert ? map.Columns : map.UpdateColumns;
        var types = columns.Select(c => c.StoreType).ToList();
        var values = columns.Select(c => c.Get(write.Row)).ToList();
        if (!isInsert && map.Version is not null)
        {
            types.Add("bigint");
            values.Add(write.Version);
        }

        int? head = write.Row is InstanceRow ? columns.ToList().FindIndex(c => c.Name == "head_hash") : null;
        return new RawWrite(isInsert ? map.Insert : map.Update, [.. types], [.. values], write.Row is CounterRow, head, null);
    }

    public static RawWrite OfHistory(IReadOnlyList<HistoryRow> rows, RowMap map) => new(
        map.InsertMany, [.. map.Columns.Select(c => c.StoreType + "[]")], [], IsCounter: false, HeadHash: null, rows);

    public RawWrite With(IReadOnlyDictionary<string, string> fresh) => this with
    {
        Values = [.. Values.Select(v => v is string text ? RawStep.Replaced(text, fresh) : v)],
        History = History is null ? null : [.. History.Select(row => Renamed(row, fresh))],
    };

    private static HistoryRow Renamed(HistoryRow row, IReadOnlyDictionary<string, string> fresh) => new()
    {
        AgencyId = row.AgencyId,
        InstanceId = fresh[row.InstanceId],
        Sequence = row.Sequence,
        Type = row.Type,
        Data = RawStep.Replaced(row.Data, fresh),
        DataDigest = [],
        At = row.At,
        ActorId = row.ActorId,
        CommandId = row.CommandId is null ? null : RawStep.Replaced(row.CommandId, fresh),
        PreviousHash = [],
        Hash = [],
    };
}
