using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>
/// The second person: acknowledges that the archive has the package whole, or sends it back; a package that cannot be made is sent
/// back too. Whoever made it does not.
/// </summary>
public sealed class AnswerTransfer(InstanceRunner instances)
{
    /// <param name="sha256">Hash of the package as the receiver computed it; capitals and blanks do not matter.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>sod-2</c>, <c>transfer-unknown</c>, <c>transfer-answered</c>, <c>package-not-made</c>, <c>package-differs</c>: the receiver has other bytes.
    /// </exception>
    public Task<StepResult> Receive(Actor actor, string transferId, string? sha256, string? note, string commandId, CancellationToken cancel) =>
        Answer(actor, transferId, commandId, (step, row) =>
        {
            if (row.Status is TransferStatus.Preparing)
                throw new RejectedException("package-not-made", new Text(
                    "Gói chưa đóng xong nên chưa thể xác nhận tiếp nhận.", "The package has not been made yet, so nobody can have received it."));
            if (!string.Equals(sha256?.Replace(" ", "", StringComparison.Ordinal), row.PackageSha256, StringComparison.OrdinalIgnoreCase))
                throw new RejectedException("package-differs", new Text(
                    "Mã SHA-256 bên nhận tính không khớp với gói đã đóng: tải lại gói rồi kiểm tra lại.",
                    "The SHA-256 that the receiver has computed is not that of the package: download it again and check again."))
                { Field = "Sha256" };
            step.Record(new TransferReceived(string.IsNullOrWhiteSpace(note) ? null : VietnameseText.Compose(note.Trim()), actor.Name));
        }, cancel);

    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>sod-2</c>, <c>transfer-unknown</c>, <c>transfer-answered</c>, <c>ground-missing</c>.</exception>
    public Task<StepResult> SendBack(Actor actor, string transferId, string? reason, string commandId, CancellationToken cancel)
    {
        var given = Grounds.Read(reason, "Reason");
        return Answer(actor, transferId, commandId, (step, _) => step.Record(new TransferSentBack(given, actor.Name)), cancel);
    }

    private Task<StepResult> Answer(Actor actor, string transferId, string commandId, Action<Step, TransferRow> answer, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        if (!Rights.Allows(actor, Right.ApproveDisposal)) Permit.RequireWhole(actor, Right.ManageRetention);
        return instances.Run(TransferSteps.Request(actor.AgencyId, transferId, commandId, actor.PersonId), step =>
        {
            var row = step.Find<TransferRow>() ?? throw TransferSteps.Unknown();
            if (!row.IsOpen)
                throw new RejectedException("transfer-answered", new Text(
                    $"Đợt nộp lưu này không còn chờ xác nhận: {TransferWords.NameOf(row.Status).Vi}.",
                    $"This hand-over does not wait to be acknowledged: {TransferWords.NameOf(row.Status).En}."));
            if (row.MadeBy == actor.PersonId)
                throw new RejectedException("sod-2", new Text(
                    $"{actor.Name} đã lập đợt nộp lưu này; người khác phải xác nhận tiếp nhận (SoD-2).",
                    $"{actor.Name} has made this hand-over; somebody else has to acknowledge it (SoD-2)."));
            answer(step, row);
        }, cancel);
    }
}
