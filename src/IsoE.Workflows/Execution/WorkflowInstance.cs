using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IsoE.Workflows.Execution;

public enum WorkflowStatus
{
    Running,
    Finished,
}

public enum WorkflowSubStatus
{
    /// <summary>Not started.</summary>
    Pending,

    /// <summary>In the middle of a step; never between commands.</summary>
    Executing,

    /// <summary>Waits for the outside: a bookmark or a retry.</summary>
    Suspended,

    Finished,
    Cancelled,

    /// <summary>Stands still with an incident; a retry brings it back.</summary>
    Faulted,
}

public enum ActivityStatus
{
    Running,
    Suspended,
    Faulted,
}

/// <summary>An activity that has begun and not ended.</summary>
/// <param name="Failures">How often it has failed; numbers its incidents.</param>
/// <param name="State">What a composite keeps: loop index, waiting branches.</param>
public sealed record ActivityInstance(
    string Id,
    string ActivityId,
    string? ParentId,
    ActivityStatus Status,
    int Failures,
    ImmutableSortedDictionary<string, JsonElement> State);

/// <summary>Control that has reached a connection and waits to be consumed.</summary>
/// <remarks>
/// A join consumes one token from each inbound connection. Tokens, not counters: a counter that survives a loop fires
/// the join too early on the second round.
/// </remarks>
public sealed record Token(
    string Id,
    string FlowchartInstanceId,
    string SourceActivityId,
    string SourcePort,
    string TargetActivityId);

/// <summary>A failed activity that waits to be retried.</summary>
public sealed record Incident(
    string Id,
    string ActivityInstanceId,
    string ActivityId,
    string Code,
    Text Message,
    DateTimeOffset At);

/// <summary>The state of a running workflow: the fold of its events. Immutable.</summary>
public sealed partial record WorkflowInstance
{
    public string Id { get; init; } = "";

    public string DefinitionId { get; init; } = "";

    /// <summary>The version it runs under: the one it started with, unless it was migrated.</summary>
    public string DefinitionVersionId { get; init; } = "";

    public int Version { get; init; }

    public string CorrelationId { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>How it ended; null while it goes on.</summary>
    public WorkflowSubStatus? Ended { get; init; }

    /// <summary>The outcome it finished with, or null.</summary>
    public string? Outcome { get; init; }

    /// <summary>Time of the last accepted command.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public ImmutableSortedDictionary<string, JsonElement> Input { get; init; } = Empty<JsonElement>();

    /// <summary>Variables by name.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Variables { get; init; } = Empty<JsonElement>();

    /// <summary>Outputs of the workflow by name.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Output { get; init; } = Empty<JsonElement>();

    /// <summary>The last result of every activity that was resumed, by activity id.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Results { get; init; } = Empty<JsonElement>();

    /// <summary>What it waits for, by bookmark id.</summary>
    public ImmutableSortedDictionary<string, Bookmark> Bookmarks { get; init; } = Empty<Bookmark>();

    /// <summary>Open incidents by activity instance.</summary>
    public ImmutableSortedDictionary<string, Incident> Incidents { get; init; } = Empty<Incident>();

    /// <summary>Activities that have begun and not ended, by instance id.</summary>
    public ImmutableSortedDictionary<string, ActivityInstance> Activities { get; init; } = Empty<ActivityInstance>();

    /// <summary>Tokens in the order they were emitted.</summary>
    public ImmutableList<Token> Tokens { get; init; } = [];

    /// <summary>How often each activity has been started; numbers the next instance.</summary>
    public ImmutableSortedDictionary<string, int> Starts { get; init; } = Empty<int>();

    /// <summary>How many tokens have been emitted.</summary>
    public int TokensEmitted { get; init; }

    /// <summary>Ids of all accepted commands.</summary>
    public ImmutableSortedSet<string> CommandIds { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    [JsonIgnore]
    public WorkflowStatus Status => Ended is null ? WorkflowStatus.Running : WorkflowStatus.Finished;

    [JsonIgnore]
    public WorkflowSubStatus SubStatus => Ended
        ?? (Id.Length == 0 ? WorkflowSubStatus.Pending
            : Bookmarks.IsEmpty && Incidents.IsEmpty ? WorkflowSubStatus.Executing
            : WorkflowSubStatus.Suspended);

    internal static ImmutableSortedDictionary<string, T> Empty<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
