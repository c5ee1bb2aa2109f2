using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Messages.Inbound;

/// <summary>An SMS that came in and how it was answered; kept for ninety days. Of no single agency: all share one number.</summary>
public sealed class InboundSmsRow
{
    /// <summary>The provider's id: the same SMS told again has the same.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the sender as <see cref="Addresses"/> writes it; as it came for one that is no telephone number.</summary>
    public required string Sender { get; init; }

    public required string Said { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null when it was not answered: too many came from the number, or no person sent it.</summary>
    public string? Reply { get; init; }
}

internal sealed class InboundSmsRowMapping : IEntityTypeConfiguration<InboundSmsRow>
{
    public void Configure(EntityTypeBuilder<InboundSmsRow> row)
    {
        row.HasKey(sms => sms.Id);
        row.HasIndex(sms => new { sms.Sender, sms.ReceivedAt });
        row.HasIndex(sms => sms.ReceivedAt);
    }
}
