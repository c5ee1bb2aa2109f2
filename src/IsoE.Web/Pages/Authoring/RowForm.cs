using IsoE.Office.Procedures.Editing;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing.Conditions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Authoring;

/// <summary>The form of the row that is open: what the draft says, or what was typed and could not be saved.</summary>
public sealed record RowForm(StepsModel Page, FlowRow Row, IFormCollection? Typed)
{
    /// <summary>What a dossier can reach with a step, by the word of the definition.</summary>
    public static IReadOnlyDictionary<string, Text> Milestones { get; } = new Dictionary<string, Text>
    {
        ["accepted"] = new("được tiếp nhận", "accepted"),
        ["refused"] = new("bị từ chối", "refused"),
        ["stopped"] = new("dừng giải quyết", "stopped"),
        ["settled"] = new("đã có kết quả", "settled"),
        ["returned"] = new("đã trả kết quả", "returned"),
    };

    public Activity Activity => Row.Activity;

    public string Type => Activity.Type.TypeName;

    /// <summary>Whether the input can be edited here: literal, or not given at all.</summary>
    public bool Edits(string input) => !Row.InStudio.Contains(input) && Activity.Type.Inputs.Any(known => known.Name == input);

    public string Value(string input) => Shown($"Set[{input}]", Activity.LiteralText(input) ?? "");

    /// <summary>What was typed under a name, else what the draft says.</summary>
    public string Shown(string name, string current) => Typed is not null && Typed.TryGetValue(name, out var typed) ? typed[^1] ?? "" : current;

    public string Clock
    {
        get
        {
            var now = Activity.LiteralText("clock") ?? "counts";
            return Shown("Clock", now == "pauses" ? $"pauses:{Activity.LiteralText("waitsFor")}" : now);
        }
    }

    public (string Count, string Unit) Limit(string caseId)
    {
        var (count, unit) = TimeLimits.Split(TimeLimits.Of(Activity, caseId));
        return (Shown($"Count[{caseId}]", count), Shown($"In[{caseId}]", unit));
    }

    /// <summary>Whether the limits of the cases differ, or there is but one case to ask for.</summary>
    public bool HasCases => Page.Cases.Count > 1;

    public IReadOnlyList<SelectListItem> TargetsOf(RowWay way)
    {
        var several = way.Targets.Count > 1;
        var chosen = Shown($"Way[{way.Outcome}]", several ? PostedStep.Several : way.Targets is [var one] ? one : "");
        return
        [
            .. several ? [Item(PostedStep.Several, string.Join(" + ", way.Targets.Select(Page.NameOf)), chosen)] : Array.Empty<SelectListItem>(),
            Item("", Page.Say("– chưa dẫn tới đâu –", "– leads nowhere yet –"), chosen),
            .. Page.Targets.Where(target => target.Id != Row.Id || way.Targets.Contains(target.Id)).Select(target => Item(target.Id, Page.NameOf(target.Id), chosen)),
            Item(PostedStep.New, Page.Say("+ điểm kết thúc mới", "+ a new end"), chosen),
        ];
    }

    /// <summary>The condition of a decision as its form shows it.</summary>
    public ConditionForm Condition(string name, ActivityInput? input) => new(
        Page.Conditions, name, input?.JavaScript is { } written ? FlowCondition.Of(written) : null, Typed ?? Page.Posted);

    private static SelectListItem Item(string value, string text, string chosen) => new(text, value, value == chosen);
}
