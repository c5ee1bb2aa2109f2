using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IsoE.Web.Markup;

/// <summary><c>&lt;icon name="inbox" /&gt;</c>: a drawing of the sprite, hidden from screen readers; words stand beside it.</summary>
/// <remarks>The names are those of icons.txt.</remarks>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var given = output.Attributes["class"]?.Value?.ToString();
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", given is null ? "icon" : "icon " + given);
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.AppendHtml(Use(View, Name));
    }

    internal static TagBuilder Svg(ViewContext view, string name)
    {
        var svg = new TagBuilder("svg");
        svg.Attributes["class"] = "icon";
        svg.Attributes["aria-hidden"] = "true";
        svg.Attributes["focusable"] = "false";
        svg.InnerHtml.AppendHtml(Use(view, name));
        return svg;
    }

    private static TagBuilder Use(ViewContext view, string name)
    {
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{view.HttpContext.Request.PathBase}/lib/icons.svg#{name}";
        return use;
    }
}
