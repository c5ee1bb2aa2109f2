using IsoE.Office.Instances;

namespace IsoE.Office.Cashiers;

/// <summary>Keeps the rows of receipt books as their history tells.</summary>
internal sealed class BookProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case ReceiptBookIssued e: step.Insert(Begin(step, e, recorded)); break;
            case ReceiptBookClosed e: Close(step, e, recorded); break;
        }
    }

    private static ReceiptBookRow Begin(Step step, ReceiptBookIssued e, RecordedEvent recorded) => new()
    {
        AgencyId = step.AgencyId,
        Id = e.BookId,
        InstanceId = step.InstanceId,
        Symbol = e.Symbol,
        FromNumber = e.FromNumber,
        ToNumber = e.ToNumber,
        CashierId = e.CashierId,
        IssuedAt = recorded.At,
        IssuedBy = recorded.ActorId,
    };

    private static void Close(Step step, ReceiptBookClosed e, RecordedEvent recorded)
    {
        var book = step.All<ReceiptBookRow>().Single(row => row.Id == e.BookId);
        (book.ClosedAt, book.ClosedBy, book.CloseReason, book.LastUsed) = (recorded.At, recorded.ActorId, e.Reason, e.LastUsed);
        step.Update(book);
    }
}
