using IsoE.Office.Procedures;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Catalogue;

/// <summary>What the public can apply for, by field, searched as people type.</summary>
public sealed class IndexModel(OfferedProcedures offers) : Screen
{
    /// <summary>A page that goes on for ever is read by nobody.</summary>
    private const int Most = 150;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    public IReadOnlyList<OfferedProcedure> Found { get; private set; } = [];

    /// <summary>Whether there are more than are shown.</summary>
    public bool IsCut { get; private set; }

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Fields { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        var agencies = await offers.Agencies(cancel);
        var all = agencies.Where(agency => string.IsNullOrEmpty(Agency) || agency.Id == Agency).SelectMany(offers.Of).ToList();
        Agencies = Choices(T["Tất cả cơ quan", "All agencies"], agencies.Where(agency => offers.Of(agency).Any()).Select(agency => (agency.Name, agency.Id)));
        Fields = Choices(T["Tất cả lĩnh vực", "All fields"], all.Select(offered => offered.Procedure.Field).Distinct().OrderBy(field => field.Vi, StringComparer.Ordinal).Select(field => (field, field.Vi)));
        var found = ProcedureSearch.Find(all.Where(offered => string.IsNullOrEmpty(Field) || offered.Procedure.Field.Vi == Field), Q, offered => offered.Procedure);
        (Found, IsCut) = ([.. found.Take(Most)], found.Count > Most);
    }

    private List<SelectListItem> Choices(string all, IEnumerable<(Text Name, string Value)> items) =>
        [new(all, ""), .. items.Select(item => new SelectListItem(T[item.Name], item.Value))];
}
