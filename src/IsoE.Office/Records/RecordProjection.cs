using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Records;

/// <summary>Turns the events that are evidence into records, and has each printed after the commit.</summary>
internal sealed class RecordProjection(ProcedureLibraries libraries) : IProjection
{
    /// <summary>Outbox topic under which records wait to be printed.</summary>
    public const string PrintTopic = "print-record";

    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case DossierReceived { SubmittedBy: not null, Replaces: null }: Add(step, recorded, RecordCodes.Submission, new { }); break;
            case DossierAccepted when step.Find<DossierRow>() is { SubmittedBy: not null }: Add(step, recorded, RecordCodes.Receipt, new { }); break;
            case SupplementRequested { BeforeAcceptance: true } e: Add(step, recorded, RecordCodes.SupplementRequest, e); break;
            case DossierReceived { SubmittedBy: null } when !IsRefusedAtOnce(step): Add(step, recorded, RecordCodes.Receipt, new { }); break;
            case PaymentReceived e: Add(step, recorded, RecordCodes.MoneyReceipt, e); break;
            case ResultReturned { Receiver: not null } e when !IsInternal(step): Add(step, recorded, RecordCodes.HandOver, e); break;
            case OriginalsReturned e: Add(step, recorded, RecordCodes.HandOver, e); break;
            case DossierRefused { AtCounter: true } e: Add(step, recorded, RecordCodes.CounterRefusal, e); break;
            case ExtensionGranted e: Add(step, recorded, RecordCodes.Apology, e); break;
            case DossierStopped e when !IsIssuedByFlow(step) && !IsInternal(step): Add(step, recorded, RecordCodes.StopNotice, e); break;
            case ResultRecalled e: Add(step, recorded, RecordCodes.RecallNotice, e); break;
            case WithdrawalConfirmed e: Add(step, recorded, RecordCodes.StopNotice, e); break;
            case TransferPrepared: Add(step, recorded, RecordCodes.ArchiveRegister, new { }); break;
            case DisposalDone: Add(step, recorded, RecordCodes.DisposalMinutes, new { }); break;
            case RecordIssued e: AddIssued(step, recorded, e); break;
            case ActivityResumed e: AddOfStep(step, recorded, e); break;
            case RecordPrinted e: Stamp(step, e); break;
        }
    }

    /// <summary>Form 03 stands instead of Form 01, not beside it.</summary>
    private static bool IsRefusedAtOnce(Step step) => step.Events.Any(other => other.Fact is DossierRefused { AtCounter: true });

    private static bool IsIssuedByFlow(Step step) =>
        step.Events.Any(other => other.Fact is RecordIssued { Milestone: Milestones.Stopped });

    private static bool IsInternal(Step step) => step.Find<DossierRow>() is { IsInternal: true };

    private void AddIssued(Step step, RecordedEvent recorded, RecordIssued issued) =>
        Add(step, recorded, issued.Record, issued.Data, ActivityOf(issued.ActivityInstanceId));

    /// <summary>A step that declares a record leaves it when it is completed; forms with a template are issued by the flow.</summary>
    private void AddOfStep(Step step, RecordedEvent recorded, ActivityResumed resumed)
    {
        var id = ActivityOf(resumed.ActivityInstanceId);
        if (step.Definition.Activities.GetValueOrDefault(id)?.LiteralText("record") is { } code
            && !resumed.TimedOut
            && KindOf(step, code)?.Template is null)
            Add(step, recorded, code, resumed.Output, id);
    }

    private void Add(Step step, RecordedEvent recorded, string code, object data, string? activityId = null)
    {
        var kind = KindOf(step, code);
        var title = kind?.Name ?? RecordCodes.NameOf(code);
        var template = TemplateOf(kind, code);
        var signing = PaperSigning.Of(kind, template);
        var row = new RecordRow
        {
            AgencyId = step.AgencyId,
            Id = RecordRow.IdOf(step.InstanceId, recorded.Sequence),
            InstanceId = step.InstanceId,
            Sequence = recorded.Sequence,
            Code = code,
            TitleVi = title.Vi,
            TitleEn = title.En,
            Template = template,
            ActivityId = activityId,
            Data = DataOf(data),
            IssuedAt = recorded.At,
            IssuedBy = recorded.ActorId,
            SignedBy = signing?.By,
            IsSealed = signing?.Sealed ?? false,
        };
        step.Insert(row);
        step.Enqueue(PrintTopic, row.Id, "{}");
    }

    private static void Stamp(Step step, RecordPrinted printed)
    {
        var row = step.All<RecordRow>().Single(record => record.Id == printed.RecordId);
        row.Sha256 = printed.Sha256;
        step.Update(row);
    }

    private RecordKind? KindOf(Step step, string code) =>
        step.Instance is { DefinitionId: { } id, DefinitionVersion: { } version }
            ? libraries.Of(step.AgencyId).Get(id, version).Procedure.FindRecord(code)
            : null;

    private static string TemplateOf(RecordKind? kind, string code) => kind?.Template ?? code switch
    {
        RecordCodes.Submission => RecordTemplates.Submission,
        RecordCodes.Receipt => RecordTemplates.Receipt,
        RecordCodes.MoneyReceipt => RecordTemplates.MoneyReceipt,
        RecordCodes.HandOver => RecordTemplates.HandOver,
        RecordCodes.SupplementRequest => RecordTemplates.SupplementRequest,
        RecordCodes.CounterRefusal => RecordTemplates.CounterRefusal,
        RecordCodes.Apology => RecordTemplates.Apology,
        RecordCodes.StopNotice => RecordTemplates.StopNotice,
        RecordCodes.RecallNotice => RecordTemplates.RecallNotice,
        // A procedure may keep minutes of its own under the same name.
        RecordCodes.ArchiveRegister when kind is null => RecordTemplates.ArchiveRegister,
        RecordCodes.DisposalMinutes when kind is null => RecordTemplates.DisposalMinutes,
        _ => RecordTemplates.StepRecord,
    };

    private static string DataOf(object data) => data switch
    {
        JsonElement { ValueKind: JsonValueKind.Object } element => element.GetRawText(),
        JsonElement => "{}",
        OfficeEvent fact => OfficeEventTypes.Write(fact),
        _ => "{}",
    };

    private static string ActivityOf(string activityInstanceId) => activityInstanceId.Split('#')[0];
}
