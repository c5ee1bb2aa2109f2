using System.Text.RegularExpressions;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Cashiers;

/// <summary>A transfer as the bank tells of it.</summary>
/// <param name="Id">The bank's id of the notice: sent again, nothing happens twice.</param>
/// <param name="Amount">Whole đồng.</param>
/// <param name="Message">Message of the transfer; should name a dossier, and banks strip its signs.</param>
public sealed record PaymentNotice(string Id, long Amount, string Message, string Reference, DateTimeOffset PaidAt);

/// <summary>
/// Keeps a notice of payment first, then records it when it names a dossier and pays exactly what is owed. Everything else
/// waits for a cashier.
/// </summary>
public sealed partial class ReceivePaymentNotice(OfficeDb db, InstanceRunner instances, UsePaymentNotice use)
{
    /// <returns>How it stands.</returns>
    /// <exception cref="RejectedException"><c>notice-form</c>.</exception>
    public async Task<NoticeState> Run(string agencyId, PaymentNotice notice, CancellationToken cancel)
    {
        if (notice is not { Id.Length: > 0 and <= 100, Amount: > 0, Reference.Length: <= 100, Message.Length: <= 500 })
            throw new RejectedException("notice-form", new Text(
                "Thông báo thanh toán cần có id, số tiền lớn hơn 0, nội dung và mã giao dịch.",
                "A notice of payment needs an id, an amount above 0, a message and a reference."));
        var dossier = await Named(agencyId, notice.Message, cancel);
        var id = PaymentNoticeRow.IdOf(agencyId, notice.Id);
        await instances.Run(new StepRequest(agencyId, id, "receive", Actor.SystemId), step => step.Record(new PaymentNoticeReceived(
            notice.Id, notice.Amount, VietnameseText.Compose(notice.Message), notice.Reference, notice.PaidAt, dossier?.Code, dossier?.AmountOwed())), cancel);
        if (dossier is not null && dossier.AmountOwed() == notice.Amount) await Try(agencyId, id, dossier.Code, cancel);
        return await db.Set<PaymentNoticeRow>().AsNoTracking().Where(row => row.InstanceId == id).Select(row => row.State).SingleAsync(cancel);
    }

    /// <summary>The bank acts in the cashier's place; what the office refuses waits for a cashier.</summary>
    private async Task Try(string agencyId, string noticeId, string code, CancellationToken cancel)
    {
        var bank = new Actor(agencyId, Actor.SystemId, "Ngân hàng báo có", [new Grant(Roles.Cashier)]);
        try
        {
            await use.Run(bank, noticeId, code, cancel);
        }
        catch (RejectedException)
        {
            // Kept and shown to the cashiers, who are told the reason when they try it.
        }
    }

    /// <summary>The dossier a message names: its code with or without the signs between.</summary>
    private async Task<DossierRow?> Named(string agencyId, string message, CancellationToken cancel)
    {
        var bare = Signs().Replace(message, "").ToUpperInvariant();
        var prefix = Signs().Replace(agencyId, "").ToUpperInvariant();
        var at = bare.IndexOf(prefix, StringComparison.Ordinal);
        if (at < 0 || DayAndNumber().Match(bare[(at + prefix.Length)..]) is not { Success: true } found) return null;
        var (day, number) = (found.Groups[1].Value, found.Groups[2].Value);
        // What follows the number in the message may be digits too: the dossier that exists decides.
        var codes = Enumerable.Range(4, number.Length - 3).Select(length => $"{agencyId}-{day}-{number[..length]}").ToList();
        var named = await db.Set<DossierRow>().AsNoTracking().Where(row => codes.Contains(row.Code) && !row.IsInternal).ToListAsync(cancel);
        return named is [var only] ? only : null;
    }

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex Signs();

    [GeneratedRegex(@"\A(\d{6})(\d{4,7})")]
    private static partial Regex DayAndNumber();
}
