using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Draws up a list of dossiers whose terms are over. Somebody else has to approve it.</summary>
public sealed class ProposeDisposal(InstanceRunner instances, DueDossiers due, TimeProvider clock)
{
    /// <param name="on">Terms that are over before this day.</param>
    /// <param name="dossierIds">Which of them.</param>
    /// <returns>Id of the list; the same for a command sent again.</returns>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>ground-missing</c>, <c>due-later</c>, <c>nothing-chosen</c>, <c>not-due</c>: a dossier is held, listed elsewhere or has to be kept.
    /// </exception>
    public async Task<string> Run(
        Actor actor, DateOnly on, IReadOnlyCollection<string> dossierIds, string? ground, string commandId, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        var given = Grounds.Read(ground);
        var found = (await due.Run(actor, on, cancel)).ToDictionary(each => each.Dossier.InstanceId, StringComparer.Ordinal);
        var listId = RowId.Of("disposal", actor.AgencyId, commandId);
        var year = VietnamTime.DateOf(clock.GetUtcNow()).Year;
        await instances.Run(DisposalSteps.Request(actor.AgencyId, listId, commandId, actor.PersonId), step =>
        {
            var lines = Chosen(found, dossierIds);
            step.Record(new DisposalProposed(DisposalKind.Disposal, NumberOf(step, year), on, given, lines, actor.Name));
        }, cancel);
        return listId;
    }

    /// <summary>Numbers of lists run through the year.</summary>
    internal static string NumberOf(Step step, int year) => $"{step.NextNumber($"disposal:{year}"):00}/{year}";

    private static List<DossierToDestroy> Chosen(Dictionary<string, DueDossier> found, IReadOnlyCollection<string> dossierIds)
    {
        if (dossierIds.Count == 0)
            throw new RejectedException("nothing-chosen", new Text("Chọn ít nhất một hồ sơ.", "Choose at least one dossier.")) { Field = "Dossiers" };
        var chosen = dossierIds.Distinct(StringComparer.Ordinal).Select(id => found.GetValueOrDefault(id) ?? throw NotDue(new Text(
            "Có hồ sơ chưa hết thời hạn lưu. Tải lại trang rồi chọn lại.", "The term of a dossier is not over. Reload the page and choose again."))).ToList();
        return chosen.FirstOrDefault(each => each.Obstacle is not null) is { Obstacle: { } obstacle }
            ? throw NotDue(obstacle)
            : [.. chosen.OrderBy(each => each.Dossier.Code, StringComparer.Ordinal).Select(each => new DossierToDestroy(
                each.Dossier.InstanceId, each.Dossier.Code, each.Dossier.ProcedureCode, each.Dossier.ProcedureVersion,
                VietnamTime.DateOf(each.Dossier.ReceivedAt), VietnamTime.DateOf(each.Dossier.FinishedAt!.Value), each.EndsOn, each.Records.Count, each.Files))];
    }

    private static RejectedException NotDue(Text reason) => new("not-due", reason) { Field = "Dossiers" };
}
