using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>How the events of a dossier make its row. The only place that sets a state of a dossier.</summary>
public static class Dossier
{
    /// <summary>The row after the event; the same object unless the event begins the dossier.</summary>
    /// <param name="row">Null before the first event.</param>
    public static DossierRow? Apply(DossierRow? row, string agencyId, string instanceId, RecordedEvent recorded)
    {
        if (recorded.Fact is DossierReceived received) return Begin(agencyId, instanceId, received, recorded);
        if (recorded.Fact is InternalDossierOpened opened) return InternalDossier.Begin(agencyId, instanceId, opened, recorded);
        if (recorded.Fact is DossierDestroyed destroyed) return destroyed.Left.ToRow(agencyId, instanceId, recorded.At, destroyed.List);
        if (recorded.Fact is PersonalDataErased erased) return erased.Left.ToRow(agencyId, instanceId, recorded.At, erased.List);
        if (row is null || recorded.Fact is not OfficeEvent fact) return row;
        Change(row, fact, recorded);
        row.UpdatedAt = recorded.At;
        row.NationalStatus = NationalStatus.Of(
            row.Business, row.AcceptedAt is not null, row.Money, row.Delivery, WaitsForPayment(row));
        KeepSync(row, fact, recorded);
        return row;
    }

    /// <summary>A fact that the portal is told of waits for its acknowledgement; that of an older one changes nothing.</summary>
    private static void KeepSync(DossierRow row, OfficeEvent fact, RecordedEvent recorded)
    {
        if (fact is NationalStatusAcknowledged acknowledged)
        {
            if (acknowledged.ToldSequence == row.SyncSequence) row.Sync = SyncState.Acknowledged;
            return;
        }
        if (fact is NationalCodeGiven given) row.NationalCode = given.Code;
        if (row.Sync is SyncState.Local && fact is not NationalSyncBegun) return;
        if (NationalSync.IsTold(fact)) (row.Sync, row.SyncSequence) = (SyncState.Pending, recorded.Sequence);
    }

    private static bool WaitsForPayment(DossierRow row) =>
        row.IsPaused && row.ReadPauses().Any(pause => pause.To is null && pause.WaitsFor == Pauses.Payment);

    private static DossierRow Begin(string agencyId, string instanceId, DossierReceived e, RecordedEvent recorded) => new()
    {
        AgencyId = agencyId,
        InstanceId = instanceId,
        Code = e.Code,
        ProcedureCode = e.ProcedureCode,
        ProcedureVersion = e.ProcedureVersion,
        CaseId = e.CaseId,
        Channel = e.Channel,
        ApplicantKind = e.Applicant.Kind,
        ApplicantName = e.Applicant.Name,
        IdentityNumber = e.Applicant.IdentityNumber,
        Phone = e.Applicant.Phone,
        Email = e.Applicant.Email,
        Address = e.Applicant.Address,
        Representative = e.Applicant.Representative,
        BirthOn = e.Applicant.BirthOn,
        SupersedesCode = e.Supersedes?.Code ?? e.Replaces?.Code,
        ReturnWay = e.ReturnWay,
        SearchText = SearchText.Of(e.Code, e.Applicant.Name, e.Applicant.Representative),
        Form = DossierJson.Write(e.Form),
        Components = DossierJson.Write(e.Components),
        Sets = e.Sets,
        Business = BusinessState.Registered,
        Money = MoneyState.None,
        Delivery = DeliveryState.None,
        Sync = SyncState.Local,
        NationalStatus = NationalStatus.Registered,
        LegalLimit = e.Limit,
        Prolongations = 0,
        ClockStart = e.ClockStart,
        ReceivedAt = recorded.At,
        PromisedAt = e.PromisedAt,
        OriginalPromisedAt = e.PromisedAt,
        Pauses = "[]",
        IsPaused = false,
        SupplementCount = 0,
        SupplementOverrides = 0,
        AmountDue = e.AmountDue ?? 0,
        StatutoryDue = e.StatutoryDue,
        AmountPaid = 0,
        TrackingSecret = e.TrackingSecret,
        Note = e.Note,
        ReceivedBy = recorded.ActorId,
        ParentAgencyId = e.ParentAgencyId,
        ParentInstanceId = e.ParentInstanceId,
        IsConfidential = e.IsConfidential,
        SubmittedBy = e.SubmittedBy,
        AwaitsCheck = e.SubmittedBy is not null,
        AnswerDueAt = e.AnswerDueAt,
        UpdatedAt = recorded.At,
    };

