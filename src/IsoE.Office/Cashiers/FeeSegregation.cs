using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Cashiers;

/// <summary>SoD-3: who set the fee does not complete the step that collects it.</summary>
internal sealed class FeeSegregation : ITaskRule
{
    public Breach? Check(Step step, TaskRow task, Actor actor, IReadOnlyList<WorkflowEvent> events) =>
        task.DeclaredRole == Roles.Cashier && step.Find<DossierRow>() is { } dossier ? DossierDeeds.OnCollecting(dossier, actor) : null;
}
