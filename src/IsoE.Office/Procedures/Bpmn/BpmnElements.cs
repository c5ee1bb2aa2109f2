using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>Which BPMN element stands for an activity, and what is written on it.</summary>
internal static class BpmnElements
{
    public static string Of(Activity activity) => activity.Type.TypeName switch
    {
        "Elsa.Start" => "startEvent",
        "Elsa.Finish" or "Elsa.End" or "Elsa.Complete" or "Elsa.Fault" => "endEvent",
        "Elsa.FlowDecision" => "exclusiveGateway",
        "Elsa.FlowSwitch" => activity.LiteralText("mode") == "MatchAny" ? "inclusiveGateway" : "exclusiveGateway",
        "Elsa.FlowFork" => "parallelGateway",
        "Elsa.FlowJoin" => activity.LiteralText("mode") is "WaitAll" or "WaitAllActive" ? "parallelGateway" : "exclusiveGateway",
        "IsoE.UserTask" => "userTask",
        "IsoE.SubProcedure" => "callActivity",
        "IsoE.Notify" => "sendTask",
        "IsoE.IssueRecord" or "Elsa.RunTask" => "serviceTask",
        "IsoE.Wait" or "Elsa.Event" => "receiveTask",
        "Elsa.Delay" => "intermediateCatchEvent",
        "Elsa.SetVariable" or "Elsa.SetOutput" or "Elsa.SetName" or "Elsa.Correlate" or "Elsa.WriteLine" => "scriptTask",
        _ => "task",
    };

    public static string NameOf(Activity activity) =>
        activity.DisplayText ?? activity.LiteralText("title") ?? activity.LiteralText("subject") ?? activity.Id;

    public static bool IsRound(string element) => element.EndsWith("Event", StringComparison.Ordinal);

    public static bool IsJoin(JsonObject activity) => activity["type"]!.GetValue<string>() == "Elsa.FlowJoin";
}
