using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>The return step is not completed past originals that are still kept: the page of the return asks for them.</summary>
internal sealed class KeptOriginals : ITaskRule
{
    /// <exception cref="RejectedException"><c>originals-held</c>.</exception>
    public Breach? Check(Step step, TaskRow task, Actor actor, IReadOnlyList<WorkflowEvent> events)
    {
        if (task.Milestone != Milestones.Returned || step.Find<DossierRow>() is not { } dossier || dossier.HeldOriginals().Count == 0) return null;
        // The command of the return has asked already.
        if (step.Events.Any(known => known.Fact is ResultReturned)) return null;
        throw new RejectedException("originals-held", new Text(
            "Hồ sơ còn giữ bản chính phải trả lại. Dùng “Trả kết quả” trên trang hồ sơ để trả và ghi nhận.",
            "Originals are still kept. Use “Return the result” on the dossier's page to give them back."));
    }
}
