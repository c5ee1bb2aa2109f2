using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Verification;

public enum Severity
{
    /// <summary>Worth knowing, or not decidable; does not stand in the way of publishing.</summary>
    Warning,

    /// <summary>The definition must not be published.</summary>
    Refusal,
}

/// <summary>Something wrong with a procedure, found without running it.</summary>
/// <param name="Code">Stable and readable, see <see cref="FindingCodes"/>.</param>
/// <param name="ActivityIds">The activities concerned, the one to be mended first. Empty when none is.</param>
public sealed record Finding(string Code, Severity Severity, Text Message, IReadOnlyList<string> ActivityIds)
{
    /// <summary>The way through the flow on which the trouble shows; empty where it shows on every way.</summary>
    public FlowPath Path { get; init; } = FlowPath.None;

    /// <summary>
    /// What has to happen for the trouble to show: each completed activity with its outcome. Empty where the trouble
    /// does not depend on what happens.
    /// </summary>
    public IReadOnlyList<Move> Moves { get; init; } = [];

    /// <summary>Place in the ISO text, for example <c>components.map</c>; null when the flow itself is concerned.</summary>
    public string? Place { get; init; }

    public bool Refuses => Severity == Severity.Refusal;
}

/// <summary>A way through a flow, to be drawn.</summary>
/// <param name="ActivityIds">In the order they are started; one that is started again stands again.</param>
/// <param name="Connections">In the order they are followed.</param>
public sealed record FlowPath(IReadOnlyList<string> ActivityIds, IReadOnlyList<Connection> Connections)
{
    public static FlowPath None { get; } = new([], []);
}

/// <summary>The outside completes a waiting activity: somebody, or the time that has passed.</summary>
public sealed record Move(string ActivityId, string Outcome, bool TimedOut = false);

/// <summary>Every code a finding can have.</summary>
public static class FindingCodes
{
    public const string UnreachableActivity = "unreachable-activity";
    public const string NoWayToEnd = "no-way-to-end";
    public const string UnconnectedOutcome = "unconnected-outcome";
    public const string UnknownOutput = "unknown-output";

    /// <summary>The ISO text itself does not stand.</summary>
    public const string InvalidText = "invalid-text";

    /// <summary>A text the procedure rests on is no longer in force.</summary>
    public const string ExpiredText = "expired-text";

    /// <summary>A dossier open to named people only would become known to others.</summary>
    public const string Confidentiality = "confidentiality";

    /// <summary>The agency has no such unit.</summary>
    public const string UnknownUnit = "unknown-unit";

    /// <summary>Nobody at the agency can do the step.</summary>
    public const string Unstaffed = "unstaffed";

    /// <summary>The segregation of duties asks for more people than there are.</summary>
    public const string Inseparable = "inseparable";

    public const string UnknownOutcome = "unknown-outcome";
    public const string MissingRole = "missing-role";
    public const string UnknownRole = "unknown-role";
    public const string InvalidExpression = "invalid-expression";
    public const string UndeclaredName = "undeclared-name";
    /// <summary>A condition or value reads what nothing has written on the way.</summary>
    public const string ExpressionFails = "expression-fails";

    /// <summary>A switch without a default does not cover every value.</summary>
    public const string NotExhaustive = "not-exhaustive";

    /// <summary>Whether a condition covers every value cannot be decided.</summary>
    public const string Undecided = "undecided";

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

    /// <summary>The time limit of a counted step depends on more than the case of the procedure.</summary>
    public const string UndecidedTimeLimit = "undecided-time-limit";

    /// <summary>A counted step has no time limit.</summary>
    public const string NoTimeLimit = "no-time-limit";

    /// <summary>There are too many ways to add up the time on each of them.</summary>
    public const string TimeNotProved = "time-not-proved";

    public const string UnknownProcedure = "unknown-procedure";
    public const string UnknownCase = "unknown-case";

    /// <summary>The procedure a step starts may end with an outcome the step does not know.</summary>
    public const string UnexpectedOutcome = "unexpected-outcome";

    /// <summary>Nothing is said about what follows when the procedure a step starts is stopped.</summary>
    public const string StoppedSubProcedure = "stopped-sub-procedure";

    /// <summary>The procedure a step starts may by law take longer than the step.</summary>
    public const string SubProcedureTakesLonger = "sub-procedure-takes-longer";

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

    /// <summary>There are more states than are looked at: nobody can say that the flow is right.</summary>
    public const string TooManyStates = "too-many-states";

    /// <summary>There are too many combinations of values; the flow is right whichever way its conditions go.</summary>
    public const string ConditionsNotFollowed = "conditions-not-followed";
}
