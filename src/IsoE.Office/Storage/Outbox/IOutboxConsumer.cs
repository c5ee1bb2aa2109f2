using IsoE.Workflows;

namespace IsoE.Office.Storage.Outbox;

/// <summary>Receives the outbox rows of one topic, after the commit of the step that wrote them.</summary>
/// <remarks>
/// At least once and in no promised order: a consumer must drop a key it has had before, which it gets for nothing
/// by using <see cref="OutboxItem.CommandId"/> as the command id of the step it runs. Leased anew for each item from
/// a scope in which the item's agency has been entered. An exception makes the item come again later;
/// <see cref="DeliverLaterException"/> says when, <see cref="NotDeliverableException"/> gives it up.
/// </remarks>
public interface IOutboxConsumer
{
    Task Deliver(OutboxItem item, CancellationToken cancel);
}

/// <summary>What is delivered.</summary>
/// <param name="InstanceId">The instance whose step enqueued it.</param>
/// <param name="Attempt">1 at the first delivery.</param>
public sealed record OutboxItem(string AgencyId, string InstanceId, string Topic, string Key, string Payload, int Attempt)
{
    /// <summary>The same at every redelivery.</summary>
    public string CommandId => $"{Topic}:{Key}";
}

/// <summary>Says which consumer receives a topic.</summary>
/// <param name="Name">What is being done, for people: "Gửi thư điện tử".</param>
public sealed record OutboxTopic(string Topic, Type Consumer, Text Name, OutboxLane Lane = OutboxLane.Quick);

/// <summary>Lanes are delivered side by side: a one-time code does not wait behind a thousand records to be printed.</summary>
public enum OutboxLane
{
    Quick,

    /// <summary>Seconds for an item, and nobody waits for it.</summary>
    Slow,
}
