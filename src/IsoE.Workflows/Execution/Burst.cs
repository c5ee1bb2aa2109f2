using System.Globalization;
using System.Text.Json;
using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Execution;

/// <summary>
/// Everything one command sets in motion, until nothing can move without the outside. Single-threaded; each event is
/// folded into the state as it is raised, so the state here is always the state a replay gives.
/// </summary>
/// <param name="held">Incidents by activity instance that are kept as they are: what stands in them is not executed.</param>
internal sealed class Burst(
    WorkflowDefinition definition,
    WorkflowInstance? before,
    DateTimeOffset at,
    IReadOnlyDictionary<string, Incident>? held = null)
{
    /// <summary>Activity starts of one command; beyond it an endless loop is assumed.</summary>
    public const int MostStarts = 10_000;

    /// <summary>Tokens waiting at one time; a loop that only piles up tokens is endless too.</summary>
    public const int MostTokens = 1_000;

    private readonly List<WorkflowEvent> events = [];
    private readonly Queue<Work> agenda = new();
    private int starts;
    private bool stopped;

    public WorkflowDefinition Definition { get; } = definition;

    public WorkflowInstance State { get; private set; } = before ?? new WorkflowInstance();

    public DateTimeOffset At { get; } = at;

    public IReadOnlyList<WorkflowEvent> Events => events;

    public void Raise(WorkflowEvent e)
    {
        events.Add(e);
        State = WorkflowInstance.Apply(State, e);
    }

    /// <summary>Starts the child once everything scheduled before it has run.</summary>
    public void Schedule(Activity activity, string? parentId) => agenda.Enqueue(new Work(parentId, activity));

    /// <summary>Looks at the flowchart's waiting tokens once everything scheduled before has run.</summary>
    public void ScheduleTokens(string flowchartInstanceId) => agenda.Enqueue(new Work(flowchartInstanceId, null));

    /// <summary>Runs until nothing is left to do, then faults the instance if its strategy says so.</summary>
    /// <remarks>After the incident of an endless loop tokens stay where they are; a retry looks at them again.</remarks>
    public void Drain()
    {
        while (State.Ended is null && agenda.TryDequeue(out var work))
        {
            if (work.Activity is { } activity)
            {
                Start(activity, work.ParentId);
            }
            else if (!stopped && State.Activities.ContainsKey(work.ParentId!))
            {
                new FlowchartRun(RunOf(work.ParentId!)).Advance();
            }
        }

        if (State.Ended is null
            && !State.Incidents.IsEmpty
            && Definition.Options.IncidentStrategy == IncidentStrategy.Fault)
        {
            Raise(new WorkflowFaulted(State.Incidents.First().Value.Message));
        }
    }

    public void Start(Activity activity, string? parentId)
    {
        if (parentId is not null && !State.Activities.ContainsKey(parentId))
        {
            return;
        }

        var id = Begin(activity, parentId);
        stopped |= ++starts > MostStarts || State.Tokens.Count > MostTokens;
        if (stopped)
        {
            Fault(id, "endless-loop", new Text(
                $"Vòng lặp không dừng: một lệnh khởi động hơn {MostStarts} bước hoặc để lại hơn {MostTokens} nhánh chờ. Dừng tại bước “{activity.Id}”.",
                $"Endless loop: one command starts more than {MostStarts} activities or leaves more than {MostTokens} branches waiting. Stopped at “{activity.Id}”."));
            return;
        }

        if (held?.GetValueOrDefault(id) is { } incident)
        {
            Fault(id, incident.Code, incident.Message);
            return;
        }

        Attempt(id, run => run.Activity.Type.Execute(run));
    }

    public string Begin(Activity activity, string? parentId)
    {
        var number = State.Starts.GetValueOrDefault(activity.Id) + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"{activity.Id}#{number}");
        Raise(new ActivityStarted(id, activity.Id, activity.Type.TypeName, parentId));
        return id;
    }

    /// <summary>Does something of the activity; its failure becomes an incident.</summary>
    public void Attempt(string id, Action<ActivityRun> action)
    {
        try
        {
            action(RunOf(id));
        }
        catch (ActivityFailedException e)
        {
            Fault(id, e.Code, e.Reason);
        }
    }

    public void Fault(string id, string code, Text message)
    {
        var number = State.Activities[id].Failures + 1;
        Raise(new ActivityFaulted(id, string.Create(CultureInfo.InvariantCulture, $"{id}/{number}"), code, message));
    }

    public void Suspend(ActivityRun run, Wait wait)
    {
        var hash = run.Id.LastIndexOf('#');
        var id = $"{run.Id[..hash]}-{run.Id[(hash + 1)..]}";

        // A retried activity waits again under a new id: a bookmark is never offered twice.
        var failures = run.Instance.Failures;
        var bookmarkId = failures == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}.{failures}");
        Raise(new ActivitySuspended(run.Id, new Bookmark(bookmarkId, run.Id, run.Activity.Id, wait)));
    }

    public void Complete(string id, IReadOnlyList<string> outcomes)
    {
        var run = RunOf(id);
        var parentId = run.Instance.ParentId;
        ConsumeTokens(id);
        Raise(new ActivityCompleted(id, outcomes));
        if (parentId is null)
        {
            Raise(new WorkflowFinished(null));
        }
        else
        {
            Attempt(parentId, parent => parent.Activity.Type.ChildCompleted(parent, run.Activity, outcomes));
        }
    }

    /// <summary>Ends the activity and everything inside it from outside.</summary>
    public void Cancel(string id, Text reason)
    {
        CancelInside(id, reason);
        Raise(new ActivityCanceled(id, reason));
    }

    /// <summary>Ends what runs inside the container; the container itself goes on.</summary>
    public void CancelInside(string id, Text reason)
    {
        foreach (var child in State.Activities.Values.Where(a => a.ParentId == id).ToList())
        {
            Cancel(child.Id, reason);
        }

        ConsumeTokens(id);
    }

    /// <summary>Ends the whole workflow from inside the activity: its containers complete, the rest is cancelled.</summary>
    public void Finish(ActivityRun run, string? outcome)
    {
        var reason = new Text(
            $"Quy trình đã kết thúc tại bước “{run.Activity.Id}”.",
            $"The workflow ended at “{run.Activity.Id}”.");
        for (string? id = run.Id, parent; id is not null; id = parent)
        {
            parent = State.Activities[id].ParentId;
            CancelInside(id, reason);
            Raise(new ActivityCompleted(id, []));
        }

        Raise(new WorkflowFinished(outcome));
    }

    public ActivityRun RunOf(string id) => new(this, Definition.Activities[State.Activities[id].ActivityId], id);

    public JsonElement Variable(string reference, string activityInstanceId)
    {
        var name = Definition.FindVariable(reference)?.Name ?? reference;
        return new InstanceValues(this, activityInstanceId).TryGetVariable(name, out var value) ? value : Values.Null;
    }

    /// <summary>Sets a variable by id or name; a reference to no variable is one Elsa made up for an unbound output.</summary>
    public void SetVariable(string reference, JsonElement value)
    {
        if (Definition.FindVariable(reference) is not { } variable)
        {
            return;
        }

        var type = variable.IsArray ? variable.TypeName + "[]" : variable.TypeName;
        if (!TypeNames.TryConvert(value, type, out var converted))
        {
            throw new ActivityFailedException("value-not-of-type", new Text(
                $"Biến “{variable.Name}” có kiểu {type}, không nhận được giá trị {Values.ToJson(value)}.",
                $"The variable “{variable.Name}” is of type {type} and cannot take {Values.ToJson(value)}."));
        }

        Raise(new VariableSet(variable.Name, converted));
    }

    private void ConsumeTokens(string flowchartInstanceId)
    {
        foreach (var token in State.Tokens.Where(t => t.FlowchartInstanceId == flowchartInstanceId))
        {
            Raise(new TokenConsumed(flowchartInstanceId, token.Id));
        }
    }

    private sealed record Work(string? ParentId, Activity? Activity);
}
