using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;

namespace IsoE.Office.Records.Printing;

/// <summary>Form 06: who handed the dossier to whom, when, and whether the step was in time.</summary>
internal static class ControlSheetPrint
{
    public static ControlSheet Of(DossierMoment moment, DateTimeOffset at) => new()
    {
        Head = moment.CounterHead("", at),
        Code = moment.Dossier.Code,
        Applicant = moment.Dossier.ApplicantName,
        Procedure = moment.Procedure.Name.Vi,
        HandlingAgency = moment.Agency.NameVi,
        CoordinatingAgency = "",
        HandOvers = [.. HandOvers(moment)],
    };

    private static IEnumerable<HandOver> HandOvers(DossierMoment moment)
    {
        var (giver, giverName, result) = ("Người nộp hồ sơ", moment.Dossier.ApplicantName, "");
        foreach (var task in moment.Tasks.Where(task => task.Status != TaskState.Cancelled))
        {
            var taker = task.DoneBy ?? task.AssigneeId;
            var unit = taker is null ? Roles.NameOf(task.Role).Vi : moment.UnitOf(taker);
            var name = task.DoneByName ?? task.AssigneeName ?? "";
            yield return new HandOver(giver, giverName, unit, name, DossierMoment.TimeAndDate(task.CreatedAt), result, task.Title.Vi);
            (giver, giverName, result) = (unit, name, ResultOf(task));
        }

        if (moment.Dossier.ReturnedAt is { } returned)
            yield return new HandOver(
                giver, giverName, "Người nhận kết quả", moment.Dossier.ApplicantName, DossierMoment.TimeAndDate(returned), result, "Trả kết quả");
    }

    /// <summary>R-13: by the day. Early on an earlier day, on time on the same day, overdue after the due instant.</summary>
    private static string ResultOf(TaskRow task) => task switch
    {
        { DoneAt: null } or { Due: null } => "",
        _ when task.IsOverdue(task.DoneAt.Value) => "Quá hạn",
        _ when VietnamTime.DateOf(task.DoneAt.Value) < VietnamTime.DateOf(task.DueAt) => "Trước hạn",
        _ => "Đúng hạn",
    };
}
