using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Cashiers;

/// <summary>Records a notified transfer as a payment of a dossier, at most what is owed; or puts the notice aside.</summary>
public sealed class UsePaymentNotice(OfficeDb db, InstanceRunner instances, RecordPayment record)
{
    private static readonly Type[] Notice = [typeof(PaymentNoticeRow)];

    /// <param name="dossierCode">The dossier that is paid.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>notice-unknown</c>, <c>notice-done</c>, <c>dossier-unknown</c>, <c>nothing-owed</c>, and those of <see cref="RecordPayment"/>.
    /// </exception>
    public async Task Run(Actor actor, string id, string dossierCode, CancellationToken cancel)
    {
        Permit.Require(actor, Right.CollectFee);
        var notice = await Get(id, cancel);
        var dossier = await db.Set<DossierRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == dossierCode.Trim() && !row.IsInternal, cancel);
        if (dossier is null) throw OpenDossier.Unknown();
        var owed = dossier.AmountOwed();
        var receipt = await Recorded(dossier, notice, cancel) ?? await Pay(actor, notice, dossier, owed, cancel);
        var request = new StepRequest(actor.AgencyId, id, "use", actor.PersonId) { Also = Notice };
        await instances.Run(request, step => step.Record(new PaymentNoticeUsed(dossier.Code, receipt.Owed, receipt.Number)), cancel);
    }

    /// <summary>Puts a notice aside: a transfer that is for nobody here, or that the bank takes back.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>reason-missing</c>, <c>notice-unknown</c>, <c>notice-done</c>.</exception>
    public async Task Close(Actor actor, string id, string reason, CancellationToken cancel)
    {
        Permit.Require(actor, Right.CollectFee);
        Permit.RefuseAdministrators(actor);
        var given = OpenDossier.Reason(reason);
        await Get(id, cancel);
        var request = new StepRequest(actor.AgencyId, id, "close", actor.PersonId) { Also = Notice };
        await instances.Run(request, step =>
        {
            if (step.All<PaymentNoticeRow>().Single().State != NoticeState.Waiting) throw Done();
            step.Record(new PaymentNoticeClosed(given, actor.Name));
        }, cancel);
    }

    /// <summary>The receipt of a notice whose payment was recorded and which was then interrupted.</summary>
    private async Task<(string Number, long Owed)?> Recorded(DossierRow dossier, PaymentNoticeRow notice, CancellationToken cancel) =>
        await db.Set<ReceiptRow>().AsNoTracking().FirstOrDefaultAsync(
            row => row.InstanceId == dossier.InstanceId && row.Reference == notice.Reference && row.CancelledAt == null, cancel) is { } receipt
            ? (receipt.Number, receipt.Amount)
            : null;

    private async Task<(string Number, long Owed)> Pay(Actor actor, PaymentNoticeRow notice, DossierRow dossier, long owed, CancellationToken cancel)
    {
        if (owed == 0)
            throw new RejectedException("nothing-owed", new Text(
                $"Hồ sơ {dossier.Code} không còn phải nộp tiền. Chọn hồ sơ khác, hoặc đóng thông báo và ghi lý do.",
                $"Nothing is owed on {dossier.Code}. Choose another dossier, or put the notice aside with a reason."))
            { Field = "Code" };
        var form = new PaymentForm(
            dossier.InstanceId, Math.Min(owed, notice.Amount), RecordPayment.Transfer, default, $"notice:{notice.InstanceId}", notice.Reference);
        var result = await record.Run(actor, form, cancel);
        return (result.Find<PaymentReceived>()!.ReceiptNumber, owed);
    }

    private async Task<PaymentNoticeRow> Get(string id, CancellationToken cancel)
    {
        var notice = await db.Set<PaymentNoticeRow>().AsNoTracking().SingleOrDefaultAsync(row => row.InstanceId == id, cancel)
            ?? throw new RejectedException("notice-unknown", new Text("Không có thông báo này.", "There is no such notice."));
        return notice.State == NoticeState.Waiting ? notice : throw Done();
    }

    private static RejectedException Done() => new("notice-done", new Text(
        "Thông báo này đã được xử lý. Tải lại trang để xem.", "This notice has been dealt with. Load the page again."));
}
