using IsoE.Office.Reports;
using IsoE.Web.Documents;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Reports;

/// <summary>Form 07: the register of the dossiers received in a period, chosen here and printed in volumes.</summary>
public sealed class RegisterModel(PrintRegister print, TimeProvider clock) : DaysScreen
{
    /// <summary>Null while the period cannot be read.</summary>
    public RegisterBook? Book { get; private set; }

    /// <summary>Periods an office asks for, the present ones first.</summary>
    public IReadOnlyList<(Text Name, DateOnly From, DateOnly To)> Usual { get; private set; } = [];

    public Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Usual = UsualPeriods(Shown.Day(clock.GetUtcNow()));
        Usually(Usual[0].From, Usual[0].To);
        ExpectDays();
        return Attempt(
            async () =>
            {
                Book = await print.Book(Actor, Chosen(), cancel);
                return Page();
            },
            () => Task.CompletedTask,
            field => field == "to" ? nameof(To) : field);
    }

    /// <summary>One volume as PDF.</summary>
    public async Task<IActionResult> OnGetVolume(int volume, CancellationToken cancel)
    {
        if (Days is null) return BadRequest();
        return await print.Run(Actor, Chosen(), cancel, volume) is [var printed] ? printed.Shown() : NotFound();
    }

    private static List<(Text Name, DateOnly From, DateOnly To)> UsualPeriods(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var year = new DateOnly(today.Year, 1, 1);
        return
        [
            (new("Tháng này", "This month"), month, month.AddMonths(1).AddDays(-1)),
            (new("Tháng trước", "Last month"), month.AddMonths(-1), month.AddDays(-1)),
            (new("Năm nay", "This year"), year, year.AddYears(1).AddDays(-1)),
            (new("Năm trước", "Last year"), year.AddYears(-1), year.AddDays(-1)),
        ];
    }
}
