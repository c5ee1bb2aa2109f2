using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>A limit is prolonged as often as the law of the procedure allows, and only before it ends.</summary>
internal sealed class ProlongationLimit(ProcedureLibrary procedures) : ITaskRule
{
    public Breach? Check(Step step, TaskRow task, Actor actor, IReadOnlyList<WorkflowEvent> events)
    {
        var prolongs = task.Milestone == Milestones.Prolonged
            || events.OfType<RecordIssued>().Any(issued => issued.Milestone == Milestones.Prolonged);
        if (!prolongs || step.Find<DossierRow>() is not { } dossier) return null;
        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure;
        if (PromisedDates.Next(dossier, procedure) is null) throw NoneLeft(dossier);
        if (dossier.PromisedAt is { } promised && step.Now > promised) throw TooLate(promised);
        return null;
    }

    private static RejectedException NoneLeft(DossierRow dossier) => new("prolongation-limit", new Text(
        $"Thời hạn giải quyết đã được gia hạn {dossier.Prolongations} lần, pháp luật không cho gia hạn thêm. Nếu chưa thể giải quyết xong thì lập văn bản xin lỗi và hẹn lại.",
        $"The limit has been prolonged {dossier.Prolongations} times and the law allows no more. If the matter cannot be settled, apologise and set a new date."));

    private static RejectedException TooLate(DateTimeOffset promised)
    {
        var at = Wording.Moment(promised);
        return new RejectedException("prolongation-late", new Text(
            $"Thời hạn giải quyết đã hết lúc {at.Vi}; chỉ gia hạn được khi còn thời hạn. Lập văn bản xin lỗi và hẹn lại.",
            $"The limit ended at {at.En}; it can be prolonged only before. Apologise and set a new date."));
    }
}
