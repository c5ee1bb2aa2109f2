using IsoE.Office.Improvement.Import;
using IsoE.Office.Procedures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Reports.Improvement;

/// <summary>Which column of a table of events says what: guessed from the headings, confirmed by a person.</summary>
public sealed class ColumnsModel(ReadLog read, ImportedLogs imported, ProcedureLibrary library, TimeProvider clock) : ImprovementScreen(imported, library, clock)
{
    /// <summary>Column by field, as chosen.</summary>
    [BindProperty]
    public Dictionary<string, string?> Column { get; set; } = [];

    [BindProperty]
    public string? Dates { get; set; }

    [BindProperty]
    public string? Encoding { get; set; }

    public CsvPreview? Preview { get; private set; }

    public IReadOnlyList<SelectListItem> Headings => [new SelectListItem(T["không có", "none"], ""), .. Preview!.Headings.Where(each => each.Length > 0).Select(each => new SelectListItem(each, each))];

    public IReadOnlyList<SelectListItem> Orders =>
    [
        new(T["ngày/tháng/năm", "day/month/year"], nameof(DateOrder.DayFirst)),
        new(T["tháng/ngày/năm", "month/day/year"], nameof(DateOrder.MonthFirst)),
        new(T["năm-tháng-ngày", "year-month-day"], nameof(DateOrder.YearFirst)),
    ];

    public IReadOnlyList<SelectListItem> Encodings => [new("UTF-8", "utf-8"), new("UTF-16", "utf-16"), new("Windows-1258", "windows-1258")];

    public IReadOnlyList<(string Field, string Label, string? Hint)> Fields =>
    [
        (nameof(LogColumns.Case), T["Mã trường hợp", "Case"], T["Hồ sơ mà sự kiện thuộc về.", "The dossier the event belongs to."]),
        (nameof(LogColumns.Activity), T["Hoạt động", "Activity"], null),
        (nameof(LogColumns.At), T["Hoàn thành lúc", "Completed at"], T["Giờ không ghi múi giờ được hiểu là giờ của cơ quan.", "Times without an offset are in the time of the agency."]),
        (nameof(LogColumns.StartedAt), T["Bắt đầu lúc", "Started at"], null),
        (nameof(LogColumns.Resource), T["Người thực hiện", "Resource"], null),
        (nameof(LogColumns.Group), T["Đơn vị", "Unit"], null),
        (nameof(LogColumns.Role), T["Vai trò", "Role"], null),
        (nameof(LogColumns.DeadlineAt), T["Hẹn trả", "Deadline"], null),
        (nameof(LogColumns.EndedAt), T["Ngày kết thúc trường hợp", "End of the case"], T["Nếu có, trường hợp để trống ô này là chưa kết thúc; nếu không có, lấy sự kiện cuối.", "With it, a case that is empty here is open; without it, the last event counts."]),
        (nameof(LogColumns.Transition), T["Trạng thái sự kiện (lifecycle)", "Lifecycle"], null),
        (nameof(LogColumns.Instance), T["Mã lần thực hiện", "Instance"], null),
    ];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!await Load(cancel)) return RedirectToPage("/Reports/Improvement/Map", new { Log });
        var guess = Row!.ReadColumns()!;
        Column = new Dictionary<string, string?>
        {
            [nameof(guess.Case)] = guess.Case,
            [nameof(guess.Activity)] = guess.Activity,
            [nameof(guess.At)] = guess.At,
            [nameof(guess.StartedAt)] = guess.StartedAt,
            [nameof(guess.Resource)] = guess.Resource,
            [nameof(guess.Group)] = guess.Group,
            [nameof(guess.Role)] = guess.Role,
            [nameof(guess.DeadlineAt)] = guess.DeadlineAt,
            [nameof(guess.EndedAt)] = guess.EndedAt,
            [nameof(guess.Transition)] = guess.Transition,
            [nameof(guess.Instance)] = guess.Instance,
        };
        (Dates, Encoding) = (guess.Dates.ToString(), guess.Encoding);
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            if (!await Load(cancel)) return RedirectToPage("/Reports/Improvement/Map", new { Log });
            await read.Run(Actor, Log!, Confirmed(Row!.ReadColumns()!), cancel);
            return RedirectToPage("/Reports/Improvement/Map", new { Log });
        },
        () => Load(cancel),
        field => field == nameof(LogColumns.Encoding) ? field : $"Column[{field}]");

    private LogColumns Confirmed(LogColumns guess) => new(
        Of(nameof(guess.Case)), Of(nameof(guess.Activity)), Of(nameof(guess.At)), Of(nameof(guess.StartedAt)), Of(nameof(guess.Resource)), Of(nameof(guess.Group)),
        Of(nameof(guess.Role)), Of(nameof(guess.Transition)), Of(nameof(guess.Instance)), Of(nameof(guess.DeadlineAt)), Of(nameof(guess.EndedAt)), guess.Separator,
        Encoding ?? guess.Encoding, Enum.TryParse<DateOrder>(Dates, out var order) ? order : guess.Dates);

    private string? Of(string field) => Blank(Column.GetValueOrDefault(field));

    private async Task<bool> Load(CancellationToken cancel)
    {
        await Choose(cancel);
        Preview = Log is null ? null : await read.Preview(Actor, Log, cancel);
        return Preview is not null;
    }
}
