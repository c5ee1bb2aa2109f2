using System.Globalization;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Editing;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Authoring;

/// <summary>A part of the ISO text in its form, or a list of such.</summary>
/// <param name="At">Path of the mapping or list; empty for the front matter.</param>
/// <param name="Inner">Whether it is the list inside an item.</param>
/// <param name="IsNew">Whether an item is being added.</param>
public sealed record TextForm(WritingModel Page, TextGroup Group, string At, bool Inner, bool IsNew = false)
{
    /// <summary>The type chosen for a form's field; other fields may depend on it.</summary>
    private string Type => Page.Shown("F[type]", Read("type"));

    public IEnumerable<TextField> Asked => Group.Fields.Where(each => each.For is null || each.For.Contains(Type) || (each.Kind == TextKind.Options && Type.Length == 0));

    public int Count => Page.Written!.Count(At);

    public int? Open => Inner ? Page.Sub : Page.Item;

    /// <summary>Whether the form for a new item of this list is shown.</summary>
    public bool Adds => Page.New == (Inner ? "sub" : "item");

    public object Route(int? item, string? @new = null) => Inner
        ? new { Page.Id, part = Page.Shows, item = Page.Item, sub = item, @new }
        : new { Page.Id, part = Page.Shows, item, sub = (int?)null, @new };

    public TextForm ItemAt(int i) => new(Page, Group, $"{At}[{i}]", Inner);

    public string Value(TextField field) => Page.Shown($"F[{field.Key}]", field.Kind switch
    {
        TextKind.Date => DateOnly.TryParseExact(Read(field.Key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? Shown.Date(on) : Read(field.Key),
        TextKind.Number => Read(field.Key).Replace('.', ','),
        TextKind.Words => string.Join('\n', IsNew ? [] : Page.Written!.Values(PostedText.Join(At, field.Key))),
        TextKind.Options => Options(field),
        _ => Read(field.Key),
    });

    /// <summary>The value as the draft keeps it.</summary>
    public string Kept(TextField field) => Read(field.Key);

    public string Vi(TextField field) => Page.Shown($"F[{field.Key}].Vi", Read(field.Key + ".vi"));

    public string En(TextField field) => Page.Shown($"F[{field.Key}].En", Read(field.Key + ".en"));

    public (string Count, string Unit) Limit(TextField field)
    {
        var (count, unit) = TimeLimits.Split(Read(field.Key));
        return (Page.Shown($"F[{field.Key}].Count", count), Page.Shown($"F[{field.Key}].Unit", unit));
    }

    public (bool Found, string Where) Source(TextField field)
    {
        var source = Office.Procedures.Source.Parse(Read(field.Key));
        return (source?.Verified == true, Page.Shown($"F[{field.Key}].Where", source?.Where ?? (source is null ? Read(field.Key) : "")));
    }

    public bool IsChosen(TextField field, string word) => Page.Written!.Values(PostedText.Join(At, field.Key)) is { Count: > 0 } chosen ? !IsNew && chosen.Contains(word) : true;

    /// <summary>What is wrong with an expression as it stands; null when nothing is.</summary>
    public Text? ProblemOf(TextField field) => Value(field) is { Length: > 0 } source ? FormExpression.Parse(source).Problem : null;

    /// <summary>The condition as lines to choose from; null where it can only be typed: it says more than lines can, or nobody may change it.</summary>
    public ConditionForm? Condition(TextField field)
    {
        if (field.Kind != TextKind.Condition || IsNew || !Page.MayEdit) return null;
        var (name, written) = ($"F[{field.Key}]", Read(field.Key));
        var now = written.Length == 0 ? null : FormExpression.Parse(written).Condition?.Comparisons;
        if (written.Length > 0 && (now is null || now.Comparisons.Count > PostedCondition.Lines)) return null;
        var posted = Page.Typed ?? Page.Posted;
        var typed = posted is not null && posted[name] == posted[$"{name}.Before"] ? posted : null;
        return new ConditionForm(Fields(), $"{name}.Line", now, typed, field.Label);
    }

    /// <summary>What an expression may look at, with the way it is written.</summary>
    public IReadOnlyList<ConditionChoice> Fields() => At.LastIndexOf('[') is > 0 and var bar
        ? ConditionChoices.OfText(Page.Written!, IsNew ? At : At[..bar], IsNew ? Count : int.Parse(At.AsSpan()[(bar + 1)..^1], CultureInfo.InvariantCulture))
        : ConditionChoices.OfText(Page.Written!, At, Count);

    public IEnumerable<SelectListItem> Items(TextField field, Localiser t)
    {
        var known = field.Kind == TextKind.Role
            ? Roles.All.Select(role => new SelectListItem(t[role.Value], role.Key))
            : (field.Choices ?? []).Select(choice => new SelectListItem(t[choice.Value], choice.Key));
        var items = known.ToList();
        if (!field.Required || Value(field).Length == 0) items.Insert(0, new SelectListItem(t["– không chọn –", "– none –"], ""));
        if (Value(field) is { Length: > 0 } value && items.All(item => item.Value != value)) items.Add(new SelectListItem(value, value));
        return items;
    }

    private string Options(TextField field)
    {
        var path = PostedText.Join(At, field.Key);
        return IsNew ? "" : string.Join('\n', Enumerable.Range(0, Page.Written!.Count(path)).Select(i =>
            $"{Page.Written.Value($"{path}[{i}].id")} = {Page.Written.Value($"{path}[{i}].vi")} | {Page.Written.Value($"{path}[{i}].en")}"));
    }

    private string Read(string key) => IsNew ? "" : Page.Written!.Value(PostedText.Join(At, key)) ?? "";
}
