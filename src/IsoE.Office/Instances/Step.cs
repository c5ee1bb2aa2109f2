using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Storage.Steps;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Instances;

/// <summary>One step of one instance while it is being decided: what was read, and what is to be written.</summary>
/// <remarks>
/// Nothing is written until the decision has returned and the projections have seen its events; a
/// <see cref="RejectedException"/> leaves everything as it was. The decision may run again when somebody else was
/// faster, so it must not touch anything outside the step.
/// </remarks>
public sealed class Step
{
    private readonly StepRequest _request;
    private readonly LoadedRows _loaded;
    private readonly StepTools _tools;
    private readonly List<RecordedEvent> _events = [];
    private readonly List<RowWrite> _writes = [];
    private bool _isDecided;

    internal Step(StepRequest request, LoadedRows loaded, StepTools tools)
    {
        _request = request;
        _loaded = loaded;
        _tools = tools;
        Now = Instant.ToStored(request.At ?? tools.Clock.GetUtcNow());
        IsNew = loaded.Find<InstanceRow>() is null;
        Instance = loaded.Find<InstanceRow>() ?? NewInstance();
        ReadSequence = Instance.Sequence;
        Workflow = tools.States.Find(Instance);
    }

    public string AgencyId => _request.AgencyId;

    public string InstanceId => _request.InstanceId;

    public string CommandId => _request.CommandId;

    /// <summary>The person who acts, or <c>system</c>.</summary>
    public string Actor => _request.ActorId;

    /// <summary>The moment of the step, the same for all of its events; UTC, to the microsecond.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>True when the instance has no history yet.</summary>
    public bool IsNew { get; }

    /// <summary>The snapshot, kept up to date by the step; capabilities read it.</summary>
    public InstanceRow Instance { get; }

    /// <summary>The engine's state after what has been sent so far; null before the start.</summary>
    public WorkflowInstance? Workflow { get; private set; }

    /// <summary>The version of the definition the instance is pinned to.</summary>
    /// <exception cref="InvalidOperationException">The workflow has not been started.</exception>
    public WorkflowDefinition Definition => Instance is { DefinitionId: { } id, DefinitionVersion: { } version }
        ? _tools.Definitions(AgencyId, id, version)
        : throw new InvalidOperationException($"The workflow of instance {InstanceId} has not been started.");

    /// <summary>What the step has added so far.</summary>
    public IReadOnlyList<RecordedEvent> Events => _events;

    internal IReadOnlyList<RowWrite> Writes => _writes;

    /// <summary>Sequence of the instance as it was read; 0 for a new one.</summary>
    internal long ReadSequence { get; }

    /// <summary>The only loaded or inserted row of the type, or null.</summary>
    /// <exception cref="InvalidOperationException">There are several, or the type is not loaded in this step.</exception>
    public T? Find<T>()
        where T : class, IInstanceRow => _loaded.Find<T>();

    /// <summary>The rows of the type that were loaded with the instance or inserted by this step.</summary>
    /// <exception cref="InvalidOperationException">The type is not loaded in this step.</exception>
    public IReadOnlyList<T> All<T>()
        where T : class, IInstanceRow => _loaded.All<T>();

    /// <summary>Starts the workflow of the instance.</summary>
    /// <param name="parent">The bookmark that waits for this instance, or null.</param>
    /// <exception cref="RejectedException">The engine refuses the inputs.</exception>
    public IReadOnlyList<WorkflowEvent> Start(string definitionId, int version, StartWorkflow command, ParentLink? parent = null)
    {
        Instance.DefinitionId = definitionId;
        Instance.DefinitionVersion = version;
        Instance.CorrelationId = command.CorrelationId;
        Instance.ParentAgencyId = parent?.AgencyId;
        Instance.ParentInstanceId = parent?.InstanceId;
        Instance.ParentBookmarkId = parent?.BookmarkId;
        return Send(command);
    }

    /// <summary>Lets the engine decide the command and applies its events.</summary>
    /// <exception cref="RejectedException">The state does not allow it.</exception>
    public IReadOnlyList<WorkflowEvent> Send(WorkflowCommand command)
    {
        if (_isDecided)
            throw new InvalidOperationException("A projection cannot send commands.");
        var events = Engine.Decide(Definition, Workflow, command);
        foreach (var e in events)
        {
            Workflow = WorkflowInstance.Apply(Workflow, e);
            Add(WorkflowEventJson.TypeName(e), e);
        }

        return events;
    }

