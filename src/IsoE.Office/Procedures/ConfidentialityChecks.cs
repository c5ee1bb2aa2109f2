using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Procedures;

/// <summary>What a flow must keep to when its dossiers are open to named people only (SoD-10).</summary>
internal static class ConfidentialityChecks
{
    public static IEnumerable<Finding> Of(Procedure text, WorkflowDefinition definition) =>
        text.Confidentiality is null
            ? []
            : from activity in definition.Root.SelfAndDescendants()
              from message in Leaks(activity)
              select new Finding(FindingCodes.Confidentiality, Severity.Refusal, message, [activity.Id]);

    private static IEnumerable<Text> Leaks(Activity activity)
    {
        var type = activity.Type.TypeName;
        if (type == "IsoE.UserTask" && !activity.Inputs.ContainsKey("assignee")) yield return new Text(
            $"Hồ sơ bảo mật: công việc “{activity.Id}” phải giao đích danh (assignee).",
            $"Confidential dossier: the task '{activity.Id}' has to be given to a person by name (assignee).");
        if (activity.LiteralText("onTimeout") == "escalate") yield return new Text(
            $"Hồ sơ bảo mật: khi quá hạn, công việc “{activity.Id}” không được chuyển cho cả một vai trò.",
            $"Confidential dossier: overdue, the task '{activity.Id}' must not pass to a whole role.");
        if (type == "IsoE.Notify" && activity.LiteralText("to") is { } to && to.StartsWith("role:", StringComparison.Ordinal)) yield return new Text(
            $"Hồ sơ bảo mật: “{activity.Id}” không được gửi thông báo cho cả một vai trò.",
            $"Confidential dossier: '{activity.Id}' must not send a message to a whole role.");
        if (type == StepAnswer.OtherProcedure) yield return new Text(
            $"Hồ sơ bảo mật: “{activity.Id}” không được mở quy trình khác.",
            $"Confidential dossier: '{activity.Id}' must not open another procedure.");
    }
}
