using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace IsoE.Web.Markup;

/// <summary><c>&lt;pager page="2" size="50" total="1284" /&gt;</c>: which rows are shown of how many, and the ways before and after.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(Localiser t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <summary>The first page is 1.</summary>
    public int Page { get; set; }
    public int Size { get; set; }
    public int Total { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total <= Size && Page == 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", t["Phân trang", "Pages"]);
        var from = (Page - 1) * Size + 1;
        var to = Math.Min(Page * Size, Total);
        if (Page > 1) output.Content.AppendHtml(Link(Page - 1, t["Trang trước", "Previous"], "prev"));
        var text = new TagBuilder("span");
        text.InnerHtml.Append(t[
            $"{Shown.Number(from)}–{Shown.Number(to)} trong {Shown.Number(Total)}", $"{Shown.Number(from)}–{Shown.Number(to)} of {Shown.Number(Total)}"]);
        output.Content.AppendHtml(text);
        if (to < Total) output.Content.AppendHtml(Link(Page + 1, t["Trang sau", "Next"], "next"));
    }

    private TagBuilder Link(int page, string text, string relation)
    {
        var request = View.HttpContext.Request;
        var query = request.Query.Where(pair => pair.Key != "p")
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)))
            .Append(KeyValuePair.Create<string, string?>("p", page.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var link = new TagBuilder("a");
        link.Attributes["href"] = QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
        link.Attributes["rel"] = relation;
        link.InnerHtml.Append(text);
        return link;
    }
}
