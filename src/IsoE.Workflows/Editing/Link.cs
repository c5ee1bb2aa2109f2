using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing.Source;

namespace IsoE.Workflows.Editing;

/// <summary>A connection as it stands in the text, in the nested form or in the flat one of old files.</summary>
internal sealed class Link(JsonEntry entry)
{
    public JsonEntry Entry { get; } = entry;

    public string Source => End("source") ?? "";

    public string Port => Entry.Value.Find("source") is { Kind: JsonValueKind.Object } source
        ? Given(source.FindText("port"))
        : Given(Entry.Value.FindText("sourcePort"));

    public string Target => End("target") ?? "";

    public Connection Connection => new(Source, Port, Target);

    private string? End(string name) => Entry.Value.Find(name) is { Kind: JsonValueKind.Object } nested
        ? nested.FindText("activity")
        : Entry.Value.FindText(name);

    private static string Given(string? port) => port is { Length: > 0 } ? port : "Done";
}
