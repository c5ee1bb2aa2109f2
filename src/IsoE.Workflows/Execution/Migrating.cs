using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Execution;

/// <summary>Moves a running instance to another version of its definition, or says why that is not possible.</summary>
/// <remarks>
/// The measure is a fresh instance of the other version that takes the same choices: the instance is moved exactly
/// when the fresh one comes to stand at the same steps, with nothing left over and nothing besides. So a moved
/// instance stands where the other version itself could have led it, and goes on as that one would.
/// </remarks>
public static class Migrating
{
    /// <summary>What the move would do. Changes nothing.</summary>
    /// <param name="history">Every event of the instance so far.</param>
    /// <exception cref="ArgumentException">The history is not that of the instance.</exception>
    public static MigrationPlan Plan(WorkflowDefinition target, WorkflowInstance instance, IReadOnlyList<WorkflowEvent> history)
    {
        if (Impossible(target, instance) is { } impossible)
        {
            return new MigrationPlan([impossible], []);
        }

        RefuseForeign(instance, history);
        Replaying fresh;
        try
        {
            fresh = Replaying.Of(target, instance, history);
        }
        catch (RejectedException e)
        {
            return new MigrationPlan([new(MigrationRisk.Diverges, null, e.Reason)], []);
        }

        var position = new PositionMatch(target, instance, fresh, history);
        return position.Obstacles.Count > 0
            ? new MigrationPlan(position.Obstacles, [])
            : new MigrationPlan([], [position.Migrated(), .. position.Revised()]);
    }

    internal static void Perform(Burst burst, WorkflowInstance instance, MigrateInstance command)
    {
        var plan = Plan(command.Target, instance, command.History);
        if (!plan.CanMove)
        {
            var (vi, en) = (plan.Obstacles.Select(o => o.Reason.Vi), plan.Obstacles.Select(o => o.Reason.En));
            throw new RejectedException("migration-unsafe", new Text(
                $"Không chuyển được sang phiên bản {Number(command.Target)}, hồ sơ tiếp tục theo phiên bản cũ: {string.Join(" ", vi)}",
                $"It cannot be moved to version {Number(command.Target)} and goes on under its version: {string.Join(" ", en)}"));
        }

        foreach (var e in plan.Events)
        {
            burst.Raise(e);
        }
    }

    private static MigrationObstacle? Impossible(WorkflowDefinition target, WorkflowInstance instance) =>
        instance.Ended is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled ? new(MigrationRisk.Ended, null, new Text(
            "Quy trình đã kết thúc.", "The workflow has ended."))
        : target.DefinitionId != instance.DefinitionId ? new(MigrationRisk.Diverges, null, new Text(
            $"“{target.DefinitionId}” là quy trình khác, không phải phiên bản của “{instance.DefinitionId}”.",
            $"“{target.DefinitionId}” is another workflow, not a version of “{instance.DefinitionId}”."))
        : target.Id == instance.DefinitionVersionId ? new(MigrationRisk.Diverges, null, new Text(
            $"Hồ sơ đang theo chính phiên bản {Number(target)}.", $"It already runs under version {Number(target)}."))
        : null;

    private static void RefuseForeign(WorkflowInstance instance, IReadOnlyList<WorkflowEvent> history)
    {
        var folded = history.Aggregate((WorkflowInstance?)null, WorkflowInstance.Apply);
        if (folded is null || WorkflowInstanceJson.Write(folded) != WorkflowInstanceJson.Write(instance))
        {
            throw new ArgumentException($"The history does not give the state of instance {instance.Id}.", nameof(history));
        }
    }

    private static string Number(WorkflowDefinition definition) => Values.ToJson(Values.Of(definition.Version));
}
