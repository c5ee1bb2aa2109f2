using IsoE.Office.Instances;

namespace IsoE.Office.Cashiers;

/// <summary>Keeps the rows of payment notices.</summary>
internal sealed class NoticeProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case PaymentNoticeReceived e: step.Insert(Begin(step, e, recorded)); break;
            case PaymentNoticeUsed e:
                Change(step, row => (row.State, row.DossierCode, row.Owed, row.ReceiptNumber) = (NoticeState.Used, e.DossierCode, e.Owed, e.ReceiptNumber));
                break;
            case PaymentNoticeClosed e: Change(step, row => (row.State, row.Note) = (NoticeState.Closed, $"{e.ByName}: {e.Reason}")); break;
        }
    }

    private static PaymentNoticeRow Begin(Step step, PaymentNoticeReceived e, RecordedEvent recorded) => new()
    {
        AgencyId = step.AgencyId,
        InstanceId = step.InstanceId,
        NoticeId = e.NoticeId,
        Amount = e.Amount,
        Message = e.Message,
        Reference = e.Reference,
        PaidAt = e.PaidAt,
        ReceivedAt = recorded.At,
        State = NoticeState.Waiting,
        DossierCode = e.DossierCode,
        Owed = e.Owed,
    };

    private static void Change(Step step, Action<PaymentNoticeRow> change)
    {
        var row = step.All<PaymentNoticeRow>().Single();
        change(row);
        step.Update(row);
    }
}
