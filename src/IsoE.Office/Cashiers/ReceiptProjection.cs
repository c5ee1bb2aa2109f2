using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;

namespace IsoE.Office.Cashiers;

/// <summary>Keeps the receipts, the journals of the cashiers and the refunds as the history of dossiers tells.</summary>
internal sealed class ReceiptProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case PaymentReceived e: Receive(step, e, recorded); break;
            case ReceiptCancelled e: Cancel(step, e, recorded); break;
            case RefundProposed e: Propose(step, e, recorded); break;
            case RefundDecided e: Decide(step, e, recorded); break;
            case RefundPaid e: Pay(step, e, recorded); break;
        }
    }

    private static void Receive(Step step, PaymentReceived e, RecordedEvent recorded)
    {
        var dossier = OpenDossier.Get(step);
        step.Insert(new ReceiptRow
        {
            AgencyId = step.AgencyId,
            Number = e.ReceiptNumber,
            InstanceId = step.InstanceId,
            DossierCode = dossier.Code,
            Payer = dossier.ApplicantName,
            Amount = e.Amount,
            Statutory = e.Statutory,
            Means = e.Means,
            Reference = e.Reference,
            CashierId = recorded.ActorId,
            BookId = e.BookId,
            IssuedAt = recorded.At,
            IssuedOn = VietnamTime.DateOf(recorded.At),
            Refunded = 0,
        });
        Enter(step, recorded, recorded.ActorId, VietnamTime.DateOf(recorded.At), e.Line, CashMovement.Received, e.ReceiptNumber, e.Means, e.Amount, e.Statutory);
    }

    private static void Cancel(Step step, ReceiptCancelled e, RecordedEvent recorded)
    {
        var receipt = step.All<ReceiptRow>().Single(row => row.Number == e.ReceiptNumber);
        (receipt.CancelledAt, receipt.CancelledBy, receipt.CancelReason) = (recorded.At, recorded.ActorId, e.Reason);
        step.Update(receipt);
        Enter(step, recorded, e.CashierId, receipt.IssuedOn, e.Line, CashMovement.Cancelled, receipt.Number, receipt.Means, -receipt.Amount, -receipt.Statutory);
    }

    private static void Propose(Step step, RefundProposed e, RecordedEvent recorded) => step.Insert(new RefundRow
    {
        AgencyId = step.AgencyId,
        Id = e.RefundId,
        InstanceId = step.InstanceId,
        DossierCode = OpenDossier.Get(step).Code,
        ReceiptNumber = e.ReceiptNumber,
        Amount = e.Amount,
        Reason = e.Reason,
        State = RefundState.Proposed,
        ProposedBy = recorded.ActorId,
        ProposedAt = recorded.At,
    });

    private static void Decide(Step step, RefundDecided e, RecordedEvent recorded)
    {
        var refund = step.All<RefundRow>().Single(row => row.Id == e.RefundId);
        (refund.State, refund.DecidedBy, refund.DecidedAt, refund.DecisionNote) =
            (e.IsApproved ? RefundState.Approved : RefundState.Refused, recorded.ActorId, recorded.At, e.Note);
        step.Update(refund);
    }

    private static void Pay(Step step, RefundPaid e, RecordedEvent recorded)
    {
        var refund = step.All<RefundRow>().Single(row => row.Id == e.RefundId);
        (refund.State, refund.PaidBy, refund.PaidAt) = (RefundState.Paid, recorded.ActorId, recorded.At);
        step.Update(refund);
        var receipt = step.All<ReceiptRow>().Single(row => row.Number == e.ReceiptNumber);
        receipt.Refunded += e.Amount;
        step.Update(receipt);
        Enter(step, recorded, recorded.ActorId, VietnamTime.DateOf(recorded.At), e.Line, CashMovement.Refunded, e.ReceiptNumber, e.Means, -e.Amount, -e.Statutory);
    }

    private static void Enter(
        Step step, RecordedEvent recorded, string cashierId, DateOnly on, long line, CashMovement movement, string receipt, string means, long amount, long statutory) =>
        step.Insert(new CashEntryRow
        {
            AgencyId = step.AgencyId,
            CashierId = cashierId,
            DayOn = on,
            Line = line,
            InstanceId = step.InstanceId,
            Movement = movement,
            ReceiptNumber = receipt,
            Means = means,
            Amount = amount,
            Statutory = statutory,
            At = recorded.At,
        });
}
