using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Dossiers.Post;

/// <summary>Where a consignment is.</summary>
public enum PostState
{
    Ordered,
    PickedUp,
    OnTheWay,
    Delivered,

    /// <summary>It could not be delivered and is back at the agency.</summary>
    SentBack,
}

/// <summary>A result sent by public post: the fold of the events of its dossier.</summary>
public sealed class PostOrderRow : IInstanceRow
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }
    public required string InstanceId { get; init; }
    public required string Sender { get; init; }
    public required string Receiver { get; init; }
    public required string Phone { get; init; }
    public required string Address { get; init; }

    /// <summary>Whole đồng, paid by the receiver.</summary>
    public required long Fee { get; init; }
    public required PostState State { get; set; }

    /// <summary>Given by the post at pick-up; null before.</summary>
    public string? TrackingNumber { get; set; }
    public required DateTimeOffset OrderedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Whether it is neither delivered nor sent back.</summary>
    public bool IsUnderway => State is PostState.Ordered or PostState.PickedUp or PostState.OnTheWay;
}

/// <summary>What the states are called.</summary>
public static class PostStates
{
    public static Text NameOf(PostState state) => state switch
    {
        PostState.Ordered => new Text("Đã đặt, chờ bưu tá lấy", "Ordered, to be picked up"),
        PostState.PickedUp => new Text("Bưu tá đã lấy", "Picked up"),
        PostState.OnTheWay => new Text("Đang chuyển phát", "On its way"),
        PostState.Delivered => new Text("Đã phát", "Delivered"),
        _ => new Text("Chuyển hoàn về cơ quan", "Sent back to the agency"),
    };
}

internal sealed class PostOrderTable : IEntityTypeConfiguration<PostOrderRow>
{
    public void Configure(EntityTypeBuilder<PostOrderRow> builder)
    {
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(order => order.Receiver).IsErasable(ErasableContent.Nobody);
        builder.Property(order => order.Phone).IsErasable("");
        builder.Property(order => order.Address).IsErasable("");
        builder.Property(order => order.TrackingNumber).IsErasable();
        builder.HasIndex(row => new { row.AgencyId, row.InstanceId });
    }
}
