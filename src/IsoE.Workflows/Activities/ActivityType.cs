using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>
/// What IsoE knows of one type of activity: how it is written, shown and executed. One file each; the closed list is
/// <see cref="ActivityTypes"/>, from which the reader, the gate and the editors are fed.
/// </summary>
public abstract class ActivityType
{
    private protected ActivityType()
    {
    }

    /// <summary>Elsa's name of the type, for example <c>Elsa.FlowDecision</c>, or ours with the prefix <c>IsoE.</c></summary>
    public abstract string TypeName { get; }

    public abstract Text DisplayName { get; }

    public abstract Text Description { get; }

    /// <summary>Shelf of the toolbox.</summary>
    public virtual Text Category { get; } = new("Cơ bản", "Primitives");

    public virtual IReadOnlyList<InputDescriptor> Inputs => [];

    public virtual IReadOnlyList<OutputDescriptor> Outputs => [];

    public virtual Nesting Nesting => Nesting.None;

    /// <summary>Ports that hold an activity, for <see cref="Nesting.Ports"/>.</summary>
    public virtual IReadOnlyList<string> EmbeddedPorts => [];

    public virtual CaseStyle Cases => CaseStyle.None;

    /// <summary>Whether it ends the container or the workflow it stands in.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>Whether a flowchart begins here without being told.</summary>
    public virtual bool IsStart => false;

    /// <summary>Whether an editor offers it in its toolbox.</summary>
    public virtual bool IsBrowsable => true;

    /// <summary>Whether an instance can execute it; false only for the stand-in of an unknown type.</summary>
    public virtual bool IsExecutable => true;

    /// <summary>The ports drawn on a new activity of this type.</summary>
    public virtual IReadOnlyList<string> Ports => ["Done"];

    /// <summary>The outcomes this activity can end with, or null when an expression decides them at run time.</summary>
    public virtual IReadOnlyList<string>? OutcomesOf(Activity activity) => Ports;

    /// <summary>How tokens meet at this activity; the join's own input overrules <c>customProperties.mergeMode</c>.</summary>
    public virtual MergeMode MergeModeOf(Activity activity) => activity.MergeMode;

    /// <summary>Executes: completes, suspends, or starts children. Called again on a retry.</summary>
    /// <exception cref="ActivityFailedException">Becomes an incident.</exception>
    internal abstract void Execute(ActivityRun run);

    /// <summary>A child has completed with <paramref name="outcomes"/>.</summary>
    internal virtual void ChildCompleted(ActivityRun run, Activity child, IReadOnlyList<string> outcomes) =>
        run.Complete("Done");
}
