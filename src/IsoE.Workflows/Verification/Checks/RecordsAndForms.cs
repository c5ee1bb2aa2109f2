using IsoE.Workflows.Activities;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>The records and task forms that activities name stand in the procedure's ISO text.</summary>
internal sealed class RecordsAndForms : ICheck
{
    public IEnumerable<Finding> Run(Subject subject)
    {
        foreach (var activity in subject.All.Where(activity => activity.Type is UserTask or IssueRecord or Wait or SubProcedure))
        {
            if (activity.LiteralText("record") is { } record && subject.Context.Records?.Contains(record) == false)
            {
                yield return Unknown(FindingCodes.UnknownRecord, activity, record, new("hồ sơ chất lượng", "record"));
            }

            if (activity.LiteralText("form") is { } form && subject.Context.TaskForms?.ContainsKey(form) == false)
            {
                yield return Unknown(FindingCodes.UnknownForm, activity, form, new("biểu mẫu", "form"));
            }
        }
    }

    private static Finding Unknown(string code, Activity activity, string name, Text kind) => new(
        code,
        Severity.Refusal,
        new Text(
            $"Bước “{activity.Called().Vi}” dùng {kind.Vi} “{name}” không có trong văn bản quy trình.",
            $"'{activity.Called().En}' uses the {kind.En} '{name}', which the procedure's text does not declare."),
        [activity.Id]);
}
