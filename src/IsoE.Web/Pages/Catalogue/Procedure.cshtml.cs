using IsoE.Documents.Drawing.Flow;
using IsoE.Office.Calendars;
using IsoE.Office.Procedures;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Catalogue;

/// <summary>What somebody who applies has to know: papers, time, fee, where, and how to hand in.</summary>
public sealed class ProcedureModel(OfferedProcedures offers, CalendarSource calendars, TimeProvider clock) : Screen
{
    private static readonly Text[] Weekdays =
    [
        new("Chủ nhật", "Sunday"), new("Thứ Hai", "Monday"), new("Thứ Ba", "Tuesday"), new("Thứ Tư", "Wednesday"),
        new("Thứ Năm", "Thursday"), new("Thứ Sáu", "Friday"), new("Thứ Bảy", "Saturday"),
    ];

    public OfferedProcedure Offered { get; private set; } = null!;
    public FlowDiagram Diagram { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string agency, string code, CancellationToken cancel)
    {
        if (await offers.Find(agency, code, cancel) is not { } offered) return NotFound();
        Offered = offered;
        Diagram = ProcedureDiagram.Of(offered.Version, T.Language);
        return Page();
    }

    /// <summary>When the counter is open, days with the same hours together: "Thứ Hai – Thứ Sáu: 07:30–11:30, 13:00–17:00".</summary>
    public IEnumerable<string> Hours()
    {
        var today = Shown.Day(clock.GetUtcNow());
        var days = calendars(Offered.Agency.Id).Calendar.Definition.ReceptionHours
            .Where(hours => hours.Effective.Covers(today))
            .GroupBy(hours => hours.Weekday)
            .Select(day => (Day: day.Key, Hours: string.Join(", ", day.SelectMany(hours => hours.Ranges).Select(range => $"{range.From:HH:mm}–{range.To:HH:mm}"))))
            .OrderBy(day => ((int)day.Day + 6) % 7);
        foreach (var same in days.GroupBy(day => day.Hours))
        {
            var names = same.Select(day => T[Weekdays[(int)day.Day]]).ToList();
            yield return $"{(names.Count > 2 ? $"{names[0]} – {names[^1]}" : string.Join(", ", names))}: {same.Key}";
        }
    }
}
