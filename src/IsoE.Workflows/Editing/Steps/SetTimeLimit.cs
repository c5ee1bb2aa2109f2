using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Editing.Steps;

/// <summary>Sets how long a step may take, for all cases of the procedure or for each.</summary>
/// <param name="ByCase">Limit (<c>4h</c>, <c>2wd</c>, ...) by case id; null or empty for none. The same for all is written without the cases.</param>
public sealed record SetTimeLimit(string Activity, IReadOnlyList<KeyValuePair<string, string?>> ByCase) : FlowEdit
{
    /// <summary>The same limit in every case.</summary>
    public SetTimeLimit(string activity, string? limit)
        : this(activity, [KeyValuePair.Create("", limit)])
    {
    }

    internal override void Apply(FlowEditing flow)
    {
        flow.Get(Activity);
        var limits = ByCase.Select(pair => KeyValuePair.Create(pair.Key, Checked(pair.Value))).ToList();
        var different = limits.Select(pair => pair.Value).Distinct().ToList();
        if (different is [var same])
        {
            flow.SetLiteral(Activity, "timeLimit", same);
        }
        else
        {
            flow.SetJavaScript(Activity, "timeLimit", JavaScript(limits));
        }
    }

    // The commonest limit stands last, for the cases that are not named.
    private static string JavaScript(List<KeyValuePair<string, string?>> limits)
    {
        var common = limits.GroupBy(pair => pair.Value).MaxBy(group => group.Count())!.Key;
        return string.Concat(limits.Where(pair => pair.Value != common)
            .Select(pair => $"getInput('case') == {JavaScriptText.Quote(pair.Key)} ? {Written(pair.Value)} : ")) + Written(common);
    }

    private static string Written(string? limit) => limit is null ? "null" : JavaScriptText.Quote(limit);

    private static string? Checked(string? limit)
    {
        if (string.IsNullOrWhiteSpace(limit))
        {
            return null;
        }

        try
        {
            return TimeLimit.Parse(limit).ToString();
        }
        catch (RejectedException wrong)
        {
            throw new RejectedException(wrong.Code, wrong.Reason) { Field = "timeLimit" };
        }
    }
}
