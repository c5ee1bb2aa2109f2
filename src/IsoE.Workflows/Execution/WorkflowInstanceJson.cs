using System.Collections.Immutable;
using System.Text.Json;

namespace IsoE.Workflows.Execution;

/// <summary>The state of an instance as one line of JSON, the same bytes for the same state.</summary>
public static class WorkflowInstanceJson
{
    public static string Write(WorkflowInstance instance) => JsonSerializer.Serialize(instance, EngineJson.Options);

    /// <exception cref="JsonException">The text is not a state.</exception>
    public static WorkflowInstance Read(string json)
    {
        var read = JsonSerializer.Deserialize<WorkflowInstance>(json, EngineJson.Options)
            ?? throw new JsonException("The state is empty.");
        return read with
        {
            Input = Ordinal(read.Input),
            Variables = Ordinal(read.Variables),
            Output = Ordinal(read.Output),
            Results = Ordinal(read.Results),
            Bookmarks = Ordinal(read.Bookmarks),
            Incidents = Ordinal(read.Incidents),
            Activities = Ordinal(read.Activities.ToImmutableSortedDictionary(
                a => a.Key, a => a.Value with { State = Ordinal(a.Value.State) })),
            Starts = Ordinal(read.Starts),
            CommandIds = read.CommandIds.WithComparer(StringComparer.Ordinal),
        };
    }

    // The serializer builds sorted collections with the default comparer, which is not the order they are written in.
    private static ImmutableSortedDictionary<string, T> Ordinal<T>(
        ImmutableSortedDictionary<string, T> read) =>
        read.WithComparers(StringComparer.Ordinal);
}
