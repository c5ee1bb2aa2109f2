using IsoE.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IsoE.Web.Markup;

/// <summary><c>&lt;moment at="@row.DueAt" /&gt;</c>: an instant on the agency's clock, readable by machines too; a dash when there is none.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper : TagHelper
{
    public DateTimeOffset? At { get; set; }

    /// <summary>Shows the day without the time.</summary>
    public bool DayOnly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = At is null ? "span" : "time";
        if (At is not { } at)
        {
            output.Content.SetContent("–");
            return;
        }

        output.Attributes.SetAttribute("datetime", Shown.Machine(at));
        output.Attributes.SetAttribute("class", "nowrap");
        output.Content.SetContent(DayOnly ? Shown.Date(at) : Shown.Moment(at));
    }
}
