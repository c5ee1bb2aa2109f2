using System.Collections.Concurrent;
using IsoE.Office.Storage;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Instances;

/// <summary>Engine states of recently used instances, so that a step need not parse what the last one wrote.</summary>
/// <remarks>
/// A state is taken only for the very head hash it was made with: the hash stands for the whole history, so a state
/// can be neither stale nor of another database. Two generations bound the memory: what was not used while the
/// younger one filled up is forgotten.
/// </remarks>
internal sealed class StateCache
{
    private const int GenerationSize = 2_000;

    private ConcurrentDictionary<(string AgencyId, string InstanceId), Entry> _young = [];
    private ConcurrentDictionary<(string AgencyId, string InstanceId), Entry> _old = [];

    /// <summary>The state of the row, or null when its workflow has not begun.</summary>
    public WorkflowInstance? Find(InstanceRow row)
    {
        if (row.State is null)
            return null;
        var key = (row.AgencyId, row.InstanceId);
        if ((_young.TryGetValue(key, out var entry) || _old.TryGetValue(key, out entry)) && entry.HeadHash.AsSpan().SequenceEqual(row.HeadHash))
            return entry.State;
        return WorkflowInstanceJson.Read(row.State);
    }

    public void Keep(InstanceRow row, WorkflowInstance state)
    {
        if (_young.Count >= GenerationSize)
        {
            _old = _young;
            _young = [];
        }

        _young[(row.AgencyId, row.InstanceId)] = new Entry(row.HeadHash, state);
    }

    private sealed record Entry(byte[] HeadHash, WorkflowInstance State);
}
