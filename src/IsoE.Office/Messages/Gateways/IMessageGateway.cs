namespace IsoE.Office.Messages.Gateways;

/// <summary>Hands messages of one channel to whoever carries them. One is chosen for each channel by configuration.</summary>
public interface IMessageGateway
{
    MessageChannel Channel { get; }

    /// <exception cref="IsoE.Office.Storage.Outbox.NotDeliverableException">It will never be taken: trying again is of no use.</exception>
    /// <exception cref="Exception">It was not taken now; it is sent again later.</exception>
    Task Send(OutgoingMessage message, CancellationToken cancel);
}

/// <summary>A message as it leaves.</summary>
/// <param name="Id">Identifies the message for good: a receiver that gets it twice can drop one.</param>
/// <param name="Addresses">E-mail addresses, or one telephone number beginning with 0.</param>
/// <param name="Subject">Null for SMS.</param>
/// <param name="OptOutLink">Where the receiver can end such messages; null for those that the law demands.</param>
public sealed record OutgoingMessage(string Id, IReadOnlyList<string> Addresses, string? Subject, string Text, string? OptOutLink);
