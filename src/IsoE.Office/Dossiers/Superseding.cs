using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>
/// Corrects a wrong procedure, case or person on a receipt: the dossier is received anew on the same day, under a code and a
/// receipt of its own, and the wrong one ends and answers with the code of the right one.
/// </summary>
public sealed class Superseding(OfficeDb db, TimeProvider clock)
{
    /// <summary>Outbox topic: a new receipt has taken the place of an old one.</summary>
    internal const string Topic = "supersede-dossier";

    /// <summary>What the reception replaces; null for an ordinary one.</summary>
    /// <exception cref="RejectedException"><c>supersede-unknown</c>, <c>supersede-late</c>, <c>supersede-paid</c>, <c>reason-missing</c>.</exception>
    internal async Task<SupersededReceipt?> Of(Actor actor, Reception reception, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(reception.SupersedesId)) return null;
        var old = await db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db)
            .SingleOrDefaultAsync(row => row.InstanceId == reception.SupersedesId && !row.IsInternal, cancel) ?? throw Unknown();
        if (NationalStatus.IsFinal(old.NationalStatus) && old.SupersededById != reception.DossierId) throw Unknown();
        if (VietnamTime.DateOf(old.ReceivedAt) != VietnamTime.DateOf(clock.GetUtcNow()))
            throw new RejectedException("supersede-late", new Text(
                $"Giấy tiếp nhận {old.Code} không lập trong hôm nay nên không thay thế được; đề nghị lãnh đạo dừng giải quyết hoặc gia hạn hồ sơ.",
                $"Receipt {old.Code} is not of today and cannot be superseded; ask a leader to stop or extend the dossier."));
        if (old.AmountPaid > 0)
            throw new RejectedException("supersede-paid", new Text(
                $"Hồ sơ {old.Code} đã thu {Amounts.Show(old.AmountPaid)} đồng. Hủy biên lai (trong ngày) hoặc hoàn tiền trước khi thay thế giấy tiếp nhận.",
                $"{Amounts.Show(old.AmountPaid)} đồng were paid on {old.Code}. Cancel the receipt for money or refund it before superseding."));
        return new SupersededReceipt(old.InstanceId, old.Code, OpenDossier.Reason(reception.SupersedeReason));
    }

    /// <summary>Has the old dossier told, once the new one stands.</summary>
    internal static void Announce(Step step, DossierReceived received, Actor actor)
    {
        if (received.Supersedes is { } old)
            step.Enqueue(Topic, old.DossierId, OfficeJson.Write(new DossierSuperseded(
                step.InstanceId, received.Code, received.TrackingSecret, old.Reason, actor.Name)));
    }

    private static RejectedException Unknown() => new("supersede-unknown", new Text(
        "Giấy tiếp nhận cần thay thế không còn mở. Mở lại hồ sơ đó để xem.", "The receipt to be superseded is no longer open. Look at its dossier."));
}
