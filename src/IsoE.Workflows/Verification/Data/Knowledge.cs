using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace IsoE.Workflows.Verification.Data;

/// <summary>Who gave a source its value, as far as that says what the value is.</summary>
/// <param name="Outcome">Outcome of the writer; empty where it makes no difference.</param>
/// <param name="TimedOut">The time passed and nobody entered anything.</param>
internal sealed record Written(string ActivityId, string Outcome, bool TimedOut)
{
    public override string ToString() => $"{ActivityId}:{Outcome}{(TimedOut ? "!" : "")}";
}

/// <summary>
/// What is known of the values at one moment of a run: who wrote which source, and the region of every term a
/// condition has asked for. Immutable.
/// </summary>
internal sealed class Knowledge
{
    private readonly ImmutableSortedDictionary<int, Written> writers;
    private readonly ImmutableSortedDictionary<int, JsonElement> values;
    private string? key;

    private Knowledge(ImmutableSortedDictionary<int, Written> writers, ImmutableSortedDictionary<int, JsonElement> values) =>
        (this.writers, this.values) = (writers, values);

    public static Knowledge Nothing { get; } = new(
        ImmutableSortedDictionary<int, Written>.Empty, ImmutableSortedDictionary<int, JsonElement>.Empty);

    /// <summary>Equal knowledge has equal keys.</summary>
    public string Key => key ??= writers.IsEmpty && values.IsEmpty ? "" :
        string.Join(';', writers.Select(pair => $"{pair.Key}={pair.Value}"))
        + '|' + string.Join(';', values.Select(pair => $"{pair.Key}={Values.ToJson(Kept(pair.Value))}"));

    public Written? WriterOf(int source) => writers.GetValueOrDefault(source);

    public bool TryGet(int term, out JsonElement value) => values.TryGetValue(term, out value);

    /// <summary>The source has been written: what was known of its old value is forgotten.</summary>
    public Knowledge Write(int source, IEnumerable<int> terms, Written writer) =>
        new(writers.SetItem(source, writer), values.RemoveRange(terms));

    public Knowledge With(int term, JsonElement value) => new(writers, values.SetItem(term, value));

    /// <summary>Forgets what nothing reads any more.</summary>
    public Knowledge Only(BitArray live)
    {
        var writersLeft = writers.RemoveRange(writers.Keys.Where(id => !live[id]));
        var valuesLeft = values.RemoveRange(values.Keys.Where(id => !live[id]));
        return writersLeft == writers && valuesLeft == values ? this : new Knowledge(writersLeft, valuesLeft);
    }

    private static JsonElement Kept(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? Values.Of("\u0000") : value;
}
