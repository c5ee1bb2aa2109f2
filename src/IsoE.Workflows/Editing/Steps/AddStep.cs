using System.Text.Json.Nodes;

namespace IsoE.Workflows.Editing.Steps;

/// <summary>What the table can add as a row.</summary>
public enum StepKind
{
    /// <summary>Somebody does something and chooses an outcome.</summary>
    UserTask,

    /// <summary>Waits for an outside event, a due time, or both.</summary>
    Wait,

    /// <summary>Another procedure, here or in another agency.</summary>
    SubProcedure,

    /// <summary>A record comes into being.</summary>
    IssueRecord,

    /// <summary>Somebody is told.</summary>
    Notify,
}

/// <summary>Puts a new step at a spot. What followed there follows the new step.</summary>
public sealed record AddStep(StepKind Kind, Text Title, Spot At) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var (after, _) = flow.Resolve(At);
        var id = Write(flow, Kind, Title, after);
        flow.Place(id, [MainPort(Kind)], At);
    }

    /// <summary>Writes a step with its defaults, not yet connected.</summary>
    internal static string Write(FlowEditing flow, StepKind kind, Text title, string beside)
    {
        var name = title.Vi.Trim().Length > 0 ? title : throw new RejectedException("title-missing", new Text(
            "Hãy nhập tên bước.", "Enter the name of the step."))
        {
            Field = "title",
        };
        var id = flow.NewId(title.En.Trim().Length > 0 ? title.En : title.Vi);
        flow.Add(id, $"IsoE.{kind}", name, beside, Inputs(flow, kind, name, id));
        return id;
    }

    internal static string MainPort(StepKind kind) => kind switch
    {
        StepKind.UserTask => FirstOutcome,
        StepKind.Wait => "Received",
        _ => "Done",
    };

    private const string FirstOutcome = "Completed";

    private static JsonObject Inputs(FlowEditing flow, StepKind kind, Text title, string id)
    {
        var inputs = Titled(kind, title);
        switch (kind)
        {
            case StepKind.UserTask:
                inputs["clock"] = FlowEditing.Literal("String", "counts");
                inputs["outcomes"] = FlowEditing.Literal("String[]", new JsonArray(FirstOutcome));
                inputs["outcomeLabels"] = FlowEditing.Literal("ObjectDictionary", new JsonObject
                {
                    [FirstOutcome] = new JsonObject { ["vi"] = "Hoàn thành", ["en"] = "Completed" },
                });
                inputs["onTimeout"] = FlowEditing.Literal("String", "warn");
                inputs["result"] = flow.BindResult(id);
                break;
            case StepKind.Wait or StepKind.SubProcedure:
                inputs["clock"] = FlowEditing.Literal("String", "counts");
                inputs["result"] = flow.BindResult(id);
                break;
        }

        return inputs;
    }

    private static JsonObject Titled(StepKind kind, Text title) => kind switch
    {
        StepKind.IssueRecord => [],
        StepKind.Notify => Bilingual("subject", title),
        _ => Bilingual("title", title),
    };

    private static JsonObject Bilingual(string input, Text title)
    {
        var inputs = new JsonObject { [input] = FlowEditing.Literal("String", title.Vi) };
        if (title.En.Trim().Length > 0 && title.En != title.Vi)
        {
            inputs[input + "En"] = FlowEditing.Literal("String", title.En);
        }

        return inputs;
    }
}
