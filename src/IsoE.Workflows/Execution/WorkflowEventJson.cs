using System.Text.Json;

namespace IsoE.Workflows.Execution;

/// <summary>Events as they stand in the history: a type name and one line of JSON.</summary>
/// <remarks>
/// The order of keys is the order of the record's parameters, and nothing depends on culture or time: writing what
/// was read gives the same bytes. Names already in a history are never reused for something else.
/// </remarks>
public static class WorkflowEventJson
{
    private static readonly Dictionary<string, Type> Types = typeof(WorkflowEvent).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(WorkflowEvent)))
        .ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>The name of the event's type, for example <c>ActivityStarted</c>.</summary>
    public static string TypeName(WorkflowEvent e) => e.GetType().Name;

    /// <summary>The event's data without its type.</summary>
    public static string Write(WorkflowEvent e) => JsonSerializer.Serialize(e, e.GetType(), EngineJson.Options);

    /// <summary>The event again.</summary>
    /// <exception cref="JsonException">The data is not an event of that type, or the type is unknown.</exception>
    public static WorkflowEvent Read(string type, string json) =>
        Types.TryGetValue(type, out var known)
            ? (WorkflowEvent?)JsonSerializer.Deserialize(json, known, EngineJson.Options)
                ?? throw new JsonException($"The event {type} has no data.")
            : throw new JsonException($"The event type {type} is not known to this version.");
}
