using IsoE.Office.Instances;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>Keeps the rows of hand-overs as their histories tell, has the package made and, once it is received, noted in each dossier.</summary>
internal sealed class TransferProjection : IProjection
{
    /// <summary>Outbox topic: a package is to be made.</summary>
    public const string PackTopic = "pack-transfer";

    /// <summary>Outbox topic: a hand-over has ended; its package goes, and its dossiers are told.</summary>
    public const string EndTopic = "end-transfer";

    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case TransferPrepared e: Prepare(step, recorded, e); break;
            case TransferPacked e:
                Change(step, row => (row.Status, row.PackageSha256, row.PackageSize) = (TransferStatus.Ready, e.Sha256, e.Size));
                break;
            case TransferReceived e: Answer(step, recorded, TransferStatus.Received, e.By, e.Note); break;
            case TransferSentBack e: Answer(step, recorded, TransferStatus.SentBack, e.By, e.Reason); break;
        }
    }

    private static void Prepare(Step step, RecordedEvent recorded, TransferPrepared e)
    {
        step.Insert(new TransferRow
        {
            AgencyId = step.AgencyId,
            InstanceId = step.InstanceId,
            Number = e.Number,
            Archive = e.Archive,
            Status = TransferStatus.Preparing,
            MadeBy = recorded.ActorId,
            MadeByName = e.By,
            MadeAt = recorded.At,
        });
        foreach (var dossier in e.Dossiers)
            step.Insert(new TransferLineRow
            {
                AgencyId = step.AgencyId,
                InstanceId = step.InstanceId,
                DossierId = dossier.DossierId,
                DossierCode = dossier.Code,
                ProcedureCode = dossier.ProcedureCode,
                ProcedureVersion = dossier.ProcedureVersion,
                ReceivedOn = dossier.ReceivedOn,
                FinishedOn = dossier.FinishedOn,
                IsPermanent = dossier.IsPermanent,
                EndsOn = dossier.EndsOn,
                Files = dossier.Files,
            });
        step.Enqueue(PackTopic, step.InstanceId, "{}");
    }

    private static void Answer(Step step, RecordedEvent recorded, TransferStatus status, string by, string? note)
    {
        Change(step, row => (row.Status, row.AnsweredByName, row.AnsweredAt, row.Note) = (status, by, recorded.At, note));
        step.Enqueue(EndTopic, step.InstanceId, "{}");
    }

    private static void Change(Step step, Action<TransferRow> change)
    {
        var row = step.Find<TransferRow>()!;
        change(row);
        step.Update(row);
    }
}
