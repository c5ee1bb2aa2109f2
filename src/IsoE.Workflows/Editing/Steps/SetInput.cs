using System.Text.Json.Nodes;

namespace IsoE.Workflows.Editing.Steps;

/// <summary>Sets one input of an activity to a literal: role, unit, form, record, ISO clause, instructions, clock, ...</summary>
/// <param name="Values">Empty removes the input; several are for lists.</param>
public sealed record SetInput(string Activity, string Input, params IReadOnlyList<string> Values) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var activity = flow.Get(Activity);
        var descriptor = activity.Type.Inputs.FirstOrDefault(known => known.Name == Input) ?? throw new RejectedException(
            "no-such-input",
            new Text($"Bước “{Activity}” không có mục “{Input}”.", $"The step “{Activity}” has no “{Input}”."));
        var values = Values.Select(value => value.Trim()).Where(value => value.Length > 0).ToList();
        foreach (var value in values.Where(value => descriptor.Options is { } options && !options.Contains(value)))
        {
            throw new RejectedException("no-such-option", new Text(
                $"“{value}” không có trong các lựa chọn: {string.Join(", ", descriptor.Options!)}.",
                $"“{value}” is not among the choices: {string.Join(", ", descriptor.Options!)}."))
            {
                Field = Input,
            };
        }

        if (descriptor.TypeName == "String[]")
        {
            flow.SetLiteral(Activity, Input, values.Count == 0 ? null : new JsonArray([.. values.Select(value => (JsonNode?)value)]));
        }
        else
        {
            flow.SetLiteral(Activity, Input, values is [var only, ..] ? only : null);
        }
    }
}
