using IsoE.Documents.Drawing.Charts;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>The register of nonconformities with its trend, what weighs most, and what opens reports by itself.</summary>
public sealed class NonconformitiesModel(ReadNonconformities read, SwitchTriggers triggers, ProcedureLibrary procedures, OfficeDb db, TimeProvider clock) : DaysScreen
{
    private const int MonthsShown = 12;

    private Dictionary<string, Unit> _units = [];

    /// <summary>What the Pareto chart groups by: kind, unit or clause.</summary>
    [BindProperty(SupportsGet = true)]
    public string By { get; set; } = "kind";

    [BindProperty]
    public List<string> On { get; set; } = [];

    public IReadOnlyList<NonconformityLine> Lines { get; private set; } = [];
    public IReadOnlyList<(DateOnly Month, int Opened, int Closed)> Months { get; private set; } = [];
    public IReadOnlyList<(string Name, int Count)> Counts { get; private set; } = [];
    public IReadOnlySet<string> TriggersOn { get; private set; } = new HashSet<string>();

    public Task<IActionResult> OnGet(CancellationToken cancel) => Attempt(
        async () =>
        {
            await Load(cancel);
            return Page();
        },
        () => Task.CompletedTask);

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            await triggers.Run(Actor, On, cancel);
            return RedirectToPage();
        },
        () => Load(cancel));

    public Chart Trend() => new(
        T["Phiếu mở và đóng theo tháng", "Reports opened and closed by month"],
        [.. Months.Select(month => month.Month.ToString("MM/yy", System.Globalization.CultureInfo.InvariantCulture))],
        [new(T["Mở", "Opened"], [.. Months.Select(month => (decimal?)month.Opened)]), new(T["Đóng", "Closed"], [.. Months.Select(month => (decimal?)month.Closed)], ChartTone.Good)],
        ValueTitle: T["phiếu", "reports"],
        Language: T.Language);

    public Chart Pareto() => Chart.Pareto(T["Nhóm nhiều phiếu nhất", "What weighs most"], Counts, T["Tỷ lệ", "Share"], T["Cộng dồn", "Sum so far"], T.Language);

    /// <summary>What a report is about: the trigger that opened it, else where somebody found it.</summary>
    public string Kind(NonconformityLine line) => line.Trigger is { } trigger && NonconformityTriggers.Find(trigger) is { } known
        ? T[known.Name]
        : Option("origin", line.Origin) ?? T["Khác", "Other"];

    public string Unit(NonconformityLine line) => Option("unit", line.Unit) ?? (line.Unit is { } code && _units.TryGetValue(code, out var unit) ? T[unit.Name] : line.Unit ?? "–");

    private async Task Load(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        Usually(new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown), today);
        ExpectDays();
        _units = await db.Set<Unit>().On(today, cancel);
        TriggersOn = await triggers.On(cancel);
        if (Days is not var (from, to)) return;
        Lines = await read.Run(Actor, from, to, cancel);
        Months = Monthly(from, to);
        Counts = [.. Lines.GroupBy(Group).Select(group => (group.Key, group.Count())).OrderByDescending(group => group.Item2).ThenBy(group => group.Key, StringComparer.Ordinal)];
    }

    private string Group(NonconformityLine line) => By switch
    {
        "unit" => Unit(line),
        "clause" => line.Clause ?? "–",
        _ => Kind(line),
    };

    private List<(DateOnly, int, int)> Monthly(DateOnly from, DateOnly to)
    {
        var months = new List<(DateOnly, int, int)>();
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to && months.Count < MonthsShown; month = month.AddMonths(1))
            months.Add((month, Lines.Count(line => IsIn(line.Dossier.ReceivedAt, month)), Lines.Count(line => line.Dossier.FinishedAt is { } at && IsIn(at, month))));
        return months;
    }

    private static bool IsIn(DateTimeOffset at, DateOnly month) => Shown.Day(at) is var day && day.Year == month.Year && day.Month == month.Month;

    private string? Option(string field, string? id) => procedures.GetInForce(QualityProcedures.Nonconformity, Shown.Day(clock.GetUtcNow())).Procedure.Form
        .FirstOrDefault(each => each.Id == field)?.Options.FirstOrDefault(option => option.Id == id) is { } option ? T[option.Label] : null;
}
