using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>Finds the dossier of a step and refuses whom the rights or the status do not allow.</summary>
internal static class OpenDossier
{
    /// <summary>For an action that is done with internal dossiers too, by a right of their own.</summary>
    /// <exception cref="RejectedException"><c>dossier-unknown</c>, <c>sod-7</c>, <c>not-allowed</c>, <c>not-in-this-status</c>.</exception>
    public static DossierRow Get(Step step, Actor actor, DossierAction action) =>
        Get(step, actor, DossierActions.RightFor(action, Get(step)), action);

    /// <exception cref="RejectedException"><c>dossier-unknown</c>, <c>sod-7</c>, <c>not-allowed</c>, <c>not-in-this-status</c>.</exception>
    public static DossierRow Get(Step step, Actor actor, Right right, DossierAction action)
    {
        var dossier = Get(step);
        Permit.RefuseAdministrators(actor);
        if (!IsApplicant(actor, right)) Permit.Require(actor, right, MatterOf(dossier, step.All<TaskRow>()));
        DossierActions.Require(dossier, action);
        return dossier;
    }

    /// <exception cref="RejectedException"><c>dossier-unknown</c>.</exception>
    public static DossierRow Get(Step step) => step.Find<DossierRow>() ?? throw Unknown();

    public static RejectedException Unknown() => new("dossier-unknown", new Text(
        "Không tìm thấy hồ sơ này trong cơ quan.", "There is no such dossier at the agency."));

    /// <summary>Whose matter the dossier is: of the units, people and roles of its tasks, of who received it, and of cashiers while something is owed.</summary>
    public static Matter MatterOf(DossierRow dossier, IReadOnlyCollection<TaskRow> tasks) => new(
        dossier.AgencyId,
        [.. tasks.Select(task => task.UnitCode).OfType<string>().Distinct()],
        [.. tasks.SelectMany(task => new[] { task.AssigneeId, task.DoneBy }).Append(dossier.ReceivedBy).Append(dossier.CollectedBy).OfType<string>().Distinct()],
        [.. tasks.Where(task => task.Status == TaskState.Open).Select(task => task.Role).Concat(dossier.AmountOwed() > 0 ? [Roles.Cashier] : []).Distinct()],
        dossier.ProcedureCode,
        dossier.IsConfidential);

    /// <summary>The public pages act for the applicant only after they have checked the tracking secret.</summary>
    private static bool IsApplicant(Actor actor, Right right) =>
        actor.PersonId == Actor.ApplicantId && Rights.Of(right, Roles.Citizen) == Reach.Own;

    /// <exception cref="RejectedException"><c>reason-missing</c>.</exception>
    public static string Reason(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? throw new RejectedException("reason-missing", new Text("Nhập lý do.", "Enter the reason.")) { Field = "Reason" }
        : VietnameseText.Compose(reason.Trim());
}
