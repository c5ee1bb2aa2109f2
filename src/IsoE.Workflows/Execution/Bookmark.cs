using System.Text.Json;
using System.Text.Json.Serialization;

namespace IsoE.Workflows.Execution;

/// <summary>A place where an instance waits for the outside. Burnt when used, never used twice.</summary>
/// <param name="Id">Unique in the instance.</param>
/// <param name="ActivityInstanceId">The activity that waits.</param>
/// <param name="ActivityId">Its place in the definition.</param>
/// <param name="Wait">What it waits for.</param>
public sealed record Bookmark(string Id, string ActivityInstanceId, string ActivityId, Wait Wait);

/// <summary>What a bookmark waits for: the stimulus that resumes it and the data the office needs.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(UserTask), "userTask")]
[JsonDerivedType(typeof(RunTask), "runTask")]
[JsonDerivedType(typeof(EventWait), "event")]
[JsonDerivedType(typeof(DelayWait), "delay")]
[JsonDerivedType(typeof(SubProcedureWait), "subProcedure")]
public abstract record Wait;

/// <summary>A person has to act: <c>IsoE.UserTask</c>.</summary>
/// <param name="Role">Role code that may act, for example <c>specialist</c>.</param>
/// <param name="Unit">Code of the unit the task belongs to, or null for any unit that has the role.</param>
/// <param name="TimeLimit">Budget of the step: <c>4h</c> working hours, <c>2wd</c> working days, <c>7d</c> calendar days; null for none.</param>
/// <param name="Clock">What the dossier's clock does meanwhile, see <see cref="Clocks"/>.</param>
/// <param name="WaitsFor">Why the clock stands still, see <see cref="Pauses"/>; set exactly when the clock pauses.</param>
/// <param name="Form">Id of the task form in the ISO text, or null.</param>
/// <param name="Outcomes">Ids of what may be chosen, at least one.</param>
/// <param name="OutcomeLabels">How the outcomes are called on screen; an outcome without a label shows its id.</param>
/// <param name="Record">Code of the record the step leaves, or null.</param>
/// <param name="IsoClause">Clause of ISO 9001 the step gives evidence for, or null.</param>
/// <param name="OnTimeout"><c>warn</c>, <c>escalate</c>, or the id of the outcome taken when the limit passes.</param>
/// <param name="SeparateFrom">Activity ids whose performer may not do this one (segregation of duties).</param>
/// <param name="Milestone">What the dossier reaches when the task is completed, see <see cref="Milestones"/>; null for none.</param>
public sealed record UserTask(
    Text Title,
    string Role,
    string? Unit,
    string? TimeLimit,
    string Clock,
    string? WaitsFor,
    string? Form,
    IReadOnlyList<string> Outcomes,
    IReadOnlyDictionary<string, Text> OutcomeLabels,
    string? Record,
    string? IsoClause,
    Text? Instructions,
    string OnTimeout,
    IReadOnlyList<string> SeparateFrom,
    string? Milestone) : Wait
{
    /// <summary>What it is about this time, as people have entered it; null where the title says all.</summary>
    public string? About { get; init; }

    /// <summary>Code of the unit whose people may not act, because the step judges its work; null for none.</summary>
    public string? IndependentOf { get; init; }

    /// <summary>The person it is given to by name, who alone may act; null for anybody with the role.</summary>
    public Assignee? Assignee { get; init; }

    /// <summary>The day it has to be done by, <c>yyyy-MM-dd</c>, in place of a time limit; null for none.</summary>
    public string? DueOn { get; init; }
}

/// <summary>A person named for a task, as a person field of a form leaves it.</summary>
public sealed record Assignee(string Id, string Name);

/// <summary>A task for something other than IsoE's inbox: Elsa's <c>RunTask</c>.</summary>
public sealed record RunTask(string TaskName, JsonElement Payload) : Wait;

/// <summary>An outside event, a due time, or the first of both: <c>IsoE.Wait</c> and Elsa's <c>Event</c>.</summary>
/// <param name="EventName">Name of the event that resumes it with the outcome <c>Received</c> (Elsa's <c>Event</c>: <c>Done</c>); null waits for time alone.</param>
/// <param name="TimeLimit">As in <see cref="UserTask"/>; reaching it takes the outcome <c>Timeout</c>.</param>
public sealed record EventWait(string? EventName, string? TimeLimit, string Clock, string? WaitsFor, Text? Title) : Wait
{
    public const string Received = "Received";
    public const string Timeout = "Timeout";

    /// <summary>The outcome the event takes.</summary>
    public string Outcome { get; init; } = "Done";

    /// <summary>Id of the form in the ISO text that whoever records the event fills in, or null.</summary>
    public string? Form { get; init; }
}

/// <summary>A moment: Elsa's <c>Delay</c>.</summary>
public sealed record DelayWait(DateTimeOffset Until) : Wait;

/// <summary>The outcome of another procedure: <c>IsoE.SubProcedure</c>.</summary>
/// <param name="Procedure">Code of the procedure to start.</param>
/// <param name="Agency">Agency that runs it, or null for the own one.</param>
/// <param name="Outcomes">Outcomes the other procedure may end with; an unlisted one takes <c>Done</c>.</param>
public sealed record SubProcedureWait(
    string Procedure,
    string? Agency,
    string? Case,
    JsonElement Input,
    Text Title,
    string? TimeLimit,
    string Clock,
    string? WaitsFor,
    string OnTimeout,
    IReadOnlyList<string> Outcomes) : Wait;

/// <summary>What passing a time limit does when it takes no outcome.</summary>
public static class Timeouts
{
    public const string Warn = "warn";
    public const string Escalate = "escalate";
}

/// <summary>What the dossier's clock does while a step is open.</summary>
public static class Clocks
{
    public const string Counts = "counts";
    public const string Pauses = "pauses";
    public const string Outside = "outside";
}

/// <summary>Why a dossier's clock stands still (status codes 5 and 6 of national integration, and the like).</summary>
public static class Pauses
{
    public const string Supplement = "supplement";
    public const string Payment = "payment";
    public const string Applicant = "applicant";
    public const string Agency = "agency";

    /// <summary>A public notice has to hang for its time.</summary>
    public const string Posting = "posting";

    /// <summary>A moment the procedure itself has set, for example for checking whether an action has worked.</summary>
    public const string Term = "term";

    /// <summary>Every reason there is.</summary>
    public static IReadOnlyList<string> All { get; } = [Supplement, Payment, Applicant, Agency, Posting, Term];
}

/// <summary>What a dossier can reach by a step; the office derives the national status from it.</summary>
public static class Milestones
{
    public const string Accepted = "accepted";

    /// <summary>The legal limit is prolonged by a decision, as the law of the procedure allows.</summary>
    public const string Prolonged = "prolonged";
    public const string Refused = "refused";
    public const string Stopped = "stopped";
    public const string Settled = "settled";
    public const string Returned = "returned";
}
