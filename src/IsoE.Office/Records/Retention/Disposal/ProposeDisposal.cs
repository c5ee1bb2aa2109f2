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
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>ground-missing</c>, <c>due-later</c>, <c>nothing-chosen</c>, <c>too-many-dossiers</c>, <c>not-due</c>: a dossier is held, listed elsewhere or has to be kept.
    /// </exception>
    public async Task<string> Run(
        Actor actor, DateOnly on, IReadOnlyCollection<string> dossierIds, string? ground, string commandId, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        var given = Grounds.Read(ground);
        var chosen = ChosenDossiers.Read(dossierIds);
        var found = await due.Among(actor, on, chosen, cancel);
        var listId = RowId.Of("disposal", actor.AgencyId, commandId);
        var year = VietnamTime.DateOf(clock.GetUtcNow()).Year;
        await instances.Run(DisposalSteps.Request(actor.AgencyId, listId, commandId, actor.PersonId), step =>
        {
            var lines = Lines(found, chosen);
            step.Record(new DisposalProposed(DisposalKind.Disposal, NumberOf(step, year), on, given, lines, actor.Name));
        }, cancel);
        return listId;
    }

    /// <summary>Numbers of lists run through the year.</summary>
    internal static string NumberOf(Step step, int year) => $"{step.NextNumber($"disposal:{year}"):00}/{year}";

    private static List<DossierToDestroy> Lines(IReadOnlyDictionary<string, DueDossier> found, List<string> chosen)
    {
        var due = chosen.ConvertAll(id => found.GetValueOrDefault(id) ?? throw NotDue(new Text(
            "Có hồ sơ chưa hết thời hạn lưu. Tải lại trang rồi chọn lại.", "The term of a dossier is not over. Reload the page and choose again.")));
        return due.FirstOrDefault(each => each.Obstacle is not null) is { Obstacle: { } obstacle }
            ? throw NotDue(obstacle)
            : [.. due.OrderBy(each => each.Dossier.Code, StringComparer.Ordinal).Select(each => DossierToDestroy.Of(each.Kept))];
    }

    private static RejectedException NotDue(Text reason) => new("not-due", reason) { Field = "Dossiers" };
}
