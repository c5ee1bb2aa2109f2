using System.Globalization;
using System.Text.Json.Nodes;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Web.Studio;

/// <summary>Writes a version as Studio's definition model.</summary>
public static class ElsaDefinition
{
    /// <summary>Columns of the grid on which activities without a position are laid out.</summary>
    private const int Columns = 5;

    /// <summary>The whole definition.</summary>
    /// <exception cref="RejectedException"><c>definition-unreadable</c>: the draft cannot be drawn, with the reader's sentence.</exception>
    public static JsonObject Of(ElsaVersion version)
    {
        var model = Head(version);
        var content = Read(version);
        foreach (var (name, value) in content)
            if (!model.ContainsKey(name)) model[name] = value?.DeepClone();
        Place(model["root"]!.AsObject());
        return model;
    }

    /// <summary>The line of a list: everything but the content.</summary>
    public static JsonObject Summary(ElsaVersion version)
    {
        var model = Head(version);
        model["description"] = "";
        model["isMaterializerAvailable"] = true;
        return model;
    }

    /// <summary>The content as the reader gives it, unknown activities replaced by stand-ins.</summary>
    /// <exception cref="RejectedException"><c>definition-unreadable</c>.</exception>
    public static JsonObject Read(ElsaVersion version)
    {
        var read = DefinitionReader.Read(version.Flow, new DefinitionReadOptions(ShowUnknownActivities: true));
        if (read.Definition is { } definition) return JsonObject.Create(definition.Json)!;
        var first = read.Errors[0];
        throw new RejectedException("definition-unreadable", new Text(
            $"Bản này chưa vẽ được (dòng {first.Line}): {first.Message.Vi} Hãy sửa trong trang soạn thảo quy trình.",
            $"This version cannot be drawn yet (line {first.Line}): {first.Message.En} Mend it on the authoring page."));
    }

    private static JsonObject Head(ElsaVersion version) => new()
    {
        ["id"] = version.Id,
        ["definitionId"] = version.Code,
        ["name"] = version.Name.Vi,
        ["createdAt"] = version.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
        ["version"] = version.Version,
        ["isReadonly"] = !version.MayEdit,
        ["isSystem"] = false,
        ["isLatest"] = version.IsLatest,
        ["isPublished"] = version.IsPublished,
        ["materializerName"] = "Json",
        ["links"] = Links(version),
    };

    /// <summary>Studio lets a person edit exactly what it may publish.</summary>
    private static JsonArray Links(ElsaVersion version) => !version.MayEdit ? [] :
    [
        new JsonObject { ["href"] = $"/workflow-definitions/{version.Code}/publish", ["rel"] = "publish", ["method"] = "POST" },
    ];

    /// <summary>Studio cannot show an activity without a place; nothing of this is saved unless the author moves it.</summary>
    private static void Place(JsonObject container)
    {
        var activities = container["activities"]?.AsArray() ?? [];
        for (var i = 0; i < activities.Count; i++)
        {
            if (activities[i] is not JsonObject activity) continue;
            var metadata = Member(activity, "metadata");
            var designer = Member(metadata, "designer");
            if (designer["position"] is null)
                designer["position"] = new JsonObject { ["x"] = i % Columns * 250, ["y"] = i / Columns * 150 };
            Place(activity);
        }
    }

    private static JsonObject Member(JsonObject owner, string name)
    {
        if (owner[name] is not JsonObject member) owner[name] = member = [];
        return member;
    }
}
