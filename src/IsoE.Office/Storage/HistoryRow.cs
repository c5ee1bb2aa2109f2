using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Storage;

/// <summary>One fact in the life of an instance. Written once; the database refuses to change or delete it, except that its data can be erased.</summary>
public sealed class HistoryRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>1, 2, 3, ... without gaps in the instance.</summary>
    public required long Sequence { get; init; }

    /// <summary>Type name of the event, for example <c>DossierReceived</c> or <c>ActivitySuspended</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The event as canonical JSON; <c>{}</c> once it was erased lawfully.</summary>
    public required string Data { get; init; }

    /// <summary>Random bytes that keep the digest from giving the data away; null once they were erased.</summary>
    public byte[]? DataNonce { get; init; }

    /// <summary>SHA-256 of the random bytes and the data; it stays when they are erased.</summary>
    public required byte[] DataDigest { get; init; }

    /// <summary>When it happened, UTC, to the microsecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person who acted, or <c>system</c>.</summary>
    public required string ActorId { get; init; }

    /// <summary>Idempotency key of the step, on the step's first row; null on its other rows.</summary>
    public string? CommandId { get; init; }

    /// <summary>Hash of the row before it in the instance; 32 zero bytes on the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>SHA-256 of the row, see <see cref="HistoryChain"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>True when the law has had the content taken away and only its place in the history is left.</summary>
    public bool IsErased => DataNonce is null;
}

internal sealed class HistoryRowMapping : IEntityTypeConfiguration<HistoryRow>
{
    public void Configure(EntityTypeBuilder<HistoryRow> row)
    {
        row.HasKey(h => new { h.AgencyId, h.InstanceId, h.Sequence });
        row.HasIndex(h => new { h.AgencyId, h.InstanceId, h.CommandId }).IsUnique().HasFilter("command_id IS NOT NULL");
        row.Ignore(h => h.IsErased);
        row.IsAppendOnly(
            $"OLD.data_nonce IS NOT NULL AND NEW.data_nonce IS NULL AND NEW.data = '{HistoryChain.ErasedData}' AND OLD.type <> '{HistoryChain.Erasure}'",
            nameof(HistoryRow.Data), nameof(HistoryRow.DataNonce));
    }
}
