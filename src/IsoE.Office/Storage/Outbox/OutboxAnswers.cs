namespace IsoE.Office.Storage.Outbox;

/// <summary>What a consumer throws when it is too early: the item comes again at <see cref="Until"/>, and no attempt is counted.</summary>
public sealed class DeliverLaterException(DateTimeOffset until, string why) : Exception(why)
{
    public DateTimeOffset Until { get; } = until;
}

/// <summary>What a consumer throws when trying again is of no use: the item is given up at once and shown to people.</summary>
public sealed class NotDeliverableException(string why) : Exception(why);
