using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>A supplement is asked for at most as often as the procedure allows, unless a leader has allowed more .</summary>
internal sealed class SupplementLimit(ProcedureLibrary procedures) : ITaskRule
{
    public Breach? Check(Step step, TaskRow task, Actor actor, IReadOnlyList<WorkflowEvent> events)
    {
        if (!events.OfType<ActivitySuspended>().Any(e => DossierReactions.PauseOf(e.Bookmark.Wait) == Pauses.Supplement)) return null;
        if (step.Find<DossierRow>() is not { } dossier) return null;
        var allowed = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure.Supplement.Max;
        if (dossier.SupplementCount < allowed + dossier.SupplementOverrides) return null;
        throw new RejectedException("supplement-limit", new Text(
            $"Hồ sơ đã được yêu cầu bổ sung {dossier.SupplementCount} lần, quy định chỉ {allowed} lần. Lãnh đạo cơ quan có thể cho phép thêm khi có căn cứ pháp lý.",
            $"A supplement has been asked for {dossier.SupplementCount} times; the rule allows {allowed}. An agency leader can allow one more on a legal basis."));
    }
}
