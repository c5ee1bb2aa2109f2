using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Execution;

/// <summary>One activity instance in the middle of a burst: what its type may read and do.</summary>
internal readonly record struct ActivityRun(Burst Burst, Activity Activity, string Id)
{
    public DateTimeOffset At => Burst.At;

    public ActivityInstance Instance => Burst.State.Activities[Id];

    public bool Has(string input) => Activity.Inputs.ContainsKey(input);

    /// <summary>The input's value, converted to the type the activity's descriptor declares; null when not given.</summary>
    public JsonElement Value(string input)
    {
        var descriptor = Activity.Type.Inputs.First(i => i.Name == input);
        return Activity.Inputs.TryGetValue(input, out var given)
            ? Evaluate(given, descriptor.TypeName)
            : descriptor.Default is { } text && TypeNames.TryConvert(Values.Of(text), descriptor.TypeName, out var value)
                ? value
                : Values.Null;
    }

    /// <summary>The input as text; null when absent or empty.</summary>
    public string? Text(string input) => Values.ToText(Value(input)) is { Length: > 0 } text ? text : null;

    /// <summary>The input as text.</summary>
    /// <exception cref="ActivityFailedException">It is absent or empty.</exception>
    public string RequiredText(string input) => Text(input) ?? throw Missing(input);

    /// <summary>A bilingual sentence of two inputs; a missing English one repeats the Vietnamese.</summary>
    public Text? Bilingual(string vietnamese, string english) =>
        Text(vietnamese) is { } vi ? new Text(vi, Text(english) ?? vi)
        : Text(english) is { } en ? new Text(en, en)
        : null;

    public bool Flag(string input) => JavaScriptExpression.IsTrue(Value(input));

    public bool Matches(SwitchCase @case) => JavaScriptExpression.IsTrue(Evaluate(@case.Condition, "Boolean"));

    /// <summary>The input as a list of texts; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string input)
    {
        var value = Value(input);
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Values.ToText)] : [];
    }

    public void Complete(params IReadOnlyList<string> outcomes) => Burst.Complete(Id, outcomes);

    public void Suspend(Wait wait) => Burst.Suspend(this, wait);

    public void Raise(WorkflowEvent e) => Burst.Raise(e);

    public void StartChild(Activity child) => Burst.Schedule(child, Id);

    /// <summary>Sets the variable the output is bound to, if any.</summary>
    public void Bind(string output, JsonElement value)
    {
        if (Activity.OutputBindings.TryGetValue(output, out var reference))
        {
            Burst.SetVariable(reference, value);
        }
    }

    public JsonElement? State(string name) =>
        Instance.State.TryGetValue(name, out var value) ? value : null;

    public void SetState(string name, JsonElement value) => Raise(new ActivityStateSet(Id, name, value));

    /// <summary>Gives the container's own variables their defaults.</summary>
    public void ResetVariables()
    {
        foreach (var variable in Activity.Variables)
        {
            Raise(new VariableSet(variable.Name, variable.Default));
        }
    }

    public ActivityFailedException Missing(string input)
    {
        var name = Activity.Type.Inputs.First(i => i.Name == input).DisplayName;
        return new("input-missing", new Text(
            $"Bước “{Activity.Id}” thiếu “{name.Vi}” ({input}).",
            $"The activity “{Activity.Id}” lacks its {name.En} ({input})."));
    }

    /// <summary>The input's value as the expression gives it; null when not given.</summary>
    public JsonElement Raw(string input) =>
        Activity.Inputs.TryGetValue(input, out var given) ? Raw(given) : Values.Null;

    /// <summary>A terminal child ends this container: what still runs in it is cancelled.</summary>
    public void EndEarly(Activity terminal)
    {
        Burst.CancelInside(Id, new Text(
            $"Phần việc “{Activity.Id}” đã kết thúc tại bước “{terminal.Id}”.",
            $"“{Activity.Id}” ended at “{terminal.Id}”."));
        Complete("Done");
    }

    private JsonElement Evaluate(ActivityInput given, string typeName)
    {
        var value = Raw(given);
        return TypeNames.TryConvert(value, typeName, out var converted)
            ? converted
            : throw new ActivityFailedException("value-not-of-type", new Text(
                $"Bước “{Activity.Id}”: giá trị của “{given.Name}” không phải kiểu {typeName}: {Values.ToJson(value)}.",
                $"Activity “{Activity.Id}”: the value of “{given.Name}” is no {typeName}: {Values.ToJson(value)}."));
    }

    private JsonElement Raw(ActivityInput given)
    {
        try
        {
            return given.Kind switch
            {
                ExpressionKind.Variable => Burst.Variable(given.Reference!, Id),
                ExpressionKind.Input => Burst.State.Input.GetValueOrDefault(given.Reference!, Values.Null),
                ExpressionKind.JavaScript => Values.Keep(given.JavaScript!.Evaluate(new InstanceValues(Burst, Id))),
                _ => given.Value,
            };
        }
        catch (ExpressionFailedException e)
        {
            throw new ActivityFailedException("expression-failed", new Text(
                $"Bước “{Activity.Id}”: không tính được “{given.Name}” ({given.JavaScript!.Source}), vị trí {e.Position + 1}: {e.Reason.Vi}",
                $"Activity “{Activity.Id}”: “{given.Name}” ({given.JavaScript!.Source}) failed at position {e.Position + 1}: {e.Reason.En}"));
        }
    }
}
