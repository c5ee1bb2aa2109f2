using System.Text.Json.Nodes;

namespace IsoE.Office.Procedures.WordImport.Drafting;

/// <summary>The task forms a draft begins with.</summary>
internal static class DraftForms
{
    public const string Settling = "settling";
    public const string Deciding = "deciding";
    public const string Returning = "returning";

    /// <summary>Those the planned steps use.</summary>
    public static JsonArray Of(FlowPlan plan)
    {
        var used = plan.Steps.Where(step => !step.IsWait).Select(step => step.Form).ToHashSet(StringComparer.Ordinal);
        var failures = plan.Steps.SelectMany(step => step.Ways).Where(way => way.IsFailure).Select(way => way.Outcome).Distinct().ToList();
        JsonObject[] all =
        [
            Form(Settling, "Kết quả xử lý", "Result", Note()),
            Form(Deciding, "Xem xét", "Review", Reason(failures), Note()),
            Form(Returning, "Trả kết quả", "Return of the result", new JsonObject
            {
                ["id"] = "receivedBy", ["label"] = Bilingual("Người nhận kết quả", "Received by"), ["type"] = "text", ["required"] = true, ["maxLength"] = 120,
            }),
        ];
        return new JsonArray([.. all.Where(form => used.Contains((string)form["id"]!))]);
    }

    public static JsonObject Bilingual(string vi, string en) => new() { ["vi"] = vi, ["en"] = en };

    private static JsonObject Form(string id, string vi, string en, params JsonNode[] fields) =>
        new() { ["id"] = id, ["title"] = Bilingual(vi, en), ["fields"] = new JsonArray(fields) };

    private static JsonObject Note() =>
        new() { ["id"] = "note", ["label"] = Bilingual("Ý kiến xử lý", "Remark"), ["type"] = "multiline", ["maxLength"] = 2000 };

    private static JsonObject Reason(List<string> outcomes) => new()
    {
        ["id"] = "reason",
        ["label"] = Bilingual("Lý do không đạt", "Why it does not pass"),
        ["type"] = "multiline",
        ["required"] = true,
        ["maxLength"] = 2000,
        ["outcomes"] = new JsonArray([.. outcomes.Select(outcome => (JsonNode)outcome)]),
    };
}
