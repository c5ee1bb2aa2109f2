using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>Gives originals back that the agency kept, against signature, in whatever status the dossier is (ISO 9001:2015 clause 8.5.3).</summary>
public sealed class ReturnOriginals(InstanceRunner instances)
{
    /// <param name="components">The components whose originals are given back.</param>
    /// <param name="receiver">Who signs for them.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>receiver-missing</c>, <c>originals-none</c>.
    /// </exception>
    public Task<StepResult> Run(
        Actor actor, string dossierId, IReadOnlyList<string> components, string receiver, string? note, string commandId, CancellationToken cancel)
    {
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.ReturnResult, DossierAction.ReturnOriginals);
            Give(step, dossier, components, ReturnResult.ReceiverOf(receiver), note);
        }
    }

    /// <exception cref="RejectedException"><c>originals-none</c>.</exception>
    internal static void Give(Step step, DossierRow dossier, IReadOnlyList<string> components, string receiver, string? note)
    {
        var held = dossier.HeldOriginals().Select(check => check.ComponentId).Where(components.Contains).ToList();
        if (held.Count == 0) throw new RejectedException("originals-none", new Text(
            "Chọn ít nhất một giấy tờ bản chính đang tạm giữ.", "Choose at least one of the papers whose originals are kept."))
        { Field = "Originals" };
        step.Record(new OriginalsReturned(held, receiver, string.IsNullOrWhiteSpace(note) ? null : VietnameseText.Compose(note.Trim())));
    }
}
