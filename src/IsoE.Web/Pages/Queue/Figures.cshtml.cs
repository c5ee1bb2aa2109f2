using IsoE.Office.Queue;
using IsoE.Office.Queue.Setup;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Queue;

/// <summary>How long people waited and were served, by field, hour and day.</summary>
public sealed class FiguresModel(ReadQueueFigures figures, ReadQueueSetup setup, TimeProvider clock) : DaysScreen
{
    private const int DaysShown = 30;

    public QueueReport? Report { get; private set; }

    public QueueSetup Setup { get; private set; } = null!;

    public IEnumerable<(Text Name, IEnumerable<QueueFigure> Lines)> Tables =>
    [
        (new("Theo lĩnh vực", "By field"), Report!.ByField.Select(line => line with { Key = Setup.FindField(line.Key) is { } known ? T[known.Name] : line.Key })),
        (new("Theo giờ lấy số", "By hour"), Report.ByHour.Select(line => line with { Key = $"{line.Key}:00–{line.Key}:59" })),
        (new("Theo ngày", "By day"), Report.ByDay.Select(line => line with { Key = Shown.Date(DateOnly.Parse(line.Key, System.Globalization.CultureInfo.InvariantCulture)) })),
    ];

    /// <summary>Minutes with seconds: <c>12:05</c>; a dash for none.</summary>
    public static string Minutes(TimeSpan? time) => time is { } span ? $"{(int)span.TotalMinutes}:{span.Seconds:00}" : "–";

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        Setup = await setup.Run(Actor.AgencyId, cancel);
        Usually(today.AddDays(1 - DaysShown), today);
        ExpectDays();
        return await Attempt(
            async () =>
            {
                Report = await figures.Run(Actor, Days!.Value.From, Days.Value.To, cancel);
                return Page();
            },
            () => Task.CompletedTask);
    }
}
