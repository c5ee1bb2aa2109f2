using IsoE.Office.Calendars;
using IsoE.Office.Improvement.Import;
using IsoE.Office.Organisation;
using IsoE.Office.Reports;
using IsoE.Workflows;
using IsoE.Workflows.Logs.Mining;

namespace IsoE.Office.Improvement;

/// <summary>How dossiers went in truth: mined from the own history, in working time, or from an imported log, in calendar time.</summary>
public sealed class MineMap(OwnLog log, ImportedLogs imported, CalendarSource calendars)
{
    /// <param name="procedureCode">Only this procedure; null for all.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<ProcessMap> Own(Actor actor, string? procedureCode, Period period, CancellationToken cancel)
    {
        var calendar = calendars(actor.AgencyId).Calendar;
        var mining = new MapMining((from, to) => calendar.WorkingMinutes(from, to));
        await foreach (var @case in log.Read(actor, procedureCode, period, cancel)) mining.Add(@case);
        return mining.Map();
    }

    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>log-unknown</c>, <c>log-unread</c>.</exception>
    public async Task<ProcessMap> Imported(Actor actor, string id, CancellationToken cancel) =>
        (await imported.Open(actor, id, cancel)).ReadMap() ?? throw Unread();

    internal static RejectedException Unread() => new("log-unread", new Text(
        "Nhật ký này chưa được nhập xong. Hãy xác nhận các cột trước.", "This log has not been read yet. Confirm its columns first."));
}
