using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Steps;

namespace IsoE.Benchmarks.Steps;

/// <summary>The recorded writes of a dossier's life as statements and values, ready to be sent for any other dossier.</summary>
internal sealed class RawLife
{
    private readonly IReadOnlyList<RawStep> _steps;
    private readonly IReadOnlyList<string> _ids;
    private readonly string _instance;
    private readonly DossierRow _dossier;

    public RawLife(IReadOnlyList<RecordedStep> recorded, RowMaps maps)
    {
        _steps = [.. recorded.Select(s => RawStep.Of(s, maps))];
        _instance = recorded[0].Load.InstanceId;
        var rows = recorded.SelectMany(s => s.Writes).Where(w => w.Operation is RowOperation.Insert).Select(w => w.Row).ToList();
        _dossier = rows.OfType<DossierRow>().First();
        // Random ids: the others are made of the id of the instance.
        _ids = [.. rows.OfType<IClaimable>().Select(r => r.Id)];
    }

    /// <summary>The first step hands the dossier in, each other one completes a task.</summary>
    /// <remarks>Everything but the hash chain is worked out here, before the clock runs: the baseline costs as little as it can.</remarks>
    public IReadOnlyList<RawStep> For(string dossierId, DateTimeOffset at)
    {
        var fresh = new Dictionary<string, string>
        {
            [_instance] = dossierId,
            [_dossier.Code] = $"R-{dossierId}",
            [_dossier.TrackingSecret] = dossierId[..24].Reverse().Aggregate("", (s, c) => s + c) + dossierId[24..],
        };
        foreach (var id in _ids)
            fresh[id] = RowId.New(at);
        return [.. _steps.Select(s => s.With(fresh))];
    }
}
