using System.Globalization;
using IsoE.Office.Improvement;
using IsoE.Office.Improvement.Import;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Reports.Improvement;

/// <summary>What the pages on event logs share: the own dossiers of a procedure and period, or an imported log.</summary>
public abstract class ImprovementScreen(ImportedLogs imported, ProcedureLibrary library, TimeProvider clock) : DaysScreen
{
    private const int DaysShown = 365;

    [BindProperty(SupportsGet = true)]
    public string? Procedure { get; set; }

    /// <summary>Id of an imported log; null for the own dossiers.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Log { get; set; }

    /// <summary>The imported log; null for the own dossiers.</summary>
    public ImportedLogRow? Row { get; private set; }

    public IReadOnlyList<SelectListItem> Procedures { get; private set; } = [];

    /// <summary>The same choice for links.</summary>
    public IDictionary<string, string> Route => Log is null
        ? Filled(("From", From), ("To", To), ("Procedure", Procedure))
        : Filled(("Log", Log));

    public bool MayManage => Visitor.May(Right.ManageQuality);

    protected ProcedureLibrary Library => library;

    /// <summary>A length of time in words: working time has days of eight hours.</summary>
    public string Span(long? minutes) => minutes is not { } known ? "–" : Spans.Of(known, Row is null).In(T.Language);

    /// <summary>What a step is called; an activity of an imported log as the log calls it.</summary>
    public string Called(string step) => Row is not null ? step
        : step == OwnLog.Received ? T["Nhận hồ sơ", "Dossier received"]
        : library.All.Where(version => string.IsNullOrEmpty(Procedure) || version.Code == Procedure)
            .FirstOrDefault(version => version.Definition.Activities.ContainsKey(step))?.Definition.Activities[step] is { } activity
            ? activity.LiteralText(T.Language == "en" ? "titleEn" : "title") ?? activity.LiteralText("title") ?? step
            : step;

    protected async Task Choose(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        Usually(today.AddDays(1 - DaysShown), today);
        ExpectDays();
        Procedures =
        [
            new SelectListItem(T["Tất cả", "All"], ""),
            .. library.All.DistinctBy(version => version.Code).Select(version => new SelectListItem($"{version.Code} – {T[version.Procedure.Name]}", version.Code)),
        ];
        if (Log is not null) Row = await imported.Open(Actor, Log, cancel);
    }

    private static Dictionary<string, string> Filled(params (string Name, string? Value)[] values) =>
        values.Where(each => !string.IsNullOrEmpty(each.Value)).ToDictionary(each => each.Name, each => each.Value!);
}

/// <summary>Lengths of time as people say them.</summary>
internal static class Spans
{
    public static Text Of(long minutes, bool isWorkingTime)
    {
        var day = isWorkingTime ? 480 : 1440;
        if (minutes < 1) return new Text("dưới 1 phút", "under a minute");
        if (minutes < 60) return new Text($"{minutes} phút", $"{minutes} min");
        var (value, vi, en) = minutes < day
            ? (minutes / 60m, "giờ", "h")
            : (minutes / (decimal)day, isWorkingTime ? "ngày làm việc" : "ngày", isWorkingTime ? "working days" : "days");
        var number = Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
        return new Text($"{number.Replace('.', ',')} {vi}", $"{number} {en}");
    }
}
