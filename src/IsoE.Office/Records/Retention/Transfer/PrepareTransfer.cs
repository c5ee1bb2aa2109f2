using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>Hands dossiers over to the archive: lists them and has their package made. Somebody else acknowledges it.</summary>
public sealed class PrepareTransfer(InstanceRunner instances, DueTransfers due, TimeProvider clock)
{
    private const int LongestArchive = 200;

    /// <param name="before">Those whose time to be handed over ends before this day.</param>
    /// <param name="archive">Who receives them.</param>
    /// <returns>Id of the hand-over; the same for a command sent again.</returns>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>archive-missing</c>, <c>nothing-chosen</c>, <c>too-many-dossiers</c>, <c>not-due</c>.</exception>
    public async Task<string> Run(
        Actor actor, DateOnly before, IReadOnlyCollection<string> dossierIds, string? archive, string commandId, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        var receiver = archive?.Trim() is { Length: > 0 and <= LongestArchive } given
            ? VietnameseText.Compose(given)
            : throw new RejectedException("archive-missing", new Text("Nêu nơi nhận: lưu trữ cơ quan hoặc lưu trữ lịch sử.", "Say who receives it: the agency's archive or the historical archive.")) { Field = "Archive" };
        var chosen = ChosenDossiers.Read(dossierIds);
        var found = await due.Among(actor, before, chosen, cancel);
        var id = RowId.Of("transfer", actor.AgencyId, commandId);
        var year = VietnamTime.DateOf(clock.GetUtcNow()).Year;
        await instances.Run(TransferSteps.Request(actor.AgencyId, id, commandId, actor.PersonId), step =>
        {
            var dossiers = Lines(found, chosen);
            step.Record(new TransferPrepared($"{step.NextNumber($"transfer:{year}"):00}/{year}", receiver, dossiers, actor.Name));
        }, cancel);
        return id;
    }

    private static List<DossierToHandOver> Lines(IReadOnlyDictionary<string, DueTransfer> found, List<string> chosen) =>
        [.. chosen.ConvertAll(id => found.GetValueOrDefault(id) ?? throw new RejectedException("not-due", new Text(
                "Có hồ sơ đã nộp lưu hoặc chưa đến hạn nộp. Tải lại trang rồi chọn lại.", "A dossier was handed over already or is not due. Reload the page and choose again."))
            { Field = "Dossiers" })
            .OrderBy(each => each.Dossier.Code, StringComparer.Ordinal).Select(each => DossierToHandOver.Of(each.Kept))];
}

/// <summary>What the commands on hand-overs have in common.</summary>
internal static class TransferSteps
{
    public static StepRequest Request(string agencyId, string transferId, string commandId, string actorId) =>
        new(agencyId, transferId, commandId, actorId) { Also = [typeof(TransferRow), typeof(TransferLineRow), typeof(RecordRow)] };

    public static RejectedException Unknown() => new("transfer-unknown", new Text(
        "Không tìm thấy đợt nộp lưu này trong cơ quan.", "There is no such hand-over at the agency."));
}
