using IsoE.Workflows;
using IsoE.Workflows.Activities;

namespace IsoE.Web.Studio;

/// <summary>An activity type as Studio's toolbox and property editors know it.</summary>
public sealed record ElsaActivity(
    string TypeName,
    string Namespace,
    string Name,
    int Version,
    string Category,
    string DisplayName,
    string Description,
    IReadOnlyList<ElsaInput> Inputs,
    IReadOnlyList<ElsaOutput> Outputs,
    string Kind,
    IReadOnlyList<ElsaPort> Ports,
    IReadOnlyDictionary<string, object> CustomProperties,
    IReadOnlyDictionary<string, object> ConstructionProperties,
    bool IsContainer,
    bool IsBrowsable,
    bool IsStart,
    bool IsTerminal);

public sealed record ElsaInput(
    string Name,
    string TypeName,
    string DisplayName,
    string Description,
    int Order,
    bool IsBrowsable,
    bool IsWrapped,
    string UiHint,
    string DefaultSyntax,
    string? DefaultValue,
    bool IsReadOnly,
    bool IsSynthetic,
    object? UiSpecifications);

public sealed record ElsaOutput(string Name, string TypeName, string DisplayName, string Description, bool IsBrowsable);

public sealed record ElsaPort(string Name, string DisplayName, string Type, bool IsBrowsable);

/// <summary>Describes our activity types in Studio's terms, in one language.</summary>
public sealed class ElsaActivityWriter(string language, StudioChoices choices)
{
    public ElsaActivity Write(ActivityType type)
    {
        var name = type.TypeName[(type.TypeName.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return new ElsaActivity(
            type.TypeName,
            type.TypeName[..^(name.Length + 1)],
            name,
            1,
            type.Category.In(language),
            type.DisplayName.In(language),
            type.Description.In(language),
            [.. type.Inputs.Select(Input), .. Cases(type)],
            [.. type.Outputs.Select(Output)],
            "Action",
            Ports(type),
            new Dictionary<string, object>(),
            new Dictionary<string, object>(),
            type.Nesting is Nesting.List or Nesting.Flowchart,
            type.IsBrowsable && type.Nesting is Nesting.None,
            type.IsStart,
            type.IsTerminal);
    }

    /// <summary>Ports that hold an activity are embedded ones; outcomes of a step's own come from its inputs.</summary>
    private static ElsaPort[] Ports(ActivityType type) => type.Nesting is Nesting.Ports
        ? [.. type.EmbeddedPorts.Select(port => new ElsaPort(Pascal(port), Pascal(port), "Embedded", true)), new ElsaPort("Done", "Done", "Flow", true)]
        : HasOwnOutcomes(type) ? []
        : [.. type.Ports.Select(port => new ElsaPort(port, port, "Flow", true))];

    private static bool HasOwnOutcomes(ActivityType type) => type.Inputs.Any(input => input.UiHint == "dynamic-outcomes");

    private ElsaInput Input(InputDescriptor input, int order)
    {
        var options = input.Options?.Select(option => new Choice(option, new Text(option, option))).ToList() ?? choices.For(input.Name);
        var hint = options is not null ? "dropdown" : input.UiHint.StartsWith("isoe-", StringComparison.Ordinal) ? "singleline" : input.UiHint;
        var isVariable = input.TypeName == "Variable";
        return new ElsaInput(
            Pascal(input.Name),
            isVariable ? "Elsa.Workflows.Memory.Variable, Elsa.Workflows.Core" : input.TypeName,
            Capitalised(input.DisplayName.In(language)),
            input.Description.In(language),
            order,
            IsBrowsable: true,
            IsWrapped: !isVariable,
            isVariable ? "variable-picker" : hint,
            input.UiHint is "json-editor" or "dynamic-outcomes" ? "Object" : "Literal",
            input.Default,
            IsReadOnly: false,
            IsSynthetic: false,
            options is null ? null : DropDown(options));
    }

    private Dictionary<string, object> DropDown(IReadOnlyList<Choice> options) => new()
    {
        ["dropdown"] = new
        {
            selectList = new
            {
                items = options.Select(option => new { text = option.Name.In(language), value = option.Value }),
                isFlagsEnum = false,
                sortItems = false,
            },
        },
    };

    private ElsaInput[] Cases(ActivityType type) => type.Cases is CaseStyle.None ? [] :
    [
        new ElsaInput(
            "Cases", "ICollection<SwitchCase>", language == "en" ? "Cases" : "Các trường hợp", "", 100, true, false,
            type.Cases is CaseStyle.Outcomes ? "flow-switch-editor" : "switch-editor", "Object", null, false, false, null),
    ];

    private ElsaOutput Output(OutputDescriptor output) =>
        new(Pascal(output.Name), output.TypeName, Capitalised(output.DisplayName.In(language)), output.Description.In(language), true);

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Capitalised(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
