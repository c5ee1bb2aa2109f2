using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IsoE.Office.Cashiers;

public static class CashiersRegistration
{
    /// <summary>Taking money, its receipts and books, giving it back, closing the day.</summary>
    public static IServiceCollection AddCashiers(this IServiceCollection services)
    {
        services.TryAddSingleton(new PaymentAccounts([]));
        services.AddInstanceRows<ReceiptRow>(always: false);
        services.AddInstanceRows<RefundRow>(always: false);
        services.AddInstanceRows<ReceiptBookRow>(always: false);
        services.AddProjection<ReceiptProjection>();
        services.AddProjection<BookProjection>();
        services.AddProjection<CashDayProjection>();
        services.AddInstanceRows<PaymentNoticeRow>(always: false);
        services.AddProjection<NoticeProjection>();
        services.AddOfficeEvent<PaymentNoticeReceived>().AddOfficeEvent<PaymentNoticeUsed>().AddOfficeEvent<PaymentNoticeClosed>();
        services.AddOfficeEvent<ReceiptBookIssued>().AddOfficeEvent<ReceiptBookClosed>().AddOfficeEvent<CashDayClosed>();
        services.AddScoped<ITaskRule, FeeSegregation>();
        services.AddScoped<ITaskEntry, PaymentEntry>();
        services.AddScoped<IErasesBesides, EraseNotices>();
        services.AddScoped<CashDesk>();
        services.AddScoped<RecordPayment>();
        services.AddScoped<CancelReceipt>();
        services.AddScoped<ProposeRefund>();
        services.AddScoped<DecideRefund>();
        services.AddScoped<PayRefund>();
        services.AddScoped<IssueReceiptBook>();
        services.AddScoped<CloseReceiptBook>();
        services.AddScoped<ReadCashDay>();
        services.AddScoped<CloseCashDay>();
        services.AddScoped<ReceivePaymentNotice>();
        services.AddScoped<UsePaymentNotice>();
        services.AddScoped<ListPaymentNotices>();
        services.AddScoped<ListOwed>();
        services.AddScoped<SearchReceipts>();
        services.AddScoped<ListReceiptBooks>();
        services.AddScoped<ListRefunds>();
        return services;
    }
}
