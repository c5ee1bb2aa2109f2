using System.Text.Json;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Tests.Expressions;

/// <summary>Values of a made-up instance: an object of variables and one of inputs, and one output.</summary>
internal sealed class GivenValues(string variables, string inputs) : IExpressionValues
{
    public static GivenValues None { get; } = new("{}", "{}");

    private readonly JsonElement variables = JsonDocument.Parse(variables).RootElement;
    private readonly JsonElement inputs = JsonDocument.Parse(inputs).RootElement;

    public bool TryGetVariable(string name, out JsonElement value) => variables.TryGetProperty(name, out value);

    public bool TryGetInput(string name, out JsonElement value) => inputs.TryGetProperty(name, out value);

    public bool TryGetOutput(string activity, string output, out JsonElement value)
    {
        var found = activity == "appraise" && output == "result";
        value = found ? JsonDocument.Parse("""{"outcome":"Approved"}""").RootElement : default;
        return found;
    }
}
