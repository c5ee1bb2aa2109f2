using IsoE.Office.Deadlines;
using IsoE.Office.Instances;

namespace IsoE.Office.Dossiers;

/// <summary>Keeps the dossier's row, and records what the events of its procedure mean for the dossier.</summary>
internal sealed class DossierProjection(DossierReactions reactions) : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        var row = step.Find<DossierRow>();
        var after = Dossier.Apply(row, step.AgencyId, step.InstanceId, recorded);
        if (after is null) return;
        if (row is null) step.Insert(after);
        else if (recorded.Fact is OfficeEvent) step.Update(after);
        reactions.To(step, after, recorded);
        KeepDeadline(step, after, recorded);
        KeepAnswerTerm(step, after, recorded);
        KeepCompletionTerm(step, recorded);
    }

    private static void KeepAnswerTerm(Step step, DossierRow row, RecordedEvent recorded)
    {
        if (recorded.Fact is DossierReceived or SupplementReceived && row.AnswerDueAt is { } due) AnswerDeadline.Set(step, due);
        else if (recorded.Fact is SubmissionAccepted or SupplementRequested or DossierRefused or DossierStopped or WithdrawalConfirmed) AnswerDeadline.Clear(step);
    }

    /// <summary>Equal is still in time: the term is missed with the next instant.</summary>
    private static void KeepCompletionTerm(Step step, RecordedEvent recorded)
    {
        if (recorded.Fact is SupplementRequested { BeforeAcceptance: true, DueAt: { } due }) EffectiveDate.Set(step, due.AddMicroseconds(1), StopUncompleted.Topic);
        else if (recorded.Fact is SupplementReceived or SubmissionAccepted or DossierRefused or DossierStopped or WithdrawalConfirmed) EffectiveDate.Clear(step);
    }

    /// <summary>The legal deadline rings only while the clock runs and the matter is open.</summary>
    private static void KeepDeadline(Step step, DossierRow row, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case DossierAccepted or ClockResumed or PromisedDateMoved or ExtensionGranted or DossierMoved { Term.To: not null }
                when row is { IsPaused: false, FinishedAt: null, PromisedAt: { } promised }:
                DossierDeadline.Set(step, row.NearlyDueAt, promised);
                break;
            case OfficeEvent when row.IsPaused || row.FinishedAt is not null:
                DossierDeadline.Clear(step);
                break;
        }
    }
}
