namespace IsoE.Workflows.Verification;

public enum Severity
{
    /// <summary>Worth knowing; does not make the definition wrong.</summary>
    Warning,

    /// <summary>The definition must not be published.</summary>
    Error,
}

/// <summary>Something wrong with a definition, found without running it.</summary>
/// <param name="Code">Stable and readable, see <see cref="FindingCodes"/>.</param>
/// <param name="ActivityIds">
/// Where: the activities concerned, or the way that leads to the trouble in the order it is walked, which can be drawn.
/// </param>
public sealed record Finding(string Code, Severity Severity, Text Message, IReadOnlyList<string> ActivityIds)
{
    /// <summary>
    /// What has to happen for the trouble to show: each completed activity with its outcome. Empty where the trouble
    /// does not depend on what happens.
    /// </summary>
    public IReadOnlyList<Move> Path { get; init; } = [];
}

/// <summary>The outside completes a waiting activity.</summary>
public sealed record Move(string ActivityId, string Outcome);

/// <summary>Every code a finding can have.</summary>
public static class FindingCodes
{
    public const string UnreachableActivity = "unreachable-activity";
    public const string NoWayToEnd = "no-way-to-end";
    public const string UnconnectedOutcome = "unconnected-outcome";
    public const string UnknownOutcome = "unknown-outcome";
    public const string MissingRole = "missing-role";
    public const string UnknownRole = "unknown-role";
    public const string InvalidExpression = "invalid-expression";
    public const string UndeclaredName = "undeclared-name";
    public const string ConstantCondition = "constant-condition";
    public const string DeadBranch = "dead-branch";
    public const string InvalidClock = "invalid-clock";
    public const string InvalidWaitsFor = "invalid-waits-for";
    public const string InvalidTimeLimit = "invalid-time-limit";
    public const string InvalidOnTimeout = "invalid-on-timeout";
    public const string InvalidMilestone = "invalid-milestone";
    public const string UnknownSeparateFrom = "unknown-separate-from";
    public const string UnknownRecord = "unknown-record";
    public const string UnknownForm = "unknown-form";
    public const string TimeOverLimit = "time-over-limit";
    public const string UnknownActivityType = "unknown-activity-type";

    /// <summary>A merge waits for a branch that can no longer arrive.</summary>
    public const string Deadlock = "deadlock";

    /// <summary>A state from which nothing that happens leads to an end.</summary>
    public const string Livelock = "livelock";

    /// <summary>An activity is reached again while it is still open: parallel branches meet without a join.</summary>
    public const string LackOfSynchronisation = "lack-of-synchronisation";

    /// <summary>The workflow ends while something in it still waits.</summary>
    public const string LeftBehind = "left-behind";

    /// <summary>The activity can be reached on the diagram but never starts.</summary>
    public const string NeverRuns = "never-runs";

    /// <summary>There are more states than are looked at; what is said of the flow is not complete.</summary>
    public const string TooManyStates = "too-many-states";
}
