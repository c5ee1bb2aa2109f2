using IsoE.Office.Calendars;
using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Messages;

/// <summary>Keeps the messages that procedures ask for, and those on expired texts, and has them sent after the commit.</summary>
internal sealed class MessageProjection : IProjection
{
    /// <summary>Outbox topic under which messages wait to be sent.</summary>
    public const string SendTopic = "send-message";

    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case NotificationRequested asked: Keep(step, recorded, asked.To, asked.Subject, asked.Message); break;
            case ExternalDocumentExpired e: Keep(step, recorded, $"role:{Roles.IsoSecretary}", Subject(e), Message(e)); break;
        }
    }

    private static void Keep(Step step, RecordedEvent recorded, string to, Text subject, Text message)
    {
        var row = new MessageRow
        {
            AgencyId = step.AgencyId,
            Id = MessageRow.IdOf(step.InstanceId, recorded.Sequence),
            InstanceId = step.InstanceId,
            Recipient = to,
            Subject = subject.Vi,
            Body = message.Vi,
            Status = MessageState.Pending,
            RequestedAt = recorded.At,
        };
        step.Insert(row);
        step.Enqueue(SendTopic, row.Id, "{}");
    }

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
