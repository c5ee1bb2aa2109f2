using System.Text.Json.Nodes;
using IsoE.Office.Procedures;

namespace IsoE.Office.Tests.Moves;

/// <summary>Ways in which the next version of the household business procedure may differ.</summary>
internal static class NewFlows
{
    /// <summary>The appraisal is called otherwise and has eight hours instead of twelve.</summary>
    public static ProcedureContent QuickerAppraisal(ProcedureContent content) => Changed(content, flow =>
    {
        Set(flow, "appraise", "timeLimit", "8h");
        Set(flow, "appraise", "title", "Thẩm định hồ sơ");
    });

    /// <summary>The appraisal is done by the reception officer, in no unit.</summary>
    public static ProcedureContent OtherRole(ProcedureContent content) => Changed(content, flow =>
    {
        Set(flow, "appraise", "role", "clerk");
        Step(flow, "appraise").AsObject().Remove("unit");
    });

    /// <summary>A second check stands between appraisal and signature.</summary>
    public static ProcedureContent SecondCheck(ProcedureContent content) => Changed(content, flow =>
    {
        Set(flow, "appraise", "timeLimit", "8h");
        var check = Step(flow, "issue").DeepClone();
        check["id"] = "second-check";
        check.AsObject().Remove("milestone");
        check.AsObject().Remove("record");
        flow["root"]!["activities"]!.AsArray().Add(check);
        foreach (var way in flow["root"]!["connections"]!.AsArray())
            if ((string?)way!["source"]!["activity"] == "appraise" && (string?)way["target"]!["activity"] == "sign")
                way["target"]!["activity"] = "second-check";
        flow["root"]!["connections"]!.AsArray().Add(JsonNode.Parse(
            """{"source": {"activity": "second-check", "port": "Issued"}, "target": {"activity": "sign", "port": "In"}}"""));
    });

    /// <summary>The law gives two working days instead of three.</summary>
    public static ProcedureContent ShorterLimit(ProcedureContent content)
    {
        var changed = Changed(content, flow => Set(flow, "appraise", "timeLimit", "4h"));
        return changed with { Text = changed.Text.Replace("limit: \"3wd\"", "limit: \"2wd\"", StringComparison.Ordinal) };
    }

    private static ProcedureContent Changed(ProcedureContent content, Action<JsonNode> change)
    {
        var flow = JsonNode.Parse(content.Flow)!;
        change(flow);
        return content with { Flow = flow.ToJsonString() };
    }

    private static JsonNode Step(JsonNode flow, string id) =>
        flow["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == id)!;

    private static void Set(JsonNode flow, string id, string input, string value) =>
        Step(flow, id)[input]!["expression"]!["value"] = value;
}
