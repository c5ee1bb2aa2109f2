using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Reports;

/// <summary>Finds the dossiers behind the figure of satisfaction: those whose applicants answered, never what each of them said.</summary>
public sealed class ReadAnswered(OfficeDb db, ReadSatisfaction satisfaction, ProcedureLibrary procedures, CalendarSource calendars)
{
    /// <summary>Of a figure that is read from what applicants answered.</summary>
    public const string BySurvey = "survey";

    public const string Answered = "answered";

    /// <param name="period">When they answered.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>period</c>, <c>figure-unknown</c>: also while so few answered that no figure is given.</exception>
    public async Task<FigureDossiers> Run(Actor actor, Period period, string column, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        if (column != Answered || (await satisfaction.Run(actor, period.From, period.To, cancel)).All.Satisfied is null) throw Figures.Unknown();
        var (start, end) = (period.Start, period.End);
        var answered = db.Set<SurveyRow>().Where(row => !row.IsDeclined && row.AnsweredAt >= start && row.AnsweredAt < end).Select(row => row.DossierId);
        var count = await answered.CountAsync(cancel);
        var shown = await db.Set<DossierRow>().AsNoTracking().Where(row => answered.Contains(row.InstanceId)).OpenTo(actor, db).OrderBy(row => row.Code).ToListAsync(cancel);
        var calendar = calendars(actor.AgencyId).Calendar;
        return new FigureDossiers(count, count - shown.Count,
        [
            .. shown.Select(row => new FigureDossier(
                row.Code, procedures.Get(row.ProcedureCode, row.ProcedureVersion).Procedure.Name, row.AcceptedAt ?? row.ReceivedAt, row.OriginalPromisedAt, row.FinishedAt,
                DaysLate(row, calendar))),
        ]);
    }

    private static int DaysLate(DossierRow row, WorkingCalendar calendar) =>
        row is { FinishedAt: { } finished, OriginalPromisedAt: { } promised } && DossierTimeliness.Of(finished, promised) == Timeliness.Overdue
            ? Math.Max(1, calendar.WorkingDaysAfter(VietnamTime.DateOf(promised), VietnamTime.DateOf(finished)))
            : 0;
}
