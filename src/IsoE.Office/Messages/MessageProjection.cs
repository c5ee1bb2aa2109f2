using IsoE.Office.Instances;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Messages;

/// <summary>Keeps the messages that procedures ask for, and has them sent after the commit.</summary>
internal sealed class MessageProjection : IProjection
{
    /// <summary>Outbox topic under which messages wait to be sent.</summary>
    public const string SendTopic = "send-message";

    public void Apply(Step step, RecordedEvent recorded)
    {
        if (recorded.Fact is not NotificationRequested asked)
            return;
        var row = new MessageRow
        {
            AgencyId = step.AgencyId,
            Id = MessageRow.IdOf(step.InstanceId, recorded.Sequence),
            InstanceId = step.InstanceId,
            Recipient = asked.To,
            Subject = asked.Subject.Vi,
            Body = asked.Message.Vi,
            Status = MessageState.Pending,
            RequestedAt = recorded.At,
        };
        step.Insert(row);
        step.Enqueue(SendTopic, row.Id, "{}");
    }
}
