using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Reports;

/// <summary>What the report and the dossiers behind its figures share: period, procedure and unit.</summary>
public abstract class ReportScreen(TimeProvider clock) : DaysScreen
{
    [BindProperty(SupportsGet = true)]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>The same choice for links.</summary>
    public IDictionary<string, string> Route => new[] { ("From", From), ("To", To), ("Procedure", Procedure), ("Unit", Unit) }
        .Where(each => !string.IsNullOrEmpty(each.Item2)).ToDictionary(each => each.Item1, each => each.Item2!);

    protected DateOnly Today => Shown.Day(clock.GetUtcNow());

    /// <summary>Address of the dossiers behind a figure of this choice.</summary>
    public string Behind(string column, string? by = null, string? key = null)
    {
        var route = new RouteValueDictionary(Route.ToDictionary(each => each.Key, each => (object?)each.Value)) { ["column"] = column };
        if (by is not null) (route["by"], route["key"]) = (by, key);
        return Url.Page("/Reports/Dossiers", route)!;
    }
}
