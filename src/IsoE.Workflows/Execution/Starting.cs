using System.Collections.Immutable;
using System.Text.Json;
using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Execution;

/// <summary>Starts an instance: checks its inputs, gives variables their defaults, starts the root.</summary>
internal static class Starting
{
    public static void Perform(Burst burst, WorkflowInstance? instance, StartWorkflow command)
    {
        if (instance is not null)
        {
            throw new RejectedException("already-started", new Text(
                $"Quy trình {instance.Id} đã được khởi tạo.", $"The workflow {instance.Id} has already been started."));
        }

        var definition = burst.Definition;
        RefuseUnknownActivities(definition);
        burst.Raise(new WorkflowStarted(
            command.InstanceId,
            definition.DefinitionId,
            definition.Id,
            definition.Version,
            command.CorrelationId,
            Inputs(definition, command.Input)));
        foreach (var variable in definition.Variables)
        {
            burst.Raise(new VariableSet(variable.Name, variable.Default));
        }

        burst.Schedule(definition.Root, null);
    }

    private static ImmutableSortedDictionary<string, JsonElement> Inputs(
        WorkflowDefinition definition,
        IReadOnlyDictionary<string, JsonElement> given)
    {
        var inputs = WorkflowInstance.Empty<JsonElement>();
        foreach (var (name, value) in given)
        {
            var declared = definition.Inputs.FirstOrDefault(i => i.Name == name) ?? throw Undeclared(definition, name);
            var type = declared.IsArray ? declared.TypeName + "[]" : declared.TypeName;
            if (!TypeNames.TryConvert(Values.Keep(value), type, out var converted))
            {
                throw new RejectedException("input-not-of-type", new Text(
                    $"Dữ liệu vào “{name}” phải có kiểu {type}.", $"The input “{name}” must be of type {type}."))
                { Field = name };
            }

            inputs = inputs.Add(name, converted);
        }

        return inputs;
    }

    private static RejectedException Undeclared(WorkflowDefinition definition, string name)
    {
        var declared = string.Join(", ", definition.Inputs.Select(i => i.Name));
        return new RejectedException("input-undeclared", new Text(
            $"Quy trình không có dữ liệu vào “{name}”. Có: {(declared.Length > 0 ? declared : "không có")}.",
            $"The workflow has no input “{name}”. It has: {(declared.Length > 0 ? declared : "none")}."))
        { Field = name };
    }

    private static void RefuseUnknownActivities(WorkflowDefinition definition)
    {
        if (definition.Activities.Values.FirstOrDefault(a => !a.Type.IsExecutable) is { } unknown)
        {
            throw new RejectedException("unknown-activity-type", new Text(
                $"Không thể chạy: bước “{unknown.Id}” thuộc loại không rõ.",
                $"This cannot run: the activity “{unknown.Id}” is of an unknown type."));
        }
    }
}
