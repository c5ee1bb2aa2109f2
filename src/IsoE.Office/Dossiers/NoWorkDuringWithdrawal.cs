using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>No task is completed while a leader has to decide on a withdrawal.</summary>
internal sealed class NoWorkDuringWithdrawal : ITaskRule
{
    public Breach? Check(Step step, TaskRow task, Actor actor, IReadOnlyList<WorkflowEvent> events) =>
        step.Find<DossierRow>() is { Business: BusinessState.WithdrawalAsked } dossier
            ? throw new RejectedException("withdrawal-pending", new Text(
                $"Người nộp đã yêu cầu rút hồ sơ {dossier.Code}; chờ lãnh đạo quyết định trước khi xử lý tiếp.",
                $"The applicant has asked to withdraw dossier {dossier.Code}; a leader has to decide before work goes on."))
            : null;
}
