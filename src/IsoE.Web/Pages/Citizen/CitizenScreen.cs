using IsoE.Office.Organisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace IsoE.Web.Pages.Citizen;

/// <summary>A page for somebody who has proven a telephone or e-mail; who has not is asked to, and comes back.</summary>
[ResponseCache(NoStore = true)]
public abstract class CitizenScreen : Screen
{
    /// <summary>The agency that the address names.</summary>
    [BindProperty(SupportsGet = true)]
    public string Agency { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>What the visitor has proven.</summary>
    public string Contact => HttpContext.RequestServices.GetRequiredService<Identity.Citizen>().Contact!;

    protected Actor Applicant => Actor.OfApplicant(Agency, Contact);

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Contact is not null) return next();
        var back = HttpMethods.IsGet(Request.Method) ? $"{Request.Path}{Request.QueryString}" : $"{Request.Path}";
        context.Result = RedirectToPage("/Citizen/Prove", new { back });
        return Task.CompletedTask;
    }
}