    private static void Change(DossierRow row, OfficeEvent fact, RecordedEvent recorded)
    {
        switch (fact)
        {
            case SubmissionAccepted: (row.AwaitsCheck, row.AnswerDueAt) = (false, null); break;
            case DossierAccepted e: Accept(row, e, recorded); break;
            case ProcessingStarted: row.Business = BusinessState.InProcess; break;
            case ComponentsChecked e: row.Components = DossierJson.Write(e.Components); break;
            case DossierRefused or DossierStopped or WithdrawalConfirmed: End(row, fact, recorded); break;
            case DossierSuperseded e:
                End(row, fact, recorded);
                (row.SupersededById, row.SupersededByCode, row.SupersededBySecret) = (e.ByDossierId, e.ByCode, e.ByTrackingSecret);
                break;
            case OriginalsReturned e: GiveBack(row, e); break;
            case ResultIssued e: Settle(row, e, recorded); break;
            case ResultReturned: Return(row, recorded); break;
            case ResultRecalled e: Recall(row, e, recorded); break;
            case WithdrawalRequested: AskWithdrawal(row); break;
            case WithdrawalRejected: RejectWithdrawal(row); break;
            case ExtensionGranted e: Extend(row, e, recorded); break;
            case PromisedDateMoved e: Move(row, e); break;
            case TermProlonged e: Prolong(row, e); break;
            case DossierMoved e: MoveVersion(row, e); break;
            default: ChangeSupplementOrMoney(row, fact, recorded); break;
        }
    }

    private static void ChangeSupplementOrMoney(DossierRow row, OfficeEvent fact, RecordedEvent recorded)
    {
        switch (fact)
        {
            case SupplementRequested e: AskSupplement(row, e, recorded); break;
            case SupplementReceived e: ReceiveSupplement(row, e); break;
            case SupplementLimitOverridden: row.SupplementOverrides++; break;
            case ClockPaused e: Pause(row, e, recorded); break;
            case ClockResumed e: Resume(row, e, recorded); break;
            case FeeSet e: (row.AmountDue, row.StatutoryDue, row.FeeSetBy) = (e.Amount, e.Statutory, recorded.ActorId); break;
            case PaymentRequested: row.Money = MoneyState.Requested; break;
            case PaymentReceived e: Pay(row, e, recorded); break;
            case ReceiptCancelled e: CancelReceipt(row, e); break;
            case RefundPaid e: Refund(row, e); break;
        }
    }

    private static void Accept(DossierRow row, DossierAccepted e, RecordedEvent recorded)
    {
        row.Business = BusinessState.Accepted;
        row.AcceptedAt = recorded.At;
        row.PromisedAt = row.OriginalPromisedAt = e.PromisedAt;
        row.NearlyDueAt = e.NearlyDueAt;
    }

    private static void End(DossierRow row, OfficeEvent fact, RecordedEvent recorded)
    {
        row.Business = fact switch
        {
            DossierRefused => BusinessState.Refused,
            WithdrawalConfirmed => BusinessState.Withdrawn,
            _ => BusinessState.Stopped,
        };
        row.BeforeWithdrawal = null;
        row.FinishedAt = recorded.At;
        (row.AwaitsCheck, row.AnswerDueAt, row.CompletionDueAt) = (false, null, null);
        if (row.Business == BusinessState.Refused && row.AcceptedAt is not null)
            (row.Delivery, row.SettledBy) = (DeliveryState.Ready, recorded.ActorId);
    }

    private static void Settle(DossierRow row, ResultIssued e, RecordedEvent recorded)
    {
        row.Business = BusinessState.Settled;
        row.ResultRecord = e.Record;
        row.Delivery = DeliveryState.Ready;
        row.FinishedAt = recorded.At;
        row.SettledBy = recorded.ActorId;
    }

    private static void Return(DossierRow row, RecordedEvent recorded)
    {
        if (row.Business is not (BusinessState.Refused or BusinessState.Stopped or BusinessState.Withdrawn))
            row.Business = BusinessState.Settled;
        row.Delivery = DeliveryState.Returned;
        row.ReturnedAt = recorded.At;
        row.ReturnedBy = recorded.ActorId;
        row.FinishedAt ??= recorded.At;
    }

    /// <summary>It stays settled, on the day on which it was: what has been reported of it does not change.</summary>
    private static void Recall(DossierRow row, ResultRecalled e, RecordedEvent recorded)
    {
        row.RecalledAt = recorded.At;
        (row.SupersededById, row.SupersededByCode, row.SupersededBySecret) = (e.ReplacementId, e.ReplacementCode, e.ReplacementSecret);
        if (!e.WasReturned) row.Delivery = DeliveryState.None;
    }

    private static void GiveBack(DossierRow row, OriginalsReturned e) => row.Components = DossierJson.Write(
        row.ReadComponents().Select(check => e.Components.Contains(check.ComponentId) ? check with { Held = 0 } : check));

