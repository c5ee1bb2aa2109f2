using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Web.Studio;

/// <summary>What the drop-down lists of Studio's property editors offer, by the name of the input.</summary>
public sealed class StudioChoices
{
    private readonly Dictionary<string, IReadOnlyList<Choice>> _byInput;

    private StudioChoices(Dictionary<string, IReadOnlyList<Choice>> byInput) => _byInput = byInput;

    /// <param name="text">The ISO text of the procedure; null while it cannot be read.</param>
    public static StudioChoices Of(Procedure? text, ProcedureLibrary library, IEnumerable<Unit> units, IEnumerable<Agency> agencies) => new(new()
    {
        ["role"] = [.. Roles.All.Where(role => IsForPeople(role.Key)).Select(role => new Choice(role.Key, role.Value))],
        ["unit"] = [Choice.None, .. units.Select(unit => new Choice(unit.Code, new Text(unit.NameVi, unit.NameEn)))],
        ["agency"] = [Choice.None, .. agencies.Select(agency => new Choice(agency.Id, agency.Name))],
        ["procedure"] = [.. library.All.DistinctBy(version => version.Code).Select(version => new Choice(version.Code, Named(version)))],
        ["form"] = [Choice.None, .. text?.TaskForms.Select(form => new Choice(form.Id, form.Title)) ?? []],
        ["record"] = [Choice.None, .. text?.Records.Select(record => new Choice(record.Code, record.Name)) ?? []],
    });

    /// <summary>The choices for an input, or null when it is free.</summary>
    public IReadOnlyList<Choice>? For(string input) => _byInput.GetValueOrDefault(input);

    private static bool IsForPeople(string role) =>
        !Roles.Administrators.Contains(role) && role is not (Roles.System or Roles.ExternalAgency or Roles.Citizen or Roles.ExternalAuditor);

    private static Text Named(ProcedureVersion version) =>
        new($"{version.Code} {version.Procedure.Name.Vi}", $"{version.Code} {version.Procedure.Name.En}");
}

/// <summary>One entry of a list.</summary>
public sealed record Choice(string Value, Text Name)
{
    public static Choice None { get; } = new("", new Text("(không)", "(none)"));
}
