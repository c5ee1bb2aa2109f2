using System.Globalization;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Reports;

/// <summary>What people said of procedures, units and officers in a period.</summary>
public sealed class SatisfactionModel(ReadSatisfaction satisfaction, SetSurveyRules rules, ProcedureLibraries libraries, OfficeDb db, TimeProvider clock) : DaysScreen
{
    private const int DaysShown = 90;

    [BindProperty]
    public string? LeastAnswers { get; set; }

    [BindProperty]
    public string? LowMark { get; set; }

    public SatisfactionReport? Report { get; private set; }
    public SurveyRules Rules { get; private set; } = null!;
    public IReadOnlyList<(Text Name, IReadOnlyList<SatisfactionLine> Lines)> Tables { get; private set; } = [];

    /// <summary>A mean with one decimal; a dash for none.</summary>
    public static string Mean(double? mean) => mean is { } value ? Shown.Decimal(Math.Round((decimal)value, 1)) : "–";

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var (least, low) = (Read(LeastAnswers, nameof(LeastAnswers)), Read(LowMark, nameof(LowMark)));
        var (typedLeast, typedLow) = (LeastAnswers, LowMark);
        return await Attempt(
            async () =>
            {
                await rules.Run(Actor, least, low, cancel);
                return RedirectToPage();
            },
            async () =>
            {
                await Show(cancel);
                (LeastAnswers, LowMark) = (typedLeast, typedLow);
            });
    }

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        Rules = await rules.Of(Actor.AgencyId, cancel);
        (LeastAnswers, LowMark) = ($"{Rules.LeastAnswers}", $"{Rules.LowMark}");
        Usually(today.AddDays(1 - DaysShown), today);
        ExpectDays();
        if (Days is not ({ } from, { } to) || to < from) return Page();
        Report = await satisfaction.Run(Actor, from, to, cancel);
        Tables = await Named(Report, today, cancel);
        return Page();
    }

    private async Task<IReadOnlyList<(Text, IReadOnlyList<SatisfactionLine>)>> Named(SatisfactionReport report, DateOnly today, CancellationToken cancel)
    {
        var procedures = libraries.Of(Actor.AgencyId).All.DistinctBy(version => version.Code).ToDictionary(version => version.Code, version => version.Procedure.Name);
        var units = await db.Set<Unit>().On(today, cancel);
        var people = await db.Set<Person>().ToDictionaryAsync(person => person.Id, person => person.FullName, cancel);
        return
        [
            (new("Theo thủ tục", "By procedure"), [.. report.ByProcedure.Select(line => line with { Key = procedures.TryGetValue(line.Key, out var name) ? $"{line.Key} – {T[name]}" : line.Key })]),
            (new("Theo đơn vị giải quyết", "By unit"), [.. report.ByUnit.Select(line => line with { Key = units.TryGetValue(line.Key, out var unit) ? T[unit.Name] : line.Key })]),
            (new("Theo cán bộ tiếp nhận", "By officer of reception"), [.. report.ByOfficer.Select(line => line with { Key = people.GetValueOrDefault(line.Key, line.Key) })]),
        ];
    }

    private int Read(string? typed, string field)
    {
        var isNumber = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        Expect(!isNumber, field, "Nhập một số nguyên.", "Enter a whole number.");
        return number;
    }
}
