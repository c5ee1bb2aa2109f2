using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality;

/// <summary>A mark was low: a nonconformity report (QT-04) is opened in the name of the quality representative's function.</summary>
internal sealed class FollowUpLowMark(OfficeDb db, OpenInternalDossier open, TimeProvider clock) : IOutboxConsumer
{
    private const string ProcedureCode = "QT-04";
    private const string CaseId = "minor";

    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var survey = await db.Set<SurveyRow>().AsNoTracking().SingleAsync(row => row.InstanceId == item.InstanceId, cancel);
        var code = await db.Set<DossierRow>().Where(row => row.InstanceId == survey.DossierId).Select(row => row.Code).SingleAsync(cancel);
        var opener = new Actor(item.AgencyId, Actor.SystemId, "Hệ thống", [new Grant(Roles.Qmr)]);
        // The id follows from the survey: a second delivery finds the report of the first.
        await open.Run(opener, new InternalOpening(RowId.Of("survey-follow-up", item.AgencyId, item.InstanceId), ProcedureCode, CaseId, Form(survey, code), []), cancel);
    }

    private JsonElement Form(SurveyRow survey, string code) => JsonSerializer.SerializeToElement(new
    {
        title = $"Người dân chưa hài lòng: hồ sơ {code}",
        description = survey.Comment ?? "Phiếu đánh giá có điểm thấp, không kèm ý kiến.",
        evidence = $"Điểm (1-5): tiếp cận {Mark(survey.Access)}, thủ tục {Mark(survey.Procedure)}, thái độ {Mark(survey.Staff)}, kết quả {Mark(survey.Result)}, tiếp nhận phản ánh {Mark(survey.Feedback)}.",
        detectedOn = Wording.Date(VietnamTime.DateOf(clock.GetUtcNow())),
        origin = "review",
        unit = "one-stop",
        relatedDossier = code,
    });

    private static string Mark(int? mark) => mark is { } given ? $"{given}" : "–";
}
