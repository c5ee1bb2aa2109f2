using IsoE.Benchmarks.Bed;

namespace IsoE.Benchmarks.Kills;

/// <summary>What the clients were told was done, whatever happened to the office after.</summary>
internal sealed class Acknowledged
{
    private readonly Dictionary<int, (string Dossier, int Done)> _places = [];
    private readonly Dictionary<string, int> _done = [];

    /// <summary>Where each client has to go on.</summary>
    public IEnumerable<KeyValuePair<int, (string Dossier, int Done)>> Places => _places.Where(p => p.Value.Done < DossierLife.Deeds.Count);

    /// <summary>Every dossier handed in with the number of deeds acknowledged; -1: not even its reception was.</summary>
    public IReadOnlyDictionary<string, int> Dossiers => _done;

    public int Steps => _done.Values.Sum(done => done + 1);

    /// <returns>Whether something was acknowledged by it that was not before.</returns>
    public bool Note(int client, string dossier, int done)
    {
        var isNew = done >= 0 && done > _done.GetValueOrDefault(dossier, -1);
        _places[client] = (dossier, done);
        _done[dossier] = done;
        return isNew;
    }
}
