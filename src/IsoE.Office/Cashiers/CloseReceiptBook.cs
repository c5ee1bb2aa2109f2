using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Cashiers;

/// <summary>Closes a book of receipts; what it has not used goes back to the store and may be issued again.</summary>
public sealed class CloseReceiptBook(InstanceRunner instances)
{
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>reason-missing</c>, <c>book-unknown</c>, <c>book-closed</c>.
    /// </exception>
    public Task<StepResult> Run(Actor actor, string bookId, string reason, string commandId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ManageReceiptBooks);
        Permit.RefuseAdministrators(actor);
        var given = OpenDossier.Reason(reason);
        var request = new StepRequest(actor.AgencyId, ReceiptBookRow.InstanceOf(bookId), commandId, actor.PersonId)
        {
            Also = [typeof(ReceiptBookRow)],
        };
        return instances.Run(request, Decide, cancel);

        void Decide(Step step)
        {
            var book = step.All<ReceiptBookRow>().FirstOrDefault(row => row.Id == bookId)
                ?? throw new RejectedException("book-unknown", new Text("Không có quyển biên lai này.", "There is no such book of receipts."));
            if (book.ClosedAt is not null)
                throw new RejectedException("book-closed", new Text("Quyển biên lai này đã đóng.", "This book of receipts is closed already."));
            var used = step.LastNumber(book.Series);
            step.MoveSeries(book.Series, book.Count);
            step.Record(new ReceiptBookClosed(book.Id, book.FromNumber + used - 1, given));
        }
    }
}
