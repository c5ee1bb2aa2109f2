using System.Globalization;
using System.Text.Json;
using CloudNative.CloudEvents;

namespace IsoE.PortalSimulator;

/// <summary>What the portal holds of a dossier.</summary>
public sealed record HeldDossier(string Code, int Status, long Sequence, DateTimeOffset? PromisedAt);

/// <summary>A change that an event made; an event that was known or overtaken makes none.</summary>
public sealed record Effect(string Code, long Sequence, int Status);

/// <summary>How a call ends.</summary>
public enum Ending
{
    Acknowledged,
    Error,

    /// <summary>The caller waits in vain.</summary>
    Silence,
}

/// <summary>The other side of the synchronisation, which fails on purpose. With one seed it fails in the same way again.</summary>
/// <remarks>Its rules are those any real portal needs: an id counts once, and a state is never replaced by an older one.</remarks>
public sealed class SimulatedPortal(int seed, Faults faults)
{
    /// <summary>A delayed event comes after so many further calls.</summary>
    private const int LongestDelay = 40;

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly HashSet<string> _known = [];
    private readonly Dictionary<string, HeldDossier> _dossiers = [];
    private readonly List<Effect> _effects = [];
    private readonly PriorityQueue<CloudEvent, int> _late = new();
    private int _calls;

    /// <summary>How many calls came in.</summary>
    public int Calls => _calls;

    public IReadOnlyCollection<HeldDossier> Dossiers => _dossiers.Values;

    public IReadOnlyList<Effect> Effects => _effects;

    /// <summary>An event is told. The caller may be told anything but the truth.</summary>
    /// <param name="outcome"><c>applied</c>, <c>duplicate</c> or <c>stale</c>.</param>
    public Ending Receive(CloudEvent told, out string outcome)
    {
        lock (_lock)
        {
            _calls++;
            Arrive();
            outcome = "";
            var chance = _random.NextDouble();
            if ((chance -= faults.Drop) < 0) return Ending.Silence;
            if ((chance -= faults.Error) < 0) return Ending.Error;
            if ((chance -= faults.Delay) < 0)
            {
                _late.Enqueue(told, _calls + _random.Next(1, LongestDelay));
                return Ending.Silence;
            }
            outcome = Take(told);
            if ((chance -= faults.Unanswered) < 0) return Ending.Silence;
            if (chance - faults.Twice < 0) Take(told);
            return Ending.Acknowledged;
        }
    }

    /// <summary>Whatever was delayed arrives.</summary>
    public void ArriveAll()
    {
        lock (_lock)
            while (_late.TryDequeue(out var told, out _)) Take(told);
    }

    /// <summary>Loses what it held of a dossier, as if it had been restored from an old backup.</summary>
    public void Forget(string code)
    {
        lock (_lock) _dossiers.Remove(code);
    }

    /// <summary>Holds a dossier that nobody told it of.</summary>
    public void Invent(string code, int status)
    {
        lock (_lock) _dossiers[code] = new HeldDossier(code, status, 1, null);
    }

    private void Arrive()
    {
        while (_late.TryPeek(out _, out var when) && when <= _calls) Take(_late.Dequeue());
    }

    private string Take(CloudEvent told)
    {
        if (!_known.Add(told.Id!)) return "duplicate";
        var sequence = long.Parse((string)told["sequence"]!, CultureInfo.InvariantCulture);
        if (_dossiers.TryGetValue(told.Subject!, out var held) && held.Sequence >= sequence) return "stale";
        var data = (JsonElement)told.Data!;
        var status = data.GetProperty("status").GetInt32();
        DateTimeOffset? promised = data.TryGetProperty("promisedAt", out var at) ? at.GetDateTimeOffset() : null;
        _dossiers[told.Subject!] = new HeldDossier(told.Subject!, status, sequence, promised);
        _effects.Add(new Effect(told.Subject!, sequence, status));
        return "applied";
    }
}
