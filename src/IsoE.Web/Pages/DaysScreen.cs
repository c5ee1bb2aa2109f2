using IsoE.Office.Reports;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages;

/// <summary>A page on what lies between two days, chosen in its address.</summary>
public abstract class DaysScreen : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Both days; null while one of them cannot be read.</summary>
    protected (DateOnly From, DateOnly To)? Days => (Shown.ReadDate(From), Shown.ReadDate(To)) is ({ } from, { } to) ? (from, to) : null;

    /// <summary>The days shown to whoever has chosen none.</summary>
    protected void Usually(DateOnly from, DateOnly to)
    {
        From ??= Shown.Date(from);
        To ??= Shown.Date(to);
    }

    /// <summary>The period of both days, once they are known to be dates.</summary>
    /// <exception cref="RejectedException">The last day is before the first.</exception>
    protected Period Chosen() => new(Days!.Value.From, Days.Value.To);

    protected void ExpectDays()
    {
        ExpectDate(From, nameof(From));
        ExpectDate(To, nameof(To));
    }
}