    private static void AskWithdrawal(DossierRow row)
    {
        row.BeforeWithdrawal = row.Business;
        row.Business = BusinessState.WithdrawalAsked;
    }

    private static void RejectWithdrawal(DossierRow row)
    {
        row.Business = row.BeforeWithdrawal ?? BusinessState.InProcess;
        row.BeforeWithdrawal = null;
    }

    private static void Extend(DossierRow row, ExtensionGranted e, RecordedEvent recorded)
    {
        row.PromisedAt = e.To;
        row.NearlyDueAt = e.NearlyDueAt;
        row.ExtendedAt = recorded.At;
        row.ExtensionReason = e.Reason;
    }

    private static void Move(DossierRow row, PromisedDateMoved e)
    {
        row.PromisedAt = e.To;
        row.NearlyDueAt = e.NearlyDueAt;
        row.OriginalPromisedAt = e.OriginalTo;
    }

    private static void Prolong(DossierRow row, TermProlonged e)
    {
        row.Prolongations++;
        row.LegalLimit = e.ToLimit;
        row.OriginalPromisedAt = e.To;
        row.PromisedAt = row.ExtendedAt is not null && row.PromisedAt > e.To ? row.PromisedAt : e.To;
    }

    private static void MoveVersion(DossierRow row, DossierMoved e)
    {
        row.ProcedureVersion = e.ToVersion;
        if (e.Term is not { } term) return;
        row.LegalLimit = term.ToLimit;
        row.PromisedAt = term.To;
        row.NearlyDueAt = term.NearlyDueAt;
        row.OriginalPromisedAt = term.OriginalTo;
    }

    private static void AskSupplement(DossierRow row, SupplementRequested e, RecordedEvent recorded)
    {
        row.Business = BusinessState.AwaitingSupplement;
        row.AnswerDueAt = null;
        if (e.BeforeAcceptance)
        {
            row.CompletionDueAt = e.DueAt;
            return;
        }

        row.SupplementCount++;
        row.SupplementAskedAt ??= recorded.At;
    }

    private static void ReceiveSupplement(DossierRow row, SupplementReceived e)
    {
        if (row.Business == BusinessState.AwaitingSupplement) row.Business = row.AwaitsCheck ? BusinessState.Registered : BusinessState.InProcess;
        (row.AnswerDueAt, row.CompletionDueAt) = (e.AnswerDueAt, null);
        if (e.Components.Count > 0) row.Components = DossierJson.Write(e.Components);
    }

    private static void Pause(DossierRow row, ClockPaused e, RecordedEvent recorded)
    {
        var pauses = row.ReadPauses().Append(new(e.BookmarkId, e.ActivityInstanceId, e.WaitsFor, recorded.At, null));
        row.Pauses = DossierJson.Write(pauses);
        row.IsPaused = true;
    }

    private static void Resume(DossierRow row, ClockResumed e, RecordedEvent recorded)
    {
        var pauses = row.ReadPauses().Select(pause => pause.BookmarkId == e.BookmarkId && pause.To is null
            ? pause with { To = recorded.At }
            : pause).ToList();
        row.Pauses = DossierJson.Write(pauses);
        row.IsPaused = pauses.Exists(pause => pause.To is null);
        if (row.Business == BusinessState.AwaitingSupplement
            && !pauses.Exists(pause => pause.To is null && pause.WaitsFor == Pauses.Supplement))
            row.Business = BusinessState.InProcess;
    }

    private static void Pay(DossierRow row, PaymentReceived e, RecordedEvent recorded)
    {
        row.AmountPaid += e.Amount;
        row.Money = row.AmountPaid >= row.AmountDue ? MoneyState.Paid : MoneyState.Requested;
        row.ReceiptNumber = e.ReceiptNumber;
        row.CollectedBy = recorded.ActorId;
    }

    private static void CancelReceipt(DossierRow row, ReceiptCancelled e)
    {
        row.AmountPaid -= e.Amount;
        row.Money = row.AmountPaid > 0 ? MoneyState.Requested : MoneyState.Refunded;
        if (row.ReceiptNumber == e.ReceiptNumber) row.ReceiptNumber = null;
    }

    /// <summary>What is given back is no longer owed.</summary>
    private static void Refund(DossierRow row, RefundPaid e)
    {
        row.AmountPaid -= e.Amount;
        row.AmountDue = Math.Min(row.AmountDue, row.AmountPaid);
        row.StatutoryDue = Math.Min(row.StatutoryDue, row.AmountDue);
        row.Money = MoneyState.Refunded;
    }
}
