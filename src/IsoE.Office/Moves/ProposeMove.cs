using IsoE.Office.DocumentControl;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Text = IsoE.Workflows.Text;

namespace IsoE.Office.Moves;

/// <summary>Proposes to move open dossiers to an issued version. Somebody else has to approve it.</summary>
public sealed class ProposeMove(InstanceRunner instances, RehearseMove rehearse)
{
    /// <param name="ground">Legal ground of the move.</param>
    /// <returns>Id of the batch; the same for a command sent again.</returns>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>document-unknown</c>, <c>document-status</c>, <c>ground-missing</c>, <c>nothing-chosen</c>, <c>move-unsafe</c>.
    /// </exception>
    public async Task<string> Run(
        Actor actor, string documentId, IReadOnlyCollection<string> dossierIds, string ground, string commandId, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        Permit.Require(actor, Right.ProposeMove);
        var given = Grounds.Read(ground);
        var rehearsal = await rehearse.Run(actor, documentId, dossierIds, cancel);
        var from = FirstDay(rehearsal.Document);
        var dossiers = Chosen(rehearsal, dossierIds);
        var moveId = IdOf(actor, commandId);
        await instances.Run(MoveSteps.Request(actor.AgencyId, moveId, commandId, actor.PersonId), step => step.Record(new MoveProposed(
            documentId, rehearsal.Document.Code, rehearsal.Document.Version, from, given, dossiers, actor.Name)), cancel);
        return moveId;
    }

    private static string IdOf(Actor actor, string commandId) => RowId.Of("move", actor.AgencyId, commandId);

    private static DateOnly FirstDay(DocumentRow document) =>
        document is { Status: DocumentStatus.Approved or DocumentStatus.InForce, EffectiveFrom: { } day }
            ? day
            : throw new RejectedException("document-status", new Text(
                "Chỉ chuyển hồ sơ sang phiên bản đã ban hành và chưa bị thay thế.",
                "Dossiers are moved only to a version that has been issued and not been superseded."));

    private static List<DossierToMove> Chosen(Rehearsal rehearsal, IReadOnlyCollection<string> dossierIds)
    {
        if (dossierIds.Count == 0)
            throw new RejectedException("nothing-chosen", new Text("Chọn ít nhất một hồ sơ.", "Choose at least one dossier.")) { Field = "Dossiers" };
        var found = rehearsal.Dossiers.Where(each => each.Forecast.CanMove).ToDictionary(each => each.DossierId, StringComparer.Ordinal);
        var stays = rehearsal.Dossiers.FirstOrDefault(each => !each.Forecast.CanMove);
        if (stays is not null)
            throw new RejectedException("move-unsafe", new Text(
                $"Hồ sơ {stays.Code} không chuyển được: {stays.Forecast.Obstacles[0].Reason.Vi}",
                $"Dossier {stays.Code} cannot be moved: {stays.Forecast.Obstacles[0].Reason.En}"))
            { Field = "Dossiers" };
        if (dossierIds.Any(id => !found.ContainsKey(id)))
            throw new RejectedException("move-unsafe", new Text(
                "Có hồ sơ đã kết thúc hoặc đã chuyển trong lúc bạn chọn. Tải lại trang rồi chọn lại.",
                "A dossier has ended or was moved while you were choosing. Reload the page and choose again."))
            { Field = "Dossiers" };
        return [.. found.Values.Select(each => new DossierToMove(each.DossierId, each.Code, each.FromVersion))];
    }
}
