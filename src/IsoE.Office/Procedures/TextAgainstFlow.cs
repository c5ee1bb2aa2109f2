using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>What the ISO text says of the flow, and the flow does not know.</summary>
internal static class TextAgainstFlow
{
    public static IEnumerable<(string Place, Text Message)> Of(Procedure text, WorkflowDefinition definition) =>
        Unasked(text, definition).Concat(Answer(text, definition));

    /// <summary>Field restrictions to outcomes that no task with that form has would never be asked.</summary>
    private static IEnumerable<(string Place, Text Message)> Unasked(Procedure text, WorkflowDefinition definition) =>
        from form in text.TaskForms
        let outcomes = definition.Activities.Values.Where(a => a.LiteralText("form") == form.Id).SelectMany(a => a.Outcomes ?? []).ToHashSet(StringComparer.Ordinal)
        from field in form.Fields
        from outcome in field.Outcomes
        where !outcomes.Contains(outcome)
        select ($"taskForms.{form.Id}.{field.Id}", new Text(
            $"Không bước nào dùng biểu mẫu này có kết quả “{outcome}”.", $"No step with this form has the outcome '{outcome}'."));

    /// <summary>What the text says the procedure answers is the output of that name, and the other way round.</summary>
    private static IEnumerable<(string Place, Text Message)> Answer(Procedure text, WorkflowDefinition definition)
    {
        var isDeclared = definition.Outputs.Any(output => output.Name == StepAnswer.Output);
        if (isDeclared && text.Answer.Count == 0)
            yield return (StepAnswer.Output, new Text(
                "Quy trình điện tử có đầu ra “answer” nhưng văn bản không nêu các trường của câu trả lời.",
                "The definition has the output 'answer', but the text does not name its fields."));
        if (!isDeclared && text.Answer.Count > 0)
            yield return (StepAnswer.Output, new Text(
                "Văn bản nêu câu trả lời nhưng quy trình điện tử không khai báo đầu ra “answer”.",
                "The text names an answer, but the definition declares no output 'answer'."));
    }
}
