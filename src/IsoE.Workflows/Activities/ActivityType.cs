using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Activities;

/// <summary>
/// What IsoE knows of one type of activity: how it is written, shown and executed. One file each.
/// </summary>
public abstract class ActivityType
{
    /// <summary>Elsa's name of the type, for example <c>Elsa.FlowDecision</c>, or ours with the prefix <c>IsoE.</c></summary>
    public abstract string TypeName { get; }

    /// <summary>The outcomes an activity of this type can end with, or null when they are computed at run time.</summary>
    public virtual IReadOnlyList<string>? OutcomesOf(Activity activity) => ["Done"];
}
