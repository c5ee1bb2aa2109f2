using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Procedures;

/// <summary>Whether everything the definition names exists, and whether every outcome leads somewhere.</summary>
internal static class FlowChecks
{
    private static readonly HashSet<string> Milestone =
        [Milestones.Accepted, Milestones.Refused, Milestones.Stopped, Milestones.Settled, Milestones.Returned];

    public static IEnumerable<LoadProblem> Of(PairedVersion version, IReadOnlyDictionary<string, Procedure> others)
    {
        var flow = ProcedureFlow.Of(version.Flow.Definition);
        return flow.InOrder.SelectMany(a => Named(version, flow, a, others).Concat(Loose(flow, a))
                .Select(message => ProcedureChecks.InFlow(version, a, message)))
            .Concat(flow.Unreachable().Select(a => ProcedureChecks.InFlow(version, a, new Text(
                "Không có đường nào dẫn tới bước này.", "Nothing leads to this activity."))))
            .Concat(Unlisted(version, flow))
            .Concat(Answer(version));
    }

    private static IEnumerable<Text> Named(
        PairedVersion version, ProcedureFlow flow, Activity activity, IReadOnlyDictionary<string, Procedure> others)
    {
        if (activity.LiteralText("role") is { } role && !Roles.All.ContainsKey(role))
            yield return new Text($"Không có vai trò \"{role}\".", $"There is no role \"{role}\".");
        if (activity.LiteralText("form") is { } form && version.Procedure.FindTaskForm(form) is null)
            yield return new Text($"Văn bản quy trình không có biểu mẫu nhập liệu \"{form}\".", $"The text has no task form \"{form}\".");
        if (activity.LiteralText("record") is { } record && version.Procedure.FindRecord(record) is null)
            yield return new Text($"Văn bản quy trình không có hồ sơ lưu \"{record}\".", $"The text has no record \"{record}\".");
        if (activity.LiteralText("procedure") is { } procedure && !others.ContainsKey(procedure))
            yield return new Text($"Không có quy trình con \"{procedure}\".", $"There is no procedure \"{procedure}\" to start.");
        if (activity.LiteralText("outputName") is { } output && version.Flow.Definition.Outputs.All(o => o.Name != output))
            yield return new Text($"Quy trình không khai báo đầu ra \"{output}\".", $"The definition declares no output \"{output}\".");
        if (activity.LiteralText("milestone") is { } milestone && !Milestone.Contains(milestone))
            yield return new Text($"Không có mốc \"{milestone}\".", $"There is no milestone \"{milestone}\".");
        foreach (var other in activity.LiteralTexts("separateFrom") ?? [])
            if (flow.InOrder.All(a => a.Id != other))
                yield return new Text($"separateFrom nêu bước \"{other}\" không có trong quy trình.", $"separateFrom names \"{other}\", which is not in the flow.");
        if (Timeout(activity) is { } problem) yield return problem;
    }

    private static Text? Timeout(Activity activity)
    {
        if (activity.LiteralText("onTimeout") is not { } taken || taken is "warn" or "escalate" || activity.Outcomes is not { } outcomes) return null;
        return outcomes.Contains(taken) ? null : new Text(
            $"onTimeout nêu kết quả \"{taken}\" mà bước này không có.", $"onTimeout names the outcome \"{taken}\", which this activity does not have.");
    }

    private static IEnumerable<Text> Loose(ProcedureFlow flow, Activity activity)
    {
        if (activity.Type.IsTerminal || activity.Outcomes is not { } outcomes) return [];
        var led = flow.From(activity.Id).Select(c => c.Port).ToHashSet(StringComparer.Ordinal);
        return outcomes.Where(o => !led.Contains(o)).Select(o => new Text(
            $"Kết quả \"{o}\" không dẫn tới đâu.", $"The outcome \"{o}\" leads nowhere."));
    }

    /// <summary>Field restrictions to outcomes that no task with that form has would never be asked.</summary>
    private static IEnumerable<LoadProblem> Unlisted(PairedVersion version, ProcedureFlow flow) =>
        from form in version.Procedure.TaskForms
        let outcomes = flow.InOrder.Where(a => a.LiteralText("form") == form.Id).SelectMany(a => a.Outcomes ?? []).ToHashSet(StringComparer.Ordinal)
        from field in form.Fields
        from outcome in field.Outcomes
        where !outcomes.Contains(outcome)
        select ProcedureChecks.InText(version, $"taskForms.{form.Id}.{field.Id}", new Text(
            $"Không bước nào dùng biểu mẫu này có kết quả \"{outcome}\".", $"No step with this form has the outcome \"{outcome}\"."));

    /// <summary>What the text says the procedure answers is the output of that name, and the other way round.</summary>
    private static IEnumerable<LoadProblem> Answer(PairedVersion version)
    {
        var isDeclared = version.Flow.Definition.Outputs.Any(output => output.Name == StepAnswer.Output);
        if (isDeclared && version.Procedure.Answer.Count == 0)
            yield return ProcedureChecks.InText(version, StepAnswer.Output, new Text(
                "Quy trình điện tử có đầu ra \"answer\" nhưng văn bản không nêu các trường của câu trả lời.",
                "The definition has the output \"answer\", but the text does not name its fields."));
        if (!isDeclared && version.Procedure.Answer.Count > 0)
            yield return ProcedureChecks.InText(version, StepAnswer.Output, new Text(
                "Văn bản nêu câu trả lời nhưng quy trình điện tử không khai báo đầu ra \"answer\".",
                "The text names an answer, but the definition declares no output \"answer\"."));
    }
}
