using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification.Data;

namespace IsoE.Workflows.Verification;

/// <summary>One question about a definition.</summary>
internal interface ICheck
{
    IEnumerable<Finding> Run(Subject subject);
}

/// <summary>The definition under verification, with what several checks want to know of it.</summary>
internal sealed class Subject(WorkflowDefinition definition, VerificationContext context)
{
    public WorkflowDefinition Definition { get; } = definition;

    public VerificationContext Context { get; } = context;

    public DataModel Data { get; } = new(definition, context);

    /// <summary>All activities in the order of the file.</summary>
    public IReadOnlyList<Activity> All { get; } = [.. definition.Root.SelfAndDescendants()];

    public IEnumerable<Activity> Flowcharts => All.Where(activity => activity.Type.Nesting == Nesting.Flowchart);

    public IEnumerable<Activity> UserTasks => All.Where(activity => activity.Type is UserTask);

    /// <summary>Activities that may wait for the outside with a clock: user tasks, waits, sub-procedures.</summary>
    public IEnumerable<Activity> Steps => All.Where(activity => activity.Type is UserTask or Wait or SubProcedure);
}
