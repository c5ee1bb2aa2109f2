using IsoE.Office.Organisation;
using IsoE.Web.Pages.Quality;
using IsoE.Workflows;

namespace IsoE.Web.Identity;

/// <summary>A place in the main menu.</summary>
/// <param name="Path">Pages whose address begins so belong to it.</param>
/// <param name="Rights">One of them is enough.</param>
public sealed record NavigationItem(string Page, string Path, string Icon, Text Name, params IReadOnlyList<Right> Rights);

/// <summary>The main menu: what a person may open, in the order of a day's work.</summary>
public static class Navigation
{
    /// <summary>So many places fit on one row of a screen 1280 pixels wide.</summary>
    private const int InRow = 7;

    public static IReadOnlyList<NavigationItem> All { get; } =
    [
        new("/Queue/Index", "/Queue", "ticket", new("Quầy", "Counter"), Right.ServeQueue),
        new("/Dossiers/Receive", "/Dossiers/Receive", "desk", new("Tiếp nhận", "Reception"), Right.ReceiveDossier),
        new("/Dossiers/Calls", "/Dossiers/Calls", "phone", new("Điện thoại", "Telephone"), Right.AnswerCalls),
        new("/Dossiers/Submissions", "/Dossiers/Submissions", "upload", new("Nộp trực tuyến", "Online submissions"), Right.ReceiveDossier),
        new("/Tasks/Index", "/Tasks", "inbox", new("Việc của tôi", "My tasks"), Right.DoTask),
        new("/Dossiers/Index", "/Dossiers", "folder-open", new("Hồ sơ", "Dossiers"), Right.ReadDossier),
        new("/Messages/Index", "/Messages", "message", new("Tin nhắn", "Messages"), Right.ReadMessages),
        new("/Cashier/Index", "/Cashier", "coin", new("Thu ngân", "Cashier"), Right.CollectFee, Right.CancelReceipt, Right.DecideRefund),
        new("/Portal/Index", "/Portal", "refresh", new("Cổng quốc gia", "National portal"), Right.ReconcilePortal),
        new("/Overview/Index", "/Overview", "chart-bar", new("Điều hành", "Overview"), Right.ReadReports),
        new("/Reports/Index", "/Reports", "file-report", new("Báo cáo", "Reports"), Right.ReadReports),
        new("/Quality/Index", "/Quality", "shield-check", new("Chất lượng", "Quality"), QualityPlaces.Rights),
        new("/Library/Index", "/Library", "books", new("Quy trình", "Procedures"), Right.ReadProcedure),
        new("/Authoring/Index", "/Authoring", "pencil", new("Soạn thảo", "Writing"), Right.DraftProcedure, Right.ReviewProcedure, Right.ApproveProcedure, Right.PublishProcedure),
        new("/Organisation/People", "/Organisation", "users", new("Tổ chức", "Organisation"), Right.ReadOrganisation),
        new("/Operations/Index", "/Operations", "alert-triangle", new("Sự cố", "Incidents"), Right.ResolveIncidents),
        new("/Queue/Setup/Index", "/Queue/Setup", "settings", new("Lấy số", "Queue"), Right.ChangeQueue),
        new("/Calendars/Index", "/Calendars", "calendar", new("Lịch làm việc", "Working calendar"), Right.ReadCalendar),
    ];

    public static IEnumerable<NavigationItem> For(Visitor visitor) => All.Where(item => item.Rights.Any(visitor.May));

    /// <summary>The places of a person's menu that stand in its row, and those folded away behind them.</summary>
    public static (IReadOnlyList<NavigationItem> Row, IReadOnlyList<NavigationItem> Folded) Folding(Visitor visitor)
    {
        var items = For(visitor).ToList();
        return items.Count <= InRow + 1 ? (items, []) : (items[..InRow], items[InRow..]);
    }

    /// <summary>The item a path belongs to: the longest fit, so that receiving is not also "dossiers".</summary>
    public static NavigationItem? At(PathString path) => All
        .Where(item => path.StartsWithSegments(item.Path, StringComparison.OrdinalIgnoreCase))
        .MaxBy(item => item.Path.Length);
}
