namespace IsoE.Office.Storage;

/// <summary>The rows that were read for a step, by their type.</summary>
public sealed class LoadedRows
{
    private readonly Dictionary<Type, List<IBelongsToAgency>> _rows = [];
    private readonly Dictionary<string, CounterRow> _counters = [];

    /// <summary>The only row of the type, or null.</summary>
    /// <exception cref="InvalidOperationException">There are several, or the type was not loaded.</exception>
    public T? Find<T>()
        where T : class, IBelongsToAgency => (T?)Of(typeof(T)).SingleOrDefault();

    public IReadOnlyList<T> All<T>()
        where T : class, IBelongsToAgency => [.. Of(typeof(T)).Cast<T>()];

    public CounterRow Counter(string series) =>
        _counters.GetValueOrDefault(series)
        ?? throw new InvalidOperationException($"Expected the request to name the series {series}.");

    internal void Expect(Type type) => _rows.TryAdd(type, []);

    internal void Add(IBelongsToAgency row)
    {
        if (row is CounterRow counter)
            _counters.Add(counter.Series, counter);
        else if (_rows.TryGetValue(row.GetType(), out var rows))
            rows.Add(row);
    }

    private List<IBelongsToAgency> Of(Type type) =>
        _rows.GetValueOrDefault(type)
        ?? throw new InvalidOperationException($"{type.Name} is not loaded in this step: ask for it in the request.");
}
