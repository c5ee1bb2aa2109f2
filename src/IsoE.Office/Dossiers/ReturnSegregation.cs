using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>SoD-5: nobody receives, settles and returns the same dossier alone.</summary>
internal sealed class ReturnSegregation : ITaskRule
{
    public Breach? Check(Step step, TaskRow task, Actor actor, IReadOnlyList<WorkflowEvent> events) =>
        task.Milestone == Milestones.Returned && step.Find<DossierRow>() is { } dossier ? DossierDeeds.OnReturning(dossier, actor) : null;
}
