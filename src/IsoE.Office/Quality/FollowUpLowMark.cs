using IsoE.Office.Dossiers;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality;

/// <summary>A mark was low: it is a symptom of the procedure and of the unit that settled the matter.</summary>
internal sealed class FollowUpLowMark(OfficeDb db, SwitchTriggers triggers, FollowUpSymptom symptoms) : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var trigger = NonconformityTriggers.Find(NonconformityTriggers.LowMark);
        if (trigger is null || !(await triggers.On(cancel)).Contains(trigger.Id)) return;
        var survey = await db.Set<SurveyRow>().AsNoTracking().SingleAsync(row => row.InstanceId == item.InstanceId, cancel);
        var dossier = await db.Set<DossierRow>().AsNoTracking().SingleAsync(row => row.InstanceId == survey.DossierId, cancel);
        var said = $"Điểm (1-5): tiếp cận {Mark(survey.Access)}, thủ tục {Mark(survey.Procedure)}, thái độ {Mark(survey.Staff)}, kết quả {Mark(survey.Result)}, "
            + $"tiếp nhận phản ánh {Mark(survey.Feedback)}. {survey.Comment}".TrimEnd();
        await symptoms.FollowUp(
            item,
            trigger,
            new Symptom(trigger.Id, dossier.Code, dossier.ProcedureCode, dossier.ProcedureVersion, null, survey.UnitCode, null, survey.AnsweredAt, said),
            cancel);
    }

    private static string Mark(int? mark) => mark is { } given ? $"{given}" : "–";
}
