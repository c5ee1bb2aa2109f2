using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Procedures.Staffing;

/// <summary>Whether the people of the agency can carry a procedure: every role held, and duties kept apart.</summary>
internal static class StaffCheck
{
    public static IEnumerable<Finding> Of(Procedure? text, WorkflowDefinition definition, FlowRuns runs, Staff staff)
    {
        var tasks = Duty.Tasks(definition, staff);
        return UnknownUnits(definition, staff)
            .Concat(Unstaffed(definition, tasks, staff))
            .Concat(new Separation(text, [.. tasks.Where(task => task.People.Count > 0)], runs, staff).Findings());
    }

    private static IEnumerable<Finding> UnknownUnits(WorkflowDefinition definition, Staff staff) =>
        definition.Root.SelfAndDescendants()
            .Where(activity => activity.LiteralText("unit") is { } unit && !staff.Units.ContainsKey(unit))
            .GroupBy(activity => activity.LiteralText("unit")!, StringComparer.Ordinal)
            .Select(group => new Finding(FindingCodes.UnknownUnit, Severity.Refusal, new Text(
                $"Cơ quan không có đơn vị “{group.Key}”, cần cho: {Titles(group).Vi}.",
                $"The agency has no unit '{group.Key}', which is wanted for: {Titles(group).En}."),
                [.. group.Select(activity => activity.Id)]));

    private static IEnumerable<Finding> Unstaffed(WorkflowDefinition definition, IReadOnlyList<Duty> tasks, Staff staff) =>
        tasks.Where(task => task.People.Count == 0 && UnitOf(definition, task) is var unit && (unit is null || staff.Units.ContainsKey(unit)))
            .GroupBy(task => (task.Role, Unit: UnitOf(definition, task)))
            .Select(group =>
            {
                var (role, steps) = (Roles.NameOf(group.Key.Role!), Joined(group.Select(task => task.Title)));
                var unit = group.Key.Unit is { } code ? staff.Units[code] : null;
                return new Finding(FindingCodes.Unstaffed, Severity.Refusal, new Text(
                    $"Không có ai giữ vai trò {role.Vi}{(unit is null ? "" : $" ở {unit.Vi}")}, cần cho: {steps.Vi}. Hãy giao vai trò hoặc đổi người thực hiện.",
                    $"Nobody holds the role {role.En}{(unit is null ? "" : $" in {unit.En}")}, which is wanted for: {steps.En}. Give the role to somebody or change who does it."),
                    [.. group.Select(task => task.Id)]);
            });

    private static string? UnitOf(WorkflowDefinition definition, Duty task) => definition.Activities[task.Id].LiteralText("unit");

    private static Text Titles(IEnumerable<Activity> activities) => Joined(activities.Select(StepTable.TitleOf));

    private static Text Joined(IEnumerable<Text> titles) => new(
        string.Join(", ", titles.Select(title => $"“{title.Vi}”")), string.Join(", ", titles.Select(title => $"'{title.En}'")));
}