    /// <summary>Has the instance go on under another version of its definition, to which it is pinned from here on.</summary>
    /// <param name="history">Every event of the engine so far.</param>
    /// <exception cref="RejectedException"><c>migration-unsafe</c>: a step would be lost or repeated.</exception>
    public void Migrate(WorkflowDefinition target, IReadOnlyList<WorkflowEvent> history)
    {
        Send(new MigrateInstance(CommandId, Now, target, history));
        Instance.DefinitionVersion = target.Version;
    }

    /// <summary>Adds a fact of the dossier itself to the history.</summary>
    public void Record(OfficeEvent fact) => Add(_tools.Types.NameOf(fact), fact);

    /// <summary>Writes a new row; its instance and agency are those of the step.</summary>
    public void Insert<T>(T row)
        where T : class, IBelongsToAgency
    {
        Write(RowOperation.Insert, row);
        if (row is IInstanceRow bound)
            _loaded.Add(bound);
    }

    /// <summary>Writes the row as it is when the step ends; to be called once the row has been changed.</summary>
    public void Update<T>(T row)
        where T : class, IBelongsToAgency
    {
        if (!_writes.Exists(w => ReferenceEquals(w.Row, row)))
            Write(RowOperation.Update, row);
    }

    /// <summary>The next number of a series, without gaps: taken only if the step commits.</summary>
    /// <remarks>A series that the request did not name has the step decided a second time, with the series locked.</remarks>
    public long NextNumber(string series)
    {
        var counter = _loaded.Counter(series);
        counter.Value++;
        Update(counter);
        return counter.Value;
    }

    /// <summary>The number of a series given out last; 0 when none was. Nobody takes another one before the step has ended.</summary>
    public long LastNumber(string series) => _loaded.Counter(series).Value;

    /// <summary>Moves a series on, so that the numbers between are never given out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has got further already.</exception>
    public void MoveSeries(string series, long to)
    {
        var counter = _loaded.Counter(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, counter.Value);
        counter.Value = to;
        Update(counter);
    }

    /// <summary>Has something delivered after the commit, at least once.</summary>
    /// <param name="key">By this the consumer drops what it has had before; unique in agency and topic.</param>
    /// <param name="payload">JSON.</param>
    public void Enqueue(string topic, string key, string payload) => Insert(new OutboxRow
    {
        AgencyId = AgencyId,
        Id = RowId.New(Now),
        InstanceId = InstanceId,
        Topic = topic,
        Key = key,
        Payload = payload,
        Status = OutboxStatus.Pending,
        Attempts = 0,
        CreatedAt = Now,
        NextAttemptAt = Now,
    });

    /// <summary>Empties every erasable column in the rows of the instance and forgets the engine's state: nothing more happens in it.</summary>
    /// <exception cref="InvalidOperationException">The workflow still runs.</exception>
    internal void EraseContent()
    {
        if (Workflow is { Status: WorkflowStatus.Running })
            throw new InvalidOperationException($"The workflow of instance {InstanceId} still runs: its content is needed.");
        Workflow = null;
        Instance.State = null;
        Instance.ErasedAt = Now;
        Write(RowOperation.Erase, Instance);
    }

    /// <summary>From here on only projections speak.</summary>
    internal void EndDecision() => _isDecided = true;

    private void Add(string type, object fact) =>
        _events.Add(new RecordedEvent(ReadSequence + _events.Count + 1, type, fact, Now, Actor));

    private void Write(RowOperation operation, IBelongsToAgency row)
    {
        if (row.AgencyId != AgencyId)
            throw new InvalidOperationException($"Expected a row of agency {AgencyId}, but {row.GetType().Name} belongs to {row.AgencyId}.");
        _writes.Add(new RowWrite(operation, row));
    }

    private InstanceRow NewInstance() => new()
    {
        AgencyId = AgencyId,
        InstanceId = InstanceId,
        CorrelationId = InstanceId,
        Status = nameof(WorkflowStatus.Running),
        SubStatus = nameof(WorkflowSubStatus.Pending),
        Sequence = 0,
        HeadHash = HistoryChain.Origin,
        CreatedAt = Now,
        UpdatedAt = Now,
    };
}
