using IsoE.Office.Calendars;
using IsoE.Office.Deadlines;
using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Post;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Messages;

/// <summary>Keeps the messages that procedures and the life of a dossier ask for, and has them sent after the commit.</summary>
internal sealed class MessageProjection : IProjection
{
    /// <summary>Outbox topic under which messages wait to be sent.</summary>
    public const string SendTopic = "send-message";

    private const string Applicant = "applicant";

    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case NotificationRequested { To: Applicant } e: Tell(step, recorded, MessageKinds.Notice, Words(e.Subject, e.Message)); break;
            case NotificationRequested e: TellOfficers(step, recorded, e.To, Words(e.Subject, e.Message)); break;
            case ExternalDocumentExpired e: TellOfficers(step, recorded, $"role:{Roles.IsoSecretary}", Words(Subject(e), Message(e))); break;
            case DossierAccepted { PromisedAt: { } promised } when CanBeTold(step): Tell(step, recorded, MessageKinds.Accepted, Promise(promised)); break;
            case DossierReceived { Replaces: { } wrong } e: Tell(step, recorded, MessageKinds.Notice, Words(Recalled(wrong, e))); break;
            case ExtensionGranted e: Tell(step, recorded, MessageKinds.Extended, [.. Promise(e.To), new("reason", e.Reason)]); break;
            case ResultReturned when CanBeTold(step) && step.Find<DossierRow>() is { IsConfidential: false }: Tell(step, recorded, MessageKinds.Survey, []); break;
            case CollectionReminded e: Tell(step, recorded, MessageKinds.Uncollected, [new("days", $"{e.Day}")]); break;
            case SupplementRequested { BeforeAcceptance: true } e: Tell(step, recorded, MessageKinds.Notice, Words(SubmissionTexts.SentBack(e, Dossier(step)))); break;
            case DossierRefused { AtCounter: true } e when Dossier(step).SubmittedBy is not null: Tell(step, recorded, MessageKinds.Notice, Words(SubmissionTexts.Refused(e, Dossier(step)))); break;
            case DossierStopped e when Dossier(step) is { SubmittedBy: not null, AcceptedAt: null }: Tell(step, recorded, MessageKinds.Notice, Words(SubmissionTexts.Stopped(e, Dossier(step)))); break;
            case AnswerBecameOverdue e: TellOfficers(step, recorded, $"role:{Roles.OneStopHead}", Words(SubmissionTexts.Overdue(e, Dossier(step)))); break;
            case PaymentRequested { Amount: > 0 } e: Tell(step, recorded, MessageKinds.Payment, [new("amount", Amounts.Show(e.Amount))]); break;
        }
    }

    private static DossierRow Dossier(Step step) => step.Find<DossierRow>()!;

    private static KeyValuePair<string, string>[] Words((Text Subject, Text Message) told) => Words(told.Subject, told.Message);

    /// <summary>By SMS and by e-mail, whatever the applicant gave; one that gave nothing has to be called.</summary>
    private static void Tell(Step step, RecordedEvent recorded, string kind, KeyValuePair<string, string>[] values)
    {
        if (step.Find<DossierRow>() is not { IsInternal: false, ParentInstanceId: null } dossier) return;
        if (dossier.Phone is { Length: > 0 } phone) Keep(step, recorded, kind, Applicant, MessageChannel.Sms, phone, values);
        if (dossier.Email is { Length: > 0 } email) Keep(step, recorded, kind, Applicant, MessageChannel.Email, email, values);
        if (string.IsNullOrEmpty(dossier.Phone) && string.IsNullOrEmpty(dossier.Email))
            Keep(step, recorded, kind, Applicant, MessageChannel.Sms, null, values);
    }

    private static void TellOfficers(Step step, RecordedEvent recorded, string to, KeyValuePair<string, string>[] values) =>
        Keep(step, recorded, MessageKinds.OfficerNotice, to, MessageChannel.Email, null, values);

    private static void Keep(
        Step step, RecordedEvent recorded, string kind, string to, MessageChannel channel, string? address, KeyValuePair<string, string>[] values)
    {
        var isUnreachable = to == Applicant && address is null;
        var row = new MessageRow
        {
            AgencyId = step.AgencyId,
            Id = MessageRow.IdOf(step.InstanceId, recorded.Sequence, channel),
            InstanceId = step.InstanceId,
            Sequence = recorded.Sequence,
            Channel = channel,
            Kind = kind,
            Recipient = to,
            Address = address,
            TemplateValues = OfficeJson.Write(new Dictionary<string, string>(values)),
            Status = isUnreachable ? MessageState.NoAddress : MessageState.Pending,
            RequestedAt = recorded.At,
            StopSecret = Secrets.New(),
        };
        step.Insert(row);
        if (!isUnreachable) step.Enqueue(SendTopic, row.Id, "{}");
    }

    /// <summary>Whoever gave no address holds the receipt: nobody need be called for it.</summary>
    private static bool CanBeTold(Step step) =>
        step.Find<DossierRow>() is { } dossier && (dossier.Phone is { Length: > 0 } || dossier.Email is { Length: > 0 });

    private static KeyValuePair<string, string>[] Words(Text subject, Text message) => [new("subject", subject.Vi), new("message", message.Vi)];

    private static KeyValuePair<string, string>[] Promise(DateTimeOffset at) =>
        [new("promised", Wording.Moment(at).Vi), new("promisedShort", ShortMoments.Of(at))];

    private static (Text, Text) Recalled(RecalledResult wrong, DossierReceived anew) => (
        new Text($"Thu hồi, làm lại kết quả hồ sơ {wrong.Code}", $"The result of dossier {wrong.Code} is made anew"),
        new Text(
            $"Kết quả hồ sơ {wrong.Code} có sai sót và bị thu hồi. Cơ quan xin lỗi Ông/Bà và làm lại theo hồ sơ {anew.Code}; Ông/Bà không phải nộp thêm giấy tờ, phí, lệ phí.",
            $"The result of dossier {wrong.Code} was wrong and is recalled. The agency apologises and makes it anew by dossier {anew.Code}; no papers and no fees are asked for."));

    private static Text Subject(ExternalDocumentExpired e) => new($"{e.Number} đã hết hiệu lực", $"{e.Number} is no longer in force");

    private static Text Message(ExternalDocumentExpired e)
    {
        var (vi, en) = e.ReplacedBy is { } other ? ($" Văn bản thay thế: {other}.", $" {other} has taken its place.") : ("", "");
        var (first, codes) = (Wording.Date(e.LastDay.AddDays(1)), string.Join(", ", e.CitedBy));
        return new Text(
            $"{e.Number} hết hiệu lực từ {first}.{vi} {(codes.Length > 0 ? $"Quy trình viện dẫn cần rà soát: {codes}." : "Không có quy trình nào đang áp dụng viện dẫn văn bản này.")}",
            $"{e.Number} is not in force since {first}.{en} {(codes.Length > 0 ? $"Procedures to look at: {codes}." : "No procedure in force cites it.")}");
    }
}
