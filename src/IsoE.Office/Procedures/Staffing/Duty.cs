using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures.Staffing;

/// <summary>Something one person has to do on a dossier: a task of the flow, or a deed beside it.</summary>
/// <param name="Id">Id of the activity; of a deed beside the flow a name no activity can have.</param>
/// <param name="People">Who of the agency may do it.</param>
internal sealed record Duty(string Id, Text Title, string? Role, string? Milestone, IReadOnlyList<string> SeparateFrom, IReadOnlyList<Actor> People)
{
    private const string Beside = "*";

    public bool IsTask => !Id.StartsWith(Beside, StringComparison.Ordinal);

    /// <summary>The tasks of a flow that somebody of the agency does. A role or unit that is computed leaves the choice open.</summary>
    public static IReadOnlyList<Duty> Tasks(WorkflowDefinition definition, Staff staff) =>
    [
        .. definition.Root.SelfAndDescendants()
            .Where(activity => activity.Type.TypeName == "IsoE.UserTask" && activity.LiteralText("role") is not (null or Roles.Citizen or Roles.System))
            .Select(activity => new Duty(
                activity.Id,
                StepTable.TitleOf(activity),
                activity.LiteralText("role"),
                activity.LiteralText("milestone"),
                activity.LiteralTexts("separateFrom") ?? [],
                [.. Workers(staff).Where(person => person.GrantFor(activity.LiteralText("role")!, activity.LiteralText("unit"), definition.DefinitionId) is not null)])),
    ];

    /// <summary>A deed that any role with the right may do.</summary>
    public static Duty With(Right right, Staff staff) => new(
        $"{Beside}{right.Code}", right.Name, null, null, [], [.. Workers(staff).Where(person => Rights.Allows(person, right))]);

    /// <summary>Administrators decide on no dossier (SoD-7).</summary>
    private static IEnumerable<Actor> Workers(Staff staff) => staff.People.Where(person => !person.IsAdministrator);
}
