using IsoE.Office.Procedures.Editing;
using IsoE.Workflows;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Steps;
using IsoE.Workflows.Editing.Ways;

namespace IsoE.Web.Pages.Authoring;

/// <summary>What can be put into the flow by the form below a row.</summary>
public enum AdditionKind
{
    UserTask,
    Wait,
    SubProcedure,
    IssueRecord,
    Notify,
    Decision,
    Choice,
    Parallel,
    SupplementLoop,
}

/// <summary>Reads the form by which something is put into the flow.</summary>
internal sealed class PostedAddition(IFormCollection form)
{
    public IReadOnlyList<FlowEdit> Edits(FlowDraft flow, TextDraft? text)
    {
        var kind = Enum.TryParse<AdditionKind>(form["Kind"], out var said) ? said : AdditionKind.UserTask;
        var spot = StepsModel.SpotOf(form["At"]) ?? throw new RejectedException("place-missing", new Text(
            "Hãy chọn đặt sau bước nào.", "Choose what it follows."))
        { Field = "At" };
        return kind switch
        {
            AdditionKind.Decision => [new AddDecision(spot, Title, Condition(), form["Otherwise"] is [{ Length: > 0 } other] ? other : null)],
            AdditionKind.Choice => [new AddChoice(spot, Title, [new ChoiceCase(Said("CaseName"), Condition())])],
            AdditionKind.Parallel => [new AddParallel(spot, [.. Enumerable.Range(0, 4).Select(i => new Text(Said($"Branch[{i}].Vi"), Said($"Branch[{i}].En")))])],
            AdditionKind.SupplementLoop => [new AddSupplementLoop(spot.After, Said("SupplementLimit") is { Length: > 0 } limit ? limit : text?.Value("supplement.limit") ?? "15wd")],
            _ => [new AddStep(Enum.Parse<StepKind>(kind.ToString()), Title, spot)],
        };
    }

    private Text Title => new(Said("AddTitleVi"), Said("AddTitleEn"));

    private string Said(string name) => VietnameseText.Compose(form[name].ToString().Trim());

    private Workflows.Editing.Conditions.FlowCondition Condition() => PostedCondition.Read(form, "AddCondition") ?? throw new RejectedException(
        "condition-empty", new Text("Hãy chọn trường và giá trị của điều kiện.", "Choose the field and the value of the condition."));
}
