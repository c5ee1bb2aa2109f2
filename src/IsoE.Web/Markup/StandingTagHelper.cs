using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IsoE.Web.Markup;

/// <summary><c>&lt;standing is="Standing.Late" /&gt;</c>: word, colour and sign of how something stands against its due time.</summary>
[HtmlTargetElement("standing", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StandingTagHelper(Localiser t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public Standing Is { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Is == Standing.None)
        {
            output.SuppressOutput();
            return;
        }

        var (look, icon, word) = Is switch
        {
            Standing.Late => ("late", "clock-exclamation", t["Quá hạn", "Overdue"]),
            Standing.Soon => ("soon", "clock", t["Sắp đến hạn", "Due soon"]),
            Standing.Paused => ("", "clock-pause", t["Tạm dừng tính giờ", "Clock stopped"]),
            Standing.DoneOnTime => ("ontime", "check", t["Đúng hạn", "On time"]),
            Standing.DoneLate => ("late", "clock-exclamation", t["Trễ hạn", "Late"]),
            _ => ("ontime", "clock", t["Trong hạn", "On time"]),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tag {look}".TrimEnd());
        output.Content.AppendHtml(IconTagHelper.Svg(View, icon));
        output.Content.Append(word);
    }
}
