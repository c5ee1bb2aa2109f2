using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Reports;
using IsoE.Office.Tasks;
using IsoE.Web.Markup;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Overview;

/// <summary>The leader's overview: four figures, one chart, the ten worst, what waits for a decision.</summary>
public sealed class IndexModel(ReadOverview read, Inbox inbox, ProcedureLibrary library, TimeProvider clock) : Screen
{
    private const int ApprovalsShown = 10;

    public Office.Reports.Overview Figures { get; private set; } = null!;
    public BarChart Chart { get; private set; } = null!;
    public IReadOnlyList<TaskRow> Approvals { get; private set; } = [];
    public DateTimeOffset Now { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        Figures = await read.Run(Actor, cancel);
        Chart = new BarChart(
            [.. Figures.Weeks.Select(week => week.MondayOn.ToString("dd/MM", System.Globalization.CultureInfo.InvariantCulture))],
            T["Tiếp nhận", "Received"],
            [.. Figures.Weeks.Select(week => week.Received)],
            T["Giải quyết xong", "Settled"],
            [.. Figures.Weeks.Select(week => week.Finished)]);
        if (!Visitor.May(Right.DoTask)) return;
        var mine = await inbox.Read(Actor, InboxList.Mine, null, null, ApprovalsShown, cancel);
        var waiting = await inbox.Read(Actor, InboxList.Unit, null, null, ApprovalsShown, cancel);
        Approvals = [.. mine.Tasks.Concat(waiting.Tasks).OrderBy(task => task.DueAt).Take(ApprovalsShown)];
    }

    public Text NameOf(DossierRow row) => library.Get(row.ProcedureCode, row.ProcedureVersion).Procedure.Name;
}
