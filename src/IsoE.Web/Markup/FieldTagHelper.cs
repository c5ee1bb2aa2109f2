using System.Globalization;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IsoE.Web.Markup;

/// <summary>
/// <c>&lt;field for="Form.Name" label="..." /&gt;</c>: label, hint, error and control of one answer, in that order.
/// With <c>name</c> and <c>value</c> instead of <c>for</c> it serves forms that are declared as data.
/// </summary>
/// <remarks>What was typed is shown again after an error, whether it could be read or not.</remarks>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(Localiser t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public ModelExpression? For { get; set; }
    public string? Name { get; set; }
    public string? Value { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }

    /// <summary>text, multiline, date, select, radio, check, file, password, email, tel or number.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Says so beside the label; required is the rule and is not marked.</summary>
    public bool Optional { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Further attributes of the control: <c>control-autocomplete="name"</c>, <c>control-maxlength="20"</c>.</summary>
    [HtmlAttributeName("controls", DictionaryAttributePrefix = "control-")]
    public Dictionary<string, string?> Control { get; set; } = [];

    /// <summary>The element id of the field called <paramref name="name"/>, as error links need it.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private string FullName => For is null
        ? Name ?? throw new InvalidOperationException("A field needs for or name.")
        : View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => Control.GetValueOrDefault("id") ?? IdOf(FullName);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = Errors();
        var grouped = Type == "radio";
        output.TagName = grouped ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", $"field{(errors.Count > 0 ? " invalid" : "")} {given}".TrimEnd());
        if (grouped && Described(errors) is { } described) output.Attributes.SetAttribute("aria-describedby", described);
        if (Type != "check") output.Content.AppendHtml(LabelTag(grouped));
        AppendNotes(output.Content, errors);
        output.Content.AppendHtml(ControlTag(errors));
    }

    private IReadOnlyList<string> Errors() =>
        View.ViewData.ModelState.TryGetValue(FullName, out var entry)
            ? [.. entry.Errors.Select(error => error.ErrorMessage)]
            : [];

    private string? Current()
    {
        if (Type is "password" or "file") return null;
        if (View.ViewData.ModelState.TryGetValue(FullName, out var entry) && entry.AttemptedValue is { } typed) return typed;
        return For is null ? Value : For.Model switch
        {
            null => null,
            DateOnly on => Shown.Date(on),
            bool yes => yes ? "true" : "false",
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString(),
        };
    }

    private TagBuilder LabelTag(bool grouped)
    {
        var label = new TagBuilder(grouped ? "legend" : "label");
        if (!grouped) label.Attributes["for"] = Id;
        label.InnerHtml.Append(Label);
        if (Optional)
        {
            var mark = new TagBuilder("span");
            mark.AddCssClass("optional");
            mark.InnerHtml.Append(t[" (không bắt buộc)", " (optional)"]);
            label.InnerHtml.AppendHtml(mark);
        }

        return label;
    }

    private void AppendNotes(TagHelperContent content, IReadOnlyList<string> errors)
    {
        if (Hint is { Length: > 0 }) content.AppendHtml(Note("hint", Id + "-hint", Hint));
        if (errors.Count > 0) content.AppendHtml(Note("error", Id + "-error", string.Join(" ", errors)));
    }

    private static TagBuilder Note(string kind, string id, string text)
    {
        var note = new TagBuilder("div");
        note.AddCssClass(kind);
        note.Attributes["id"] = id;
        note.InnerHtml.Append(text);
        return note;
    }

    private string? Described(IReadOnlyList<string> errors)
    {
        var ids = new List<string>();
        if (Hint is { Length: > 0 }) ids.Add(Id + "-hint");
        if (errors.Count > 0) ids.Add(Id + "-error");
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    private IHtmlContent ControlTag(IReadOnlyList<string> errors) => Type switch
    {
        "select" => Select(errors),
        "radio" => Choices(),
        "check" => Check(errors),
        "multiline" => Area(errors),
        "date" => DateInput(errors),
        _ => Input(Type, errors),
    };

    private TagBuilder Decorated(string tag, IReadOnlyList<string> errors, string cssClass)
    {
        var control = new TagBuilder(tag);
        control.Attributes["id"] = Id;
        control.Attributes["name"] = FullName;
        control.AddCssClass(cssClass);
        if (Described(errors) is { } described) control.Attributes["aria-describedby"] = described;
        if (errors.Count > 0) control.Attributes["aria-invalid"] = "true";
        // An expression that is null reaches a tag helper as an empty text: readonly="" would still be read-only.
        foreach (var (name, value) in Control.Where(pair => !string.IsNullOrEmpty(pair.Value)))
        {
            if (name == "class") control.AddCssClass(value!);
            else control.Attributes[name] = value;
        }

        return control;
    }

    private TagBuilder Input(string type, IReadOnlyList<string> errors)
    {
        var input = Decorated("input", errors, "form-control");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        // Browsers change numbers on scrolling and lose what is no number: text with a numeric keyboard keeps it.
        input.Attributes["type"] = type is "number" ? "text" : type;
        if (type is "number") input.Attributes["inputmode"] = "decimal";
        if (Current() is { } value) input.Attributes["value"] = value;
        return input;
    }

    private TagBuilder DateInput(IReadOnlyList<string> errors)
    {
        var input = Input("text", errors);
        input.AddCssClass("w-date");
        input.Attributes["inputmode"] = "numeric";
        input.Attributes.TryAdd("autocomplete", "off");
        var button = new TagBuilder("button");
        button.Attributes["type"] = "button";
        button.Attributes["class"] = "btn btn-plain";
        button.Attributes["data-picker"] = Id;
        button.Attributes["hidden"] = "hidden";
        button.Attributes["aria-label"] = t["Chọn ngày trên lịch", "Choose the date on a calendar"] + ": " + Label;
        button.InnerHtml.AppendHtml(IconTagHelper.Svg(View, "calendar"));
        var group = new TagBuilder("div");
        group.AddCssClass("with-button");
        group.InnerHtml.AppendHtml(input).AppendHtml(button);
        return group;
    }

    private TagBuilder Area(IReadOnlyList<string> errors)
    {
        var area = Decorated("textarea", errors, "form-control");
        area.Attributes.TryAdd("rows", "4");
        // HTML drops the first line break of a textarea; this one is ours.
        area.InnerHtml.AppendHtml("\n").Append(Current() ?? "");
        return area;
    }

    private TagBuilder Select(IReadOnlyList<string> errors)
    {
        var select = Decorated("select", errors, "form-select");
        var current = Current();
        foreach (var option in Options ?? [])
        {
            var tag = new TagBuilder("option");
            tag.Attributes["value"] = option.Value;
            if (current is null ? option.Selected : option.Value == current) tag.Attributes["selected"] = "selected";
            tag.InnerHtml.Append(option.Text);
            select.InnerHtml.AppendHtml(tag);
        }

        return select;
    }

    private TagBuilder Choices()
    {
        var group = new TagBuilder("div");
        group.AddCssClass("choices");
        var current = Current();
        var index = 0;
        foreach (var option in Options ?? [])
        {
            var id = index++ == 0 ? Id : $"{Id}-{index}";
            var chosen = current is null ? option.Selected : option.Value == current;
            group.InnerHtml.AppendHtml(Tick("radio", id, option.Value, option.Text, chosen));
        }

        return group;
    }

    private HtmlContentBuilder Check(IReadOnlyList<string> errors)
    {
        var tick = Tick("checkbox", Id, "true", Label, Current() is "true" or "true,false", Described(errors));
        var unticked = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        unticked.Attributes["type"] = "hidden";
        unticked.Attributes["name"] = FullName;
        unticked.Attributes["value"] = "false";
        var content = new HtmlContentBuilder();
        content.AppendHtml(tick).AppendHtml(unticked);
        return content;
    }

    private TagBuilder Tick(string type, string id, string? value, string text, bool chosen, string? described = null)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = FullName;
        input.Attributes["value"] = value;
        input.Attributes["class"] = "form-check-input";
        if (chosen) input.Attributes["checked"] = "checked";
        if (described is not null) input.Attributes["aria-describedby"] = described;
        foreach (var (name, attribute) in Control) input.Attributes[name] = attribute;
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.Attributes["class"] = "form-check-label";
        label.InnerHtml.Append(text);
        var row = new TagBuilder("div");
        row.AddCssClass("form-check");
        row.InnerHtml.AppendHtml(input).AppendHtml(label);
        return row;
    }
}
