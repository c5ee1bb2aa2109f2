namespace IsoE.Workflows.Activities;

/// <summary>The closed list of activity types. A type that is not here is refused when a definition is read.</summary>
public static class ActivityTypes
{
    private static readonly Dictionary<string, ActivityType> ByName = new ActivityType[]
    {
        new UserTask(), new Wait(), new SubProcedure(), new Notify(), new IssueRecord(),
        new Flowchart(), new Sequence(), new Parallel(), new Start(), new Finish(), new End(), new Complete(),
        new If(), new FlowDecision(), new FlowSwitch(), new Switch(), new FlowFork(), new FlowJoin(),
        new ForEach(), new ParallelForEach(), new While(),
        new RunTask(), new Event(), new Delay(),
        new SetVariable(), new SetName(), new SetOutput(), new Correlate(), new WriteLine(), new Fault(),
        new NotFoundActivity(),
    }.ToDictionary(t => t.TypeName, StringComparer.Ordinal);

    /// <summary>All types, in the order of the toolbox.</summary>
    public static IReadOnlyCollection<ActivityType> All => ByName.Values;

    /// <summary>The type of that name, or null.</summary>
    public static ActivityType? Find(string typeName) => ByName.GetValueOrDefault(typeName);
}
