namespace IsoE.Workflows.Execution;

/// <summary>What moving a running instance to another version of its definition would do.</summary>
/// <param name="Obstacles">Why it cannot be moved; empty when it can.</param>
/// <param name="Events">What the move adds to the history; empty when there are obstacles.</param>
public sealed record MigrationPlan(IReadOnlyList<MigrationObstacle> Obstacles, IReadOnlyList<WorkflowEvent> Events)
{
    public bool CanMove => Obstacles.Count == 0;

    /// <summary>What waits and will be asked for differently under the other version.</summary>
    public IEnumerable<BookmarkRevised> Revised => Events.OfType<BookmarkRevised>();
}

/// <summary>One reason why an instance stays where it is.</summary>
/// <param name="ActivityId">The step it is about, or null.</param>
public sealed record MigrationObstacle(MigrationRisk Risk, string? ActivityId, Text Reason);

/// <summary>What would go wrong if an instance were moved all the same.</summary>
public enum MigrationRisk
{
    /// <summary>Something that is open would be gone, or something the other version asks for would be skipped.</summary>
    Loses,

    /// <summary>A step that has been done would come again.</summary>
    Repeats,

    /// <summary>What has been decided so far leads somewhere else, or nowhere, in the other version.</summary>
    Diverges,

    /// <summary>Nothing is left to be moved.</summary>
    Ended,
}
