using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Editing.Source;

namespace IsoE.Workflows.Editing;

/// <summary>How inputs of activities are set.</summary>
internal sealed partial class FlowEditing
{
    /// <summary>Sets an input to a literal; null removes it. What already says so stays as it is written.</summary>
    public void SetLiteral(string id, string input, JsonNode? value) => SetExpression(id, input, "Literal", value);

    public void SetJavaScript(string id, string input, string source) => SetExpression(id, input, "JavaScript", source);

    /// <summary>The literal value of an input as it stands in the text, for changes inside it; null when it is none.</summary>
    public JsonPart? LiteralPart(string id, string input) =>
        Part(id).Find(input)?.Find("expression") is { Kind: JsonValueKind.Object } expression
        && expression.FindText("type") is "Literal" or "Object"
            ? expression.Find("value")
            : null;

    /// <summary>Sets the name shown on the designer's canvas.</summary>
    public void SetDisplayText(string id, string? text)
    {
        var metadata = Member(Part(id), "metadata");
        if (text is null)
        {
            JsonSource.Remove(metadata, "displayText");
        }
        else if (metadata.FindText("displayText") != text)
        {
            if (metadata.Find("displayText") is { } known)
            {
                Source.Replace(known, text, null);
            }
            else
            {
                Source.Insert(metadata, 0, "displayText", text);
            }
        }
    }

    private void SetExpression(string id, string input, string kind, JsonNode? value)
    {
        var part = Part(id);
        if (value is null)
        {
            JsonSource.Remove(part, input);
            return;
        }

        var descriptor = DescriptorOf(part, input);
        if (part.Find(input) is { Kind: JsonValueKind.Object } wrapped && wrapped.Find("typeName") is not null)
        {
            var expression = Member(wrapped, "expression");
            Source.Set(expression, "type", kind);
            Source.Set(expression, "value", value, "type");
        }
        else
        {
            Source.Set(part, input, kind == "Literal" ? Literal(descriptor.TypeName, value) : JavaScript(descriptor.TypeName, value.GetValue<string>()), Before(part, input));
        }
    }

    /// <summary>The object at a member, made when it is not there.</summary>
    private JsonPart Member(JsonPart owner, string name)
    {
        if (owner.Find(name) is not { Kind: JsonValueKind.Object })
        {
            Source.Set(owner, name, new JsonObject());
        }

        return owner.Find(name)!;
    }

    private static InputDescriptor DescriptorOf(JsonPart activity, string input) =>
        ActivityTypes.Find(activity.FindText("type") ?? "")?.Inputs.FirstOrDefault(known => known.Name == input)
        ?? throw new RejectedException("no-such-input", new Text(
            $"Bước “{activity.FindText("id")}” không có mục “{input}”.", $"The step “{activity.FindText("id")}” has no “{input}”."));

    /// <summary>What an input is written behind: those the type declares before it, or the head of the activity.</summary>
    private static string[] Before(JsonPart activity, string input) =>
    [
        "id", "nodeId", "name", "type", "version",
        .. ActivityTypes.Find(activity.FindText("type")!)!.Inputs.Select(known => known.Name).TakeWhile(name => name != input),
    ];
}
