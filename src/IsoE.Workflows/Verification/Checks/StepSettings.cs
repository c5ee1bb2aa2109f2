using IsoE.Workflows.Activities;
using IsoE.Workflows.Execution;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>Clock, reason of a pause, time limit, timeout, milestone and separation of duties have values that exist.</summary>
internal sealed class StepSettings : ICheck
{
    private static readonly string[] ClockValues = [Clocks.Counts, Clocks.Pauses, Clocks.Outside];

    private static readonly string[] MilestoneValues =
        [Milestones.Accepted, Milestones.Prolonged, Milestones.Refused, Milestones.Stopped, Milestones.Settled, Milestones.Returned];

    public IEnumerable<Finding> Run(Subject subject)
    {
        var tasks = subject.UserTasks.Select(task => task.Id).ToHashSet(StringComparer.Ordinal);
        var steps = subject.Steps.SelectMany(step => Findings(step).Concat(Separation(step, tasks)));
        var milestones = subject.All
            .Where(activity => activity.Type is Activities.UserTask or IssueRecord)
            .Select(activity => OneOf(activity, "milestone", MilestoneValues, FindingCodes.InvalidMilestone));
        return steps.Concat(milestones.OfType<Finding>());
    }

    private static IEnumerable<Finding> Findings(Activity step)
    {
        IReadOnlyList<string> timeouts = ["warn", "escalate", .. step.Outcomes ?? []];
        var findings = new[]
        {
            OneOf(step, "clock", ClockValues, FindingCodes.InvalidClock),
            OneOf(step, "waitsFor", Pauses.All, FindingCodes.InvalidWaitsFor),
            Pause(step),
            Limit(step),
            step.Outcomes is null ? null : OneOf(step, "onTimeout", timeouts, FindingCodes.InvalidOnTimeout),
            Timeout(step),
        };
        return findings.OfType<Finding>();
    }

    private static Finding? OneOf(Activity step, string input, IReadOnlyList<string> allowed, string code) =>
        step.LiteralText(input) is { } value && !allowed.Contains(value)
            ? new Finding(code, Severity.Refusal, new Text(
                $"Bước “{step.Called().Vi}”: {input} không nhận “{value}”; chỉ nhận {string.Join(", ", allowed)}.",
                $"'{step.Called().En}': {input} cannot be '{value}'; it takes {string.Join(", ", allowed)}."), [step.Id])
            : null;

    private static Finding? Pause(Activity step)
    {
        var pauses = step.LiteralText("clock") == Clocks.Pauses;
        var reason = step.LiteralText("waitsFor") is not null || step.IsComputed("waitsFor");
        return pauses == reason || step.IsComputed("clock") ? null : new Finding(
            FindingCodes.InvalidWaitsFor,
            Severity.Refusal,
            pauses
                ? new Text(
                    $"Bước “{step.Called().Vi}” tạm dừng đồng hồ nhưng không nêu lý do (waitsFor).",
                    $"'{step.Called().En}' pauses the clock without a reason (waitsFor).")
                : new Text(
                    $"Bước “{step.Called().Vi}” nêu lý do tạm dừng (waitsFor) nhưng đồng hồ không tạm dừng.",
                    $"'{step.Called().En}' gives a reason to pause (waitsFor) but does not pause the clock."),
            [step.Id]);
    }

    private static Finding? Limit(Activity step) =>
        step.LiteralText("timeLimit") is { } text && !TimeLimit.TryParse(text, out _)
            ? new Finding(FindingCodes.InvalidTimeLimit, Severity.Refusal, new Text(
                $"Bước “{step.Called().Vi}”: thời hạn “{text}” không hợp lệ; hãy viết ví dụ 30m, 4h, 2wd, 7d hoặc sameday.",
                $"'{step.Called().En}': the time limit '{text}' is not valid; write for example 30m, 4h, 2wd, 7d or sameday."), [step.Id])
            : null;

    private static Finding? Timeout(Activity step) =>
        step.LiteralText("onTimeout") is not (null or "warn") && !step.Inputs.ContainsKey("timeLimit") && !step.Inputs.ContainsKey("dueOn")
            ? new Finding(FindingCodes.InvalidOnTimeout, Severity.Refusal, new Text(
                $"Bước “{step.Called().Vi}” quy định khi hết hạn nhưng không có thời hạn.",
                $"'{step.Called().En}' says what happens on timeout but has no time limit."), [step.Id])
            : null;

    private static IEnumerable<Finding> Separation(Activity step, HashSet<string> tasks) =>
        (step.LiteralTexts("separateFrom") ?? [])
            .Where(id => !tasks.Contains(id) || id == step.Id)
            .Select(id => new Finding(FindingCodes.UnknownSeparateFrom, Severity.Refusal, new Text(
                $"Bước “{step.Called().Vi}” phải tách người với “{id}”, nhưng không có công việc khác nào mang mã đó.",
                $"'{step.Called().En}' is to be separate from '{id}', but no other task has that id."), [step.Id, id]));
}
