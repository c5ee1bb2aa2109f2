namespace IsoE.Office.Storage.Steps;

/// <summary>The rows that were read for a step, by their type.</summary>
public sealed class LoadedRows
{
    private readonly Dictionary<Type, List<IBelongsToAgency>> _rows = [];
    private readonly Dictionary<string, CounterRow> _counters = [];

    /// <summary>Where the history already has the command of the step, or null when it is new.</summary>
    public long? CommandSequence { get; internal set; }

    /// <summary>The only row of the type, or null.</summary>
    /// <exception cref="InvalidOperationException">There are several, or the type was not loaded.</exception>
    public T? Find<T>()
        where T : class, IBelongsToAgency => (T?)Of(typeof(T)).SingleOrDefault();

    public IReadOnlyList<T> All<T>()
        where T : class, IBelongsToAgency => [.. Of(typeof(T)).Cast<T>()];

    /// <exception cref="SeriesNotReadException">The request did not name the series.</exception>
    public CounterRow Counter(string series) =>
        _counters.GetValueOrDefault(series) ?? throw new SeriesNotReadException(series);

    /// <summary>Rows of a type that is not loaded are only written, not kept.</summary>
    internal void Add(IBelongsToAgency row)
    {
        if (_rows.TryGetValue(row.GetType(), out var rows))
            rows.Add(row);
    }

    internal void Add(CounterRow counter) => _counters.Add(counter.Series, counter);

    /// <summary>The list to fill with what is read of a type.</summary>
    internal List<IBelongsToAgency> Begin(Type type) => _rows[type] = [];

    private List<IBelongsToAgency> Of(Type type) =>
        _rows.GetValueOrDefault(type)
        ?? throw new InvalidOperationException($"{type.Name} is not loaded in this step: ask for it in the request.");
}
