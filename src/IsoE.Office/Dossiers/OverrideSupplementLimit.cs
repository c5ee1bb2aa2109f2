using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>A leader allows one more supplement request than the rule, on a legal basis .</summary>
public sealed class OverrideSupplementLimit(InstanceRunner instances)
{
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>legal-basis-missing</c>,
    /// <c>reason-missing</c>.
    /// </exception>
    public Task<StepResult> Run(
        Actor actor, string dossierId, string legalBasis, string reason, string commandId, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(legalBasis))
            throw new RejectedException("legal-basis-missing", new Text(
                "Nhập căn cứ pháp lý cho phép yêu cầu bổ sung thêm.", "Enter the legal basis for a further request."))
            { Field = "LegalBasis" };
        var given = OpenDossier.Reason(reason);
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            OpenDossier.Get(step, actor, Right.OverrideSupplementLimit, DossierAction.OverrideSupplementLimit);
            step.Record(new SupplementLimitOverridden(legalBasis.Trim(), given));
        }
    }
}
