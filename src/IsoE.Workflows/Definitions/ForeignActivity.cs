using System.Text;
using System.Text.Json;
using IsoE.Workflows.Activities;

namespace IsoE.Workflows.Definitions;

/// <summary>Activities of unknown type: shown as <c>Elsa.NotFoundActivity</c>, which carries the original along.</summary>
internal static class ForeignActivity
{
    private const string NotFound = "Elsa.NotFoundActivity";
    private const string Original = "originalActivityJson";

    /// <summary>Turns the node into the stand-in; the original is kept as text inside it.</summary>
    public static ActivityType Substitute(SourceNode node, string typeName)
    {
        var original = Values.ToJson(node.ToElement());
        var version = node.Find("version") ?? SourceNode.Of(Values.Of(1), node.Place);
        node.Members.RemoveAll(m => m.Key is not ("id" or "nodeId" or "name" or "type" or "version" or "customProperties" or "metadata"));
        node.Set("type", Text(NotFound, node));
        node.Set("missingTypeName", Text(typeName, node));
        node.Set("missingTypeVersion", version);
        node.Set(Original, Text(original, node));
        return ActivityTypes.Find(NotFound)!;
    }

    /// <summary>Turns a stand-in back into the activity it stands for, keeping where the designer has put it since.</summary>
    public static void Restore(SourceNode node)
    {
        if (node.FindText("type") != NotFound || node.FindText(Original) is not { Length: > 0 } json)
        {
            return;
        }

        var reading = new Reading(new DefinitionReadOptions());
        if (SourceReader.Read(Encoding.UTF8.GetBytes(json), reading) is not { Kind: JsonValueKind.Object } original)
        {
            return;
        }

        var metadata = node.Find("metadata");
        node.Become(original);
        if (metadata is not null)
        {
            node.Set("metadata", metadata);
        }
    }

    private static SourceNode Text(string text, SourceNode node) => SourceNode.Of(Values.Of(text), node.Place);
}
