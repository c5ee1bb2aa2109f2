namespace IsoE.Office.Procedures;

/// <summary>Follows the flow from an outcome through what happens by itself to the next steps.</summary>
internal sealed class OutcomeWalk(ProcedureFlow flow, IReadOnlyDictionary<string, int> stepNumbers)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public HashSet<int> Next { get; } = [];

    public List<string> Records { get; } = [];

    public void Follow(string activityId)
    {
        if (!seen.Add(activityId)) return;
        if (flow.Find(activityId).SelfAndDescendants().FirstOrDefault(step => stepNumbers.ContainsKey(step.Id)) is { } first)
        {
            Next.Add(stepNumbers[first.Id]);
            return;
        }
        if (flow.Find(activityId).LiteralText("record") is { } record) Records.Add(record);
        foreach (var way in flow.From(activityId)) Follow(way.Target);
    }
}
