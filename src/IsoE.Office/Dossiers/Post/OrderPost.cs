using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers.Post;

/// <summary>To whom a result is sent.</summary>
/// <param name="Fee">Whole đồng, paid by the receiver; null when the amount could not be read.</param>
public sealed record PostForm(string DossierId, string? Sender, string? Receiver, string? Phone, string? Address, decimal? Fee, string CommandId);

/// <summary>Has the public post fetch a result that is ready and take it to its receiver.</summary>
public sealed class OrderPost(InstanceRunner instances, TimeProvider clock)
{
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>not-in-this-status</c>, <c>post-underway</c>, and <c>post-sender</c>,
    /// <c>post-receiver</c>, <c>post-phone</c>, <c>post-address</c>, <c>amount</c> for what is missing.
    /// </exception>
    public Task<StepResult> Run(Actor actor, PostForm form, CancellationToken cancel)
    {
        var ordered = Checked(form);
        var request = new StepRequest(actor.AgencyId, form.DossierId, form.CommandId, actor.PersonId) { Also = [typeof(PostOrderRow)] };
        return instances.Run(request, step =>
        {
            OpenDossier.Get(step, actor, Right.ReturnResult, DossierAction.ReturnResult);
            if (step.All<PostOrderRow>().Any(row => row.IsUnderway)) throw Underway();
            step.Record(ordered);
        }, cancel);
    }

    private PostOrdered Checked(PostForm form) => new(
        RowId.New(clock.GetUtcNow()),
        Filled(form.Sender, "post-sender", nameof(form.Sender), "Nhập người gửi.", "Enter who sends it."),
        Filled(form.Receiver, "post-receiver", nameof(form.Receiver), "Nhập họ tên người nhận.", "Enter who is to receive it."),
        Phone(form.Phone),
        Filled(form.Address, "post-address", nameof(form.Address), "Nhập địa chỉ nhận.", "Enter the address."),
        SetFee.WholeAmount(form.Fee ?? -1, least: 0));

    private static string Filled(string? typed, string code, string field, string vi, string en) => string.IsNullOrWhiteSpace(typed)
        ? throw new RejectedException(code, new Text(vi, en)) { Field = field }
        : VietnameseText.Compose(typed.Trim());

    private static string Phone(string? typed)
    {
        var digits = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length is >= 9 and <= 12 ? digits : throw new RejectedException("post-phone", new Text(
            "Nhập số điện thoại người nhận, ví dụ 0903123456.", "Enter the receiver's phone, for example 0903123456."))
        { Field = nameof(PostForm.Phone) };
    }

    private static RejectedException Underway() => new("post-underway", new Text(
        "Kết quả này đang được gửi bưu chính. Ghi nhận đã phát hoặc chuyển hoàn trước khi đặt lại.",
        "This result is with the post already. Record that it was delivered or sent back before ordering again."));
}
