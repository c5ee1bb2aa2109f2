using System.Text.Json.Nodes;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Web.Studio;

/// <summary>Turns what Studio posts into the definition to be kept.</summary>
/// <remarks>
/// Studio reorders activities and properties at every save and sends fields of its own. What is kept has the order of
/// the draft before, so that a comparison of two revisions shows what the author changed and nothing else.
/// </remarks>
public static class PostedDefinition
{
    /// <summary>Fields of the model that belong to Studio or to document control, not to the definition.</summary>
    private static readonly HashSet<string> NotContent = new(StringComparer.Ordinal)
    {
        "id", "definitionId", "version", "createdAt", "toolVersion", "isLatest", "isPublished", "isReadonly", "isSystem",
        "links", "materializerName", "tenantId", "providerName", "isMaterializerAvailable",
    };

    /// <summary>The definition JSON to keep; the same text as before when nothing has changed.</summary>
    /// <param name="before">The draft as it was given to Studio.</param>
    /// <exception cref="RejectedException"><c>definition-emptied</c>, <c>definition-unreadable</c>; the draft stays as it is.</exception>
    public static string Merge(ElsaVersion before, JsonObject posted)
    {
        RefuseEmptied(before, posted);
        var kept = ElsaDefinition.Read(before);
        var merged = kept.DeepClone().AsObject();
        foreach (var (name, value) in posted)
            if (!NotContent.Contains(name)) merged[name] = KeptOrder.Of(value, kept[name]);
        return JsonNode.DeepEquals(merged, kept) ? before.Flow : Write(merged.ToJsonString());
    }

    private static string Write(string json)
    {
        var strict = DefinitionReader.Read(json);
        var read = strict.Definition is null ? DefinitionReader.Read(json, new DefinitionReadOptions(ShowUnknownActivities: true)) : strict;
        if (read.Definition is { } definition) return DefinitionWriter.Write(definition);
        var first = read.Errors[0];
        throw new RejectedException("definition-unreadable", new Text(
            $"Không lưu được, bản dự thảo trước đó vẫn còn nguyên: {first.Message.Vi} ({first.Path})",
            $"Not saved, the draft is as it was: {first.Message.En} ({first.Path})"));
    }

    /// <summary>A canvas Studio could not draw is posted as an empty procedure.</summary>
    private static void RefuseEmptied(ElsaVersion before, JsonObject posted)
    {
        if (Count(posted) > 0 || Count(ElsaDefinition.Read(before)) == 0) return;
        throw new RejectedException("definition-emptied", new Text(
            "Lưu sẽ xóa hết các bước của quy trình nên không thực hiện; bản dự thảo vẫn còn nguyên. Hãy tải lại trang.",
            "Saving would remove every step of the procedure and was not done; the draft is as it was. Reload the page."));
    }

    private static int Count(JsonObject definition) => definition["root"]?["activities"] is JsonArray activities ? activities.Count : 0;
}
