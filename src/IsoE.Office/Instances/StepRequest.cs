namespace IsoE.Office.Instances;

/// <summary>What a step needs before it can be decided.</summary>
/// <param name="CommandId">Idempotency key, unique in the instance: a repeated one returns the first answer.</param>
/// <param name="ActorId">The person who acts, or <c>system</c>.</param>
public sealed record StepRequest(string AgencyId, string InstanceId, string CommandId, string ActorId)
{
    public const string System = "system";

    /// <summary>The moment of the step; null takes the clock.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Series of which the step takes numbers for certain; they are locked until the commit.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];

    /// <summary>Rows to load besides those that are always loaded, see <c>AddInstanceRows</c>.</summary>
    public IReadOnlyList<Type> Also { get; init; } = [];
}
