using System.Text.Json.Nodes;
using IsoE.Workflows;
using IsoE.Workflows.Editing;

namespace IsoE.Office.Procedures.Editing;

/// <summary>Forms and records that a step needs and the ISO text lacks: written with what is known, to be finished there.</summary>
public static class DraftForms
{
    private static readonly string[] Head =
    [
        "code", "name", "field", "fieldCode", "level", "publishingAgency", "executingAgency", "executors", "applicants", "source", "control", "versions", "cases", "openedBy", "sets",
        "supplement", "result", "onlineLevel", "sameDayCutOff", "confidentiality", "legalBasis", "components", "fees", "form", "taskForms", "answer", "records", "blankForms", "constraints", "abbreviations",
    ];

    /// <summary>The keys of the front matter in the order in which they are written.</summary>
    public static IReadOnlyList<string> HeadOrder => Head;

    /// <summary>A task form without fields, called as the step.</summary>
    public static (string Id, TextEdit Edit) NewTaskForm(TextDraft text, Text title)
    {
        var id = Unique(text, "taskForms", "id", title);
        return (id, new AddItem("", "taskForms", new JsonObject { ["id"] = id, ["title"] = Both(title), ["fields"] = new JsonArray() }, Head));
    }

    /// <summary>A record kept ten years at the division, called as the step.</summary>
    public static (string Code, TextEdit Edit) NewRecord(TextDraft text, Text title)
    {
        var code = Unique(text, "records", "code", title);
        return (code, Record(code, title, template: null, form: null));
    }

    /// <summary>What a supplement loop of a step needs, as far as it is not there.</summary>
    /// <param name="form">The step's own form; null when it has none.</param>
    public static IEnumerable<TextEdit> ForSupplementLoop(TextDraft text, string? form)
    {
        if (text.IndexOf("records", "code", "supplement-request") is null)
            yield return Record("supplement-request", new Text("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Supplement request"), "form-02", null);
        if (text.IndexOf("records", "code", "stop-notice") is null)
            yield return Record("stop-notice", new Text("Thông báo dừng giải quyết hồ sơ", "Notice of stopping"), "form-05", null);
        if (text.IndexOf("taskForms", "id", "supplement") is null)
            yield return Form("supplement", new Text("Tiếp nhận bổ sung", "Receive the supplement"),
                Field("supplied", new Text("Giấy tờ đã bổ sung", "What was supplied"), 2000, "Supplied"));
        if (text.IndexOf("taskForms", "id", "stopping") is null)
            yield return Form("stopping", new Text("Dừng giải quyết", "Stop the dossier"), Field("reason", new Text("Lý do dừng giải quyết", "Reason for stopping"), 1000));
        if (form is null || text.IndexOf("taskForms", "id", form) is not { } own) yield break;
        foreach (var field in Asked().Where(field => text.IndexOf($"taskForms[{own}].fields", "id", field["id"]!.GetValue<string>()) is null))
            yield return new AddItem($"taskForms[{own}]", "fields", field, []);
    }

    /// <summary>What is asked for, why and on what ground: the supplement request prints it.</summary>
    private static IEnumerable<JsonObject> Asked() =>
    [
        Field("items", new Text("Giấy tờ, nội dung cần bổ sung", "What has to be supplied"), 4000, "NeedsSupplement"),
        Field("reason", new Text("Lý do", "Reason"), 1000, "NeedsSupplement"),
        Field("legalGround", new Text("Căn cứ pháp lý", "Legal ground"), 500, "NeedsSupplement"),
    ];

    private static AddItem Form(string id, Text title, params JsonObject[] fields) =>
        new("", "taskForms", new JsonObject { ["id"] = id, ["title"] = Both(title), ["fields"] = new JsonArray([.. fields]) }, Head);

    private static JsonObject Field(string id, Text label, int length, params string[] outcomes)
    {
        var field = new JsonObject { ["id"] = id, ["label"] = Both(label), ["type"] = "multiline", ["required"] = true, ["maxLength"] = length };
        if (outcomes.Length > 0) field["outcomes"] = new JsonArray([.. outcomes.Select(outcome => (JsonNode?)outcome)]);
        return field;
    }

    private static AddItem Record(string code, Text name, string? template, string? form)
    {
        var record = new JsonObject { ["code"] = code, ["name"] = Both(name) };
        if (template is not null) record["template"] = template;
        record["retention"] = "10y";
        record["place"] = new JsonObject { ["vi"] = "Bộ phận chuyên môn, sau một năm chuyển Lưu trữ", ["en"] = "Division, to the archive after one year" };
        if (form is not null) record["form"] = form;
        record["source"] = "unverified";
        return new AddItem("", "records", record, Head);
    }

    private static JsonObject Both(Text text) => new() { ["vi"] = text.Vi, ["en"] = text.En };

    private static string Unique(TextDraft text, string list, string key, Text title) =>
        ReadableId.Unique(ReadableId.Of(title.En.Length > 0 ? title.En : title.Vi), id => text.IndexOf(list, key, id) is not null);
}
