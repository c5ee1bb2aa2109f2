using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Queue.Serving;

/// <summary>A dossier received from the person who came with a number.</summary>
public sealed class TicketDossierRow : IInstanceRow
{
    public required string AgencyId { get; init; }
    public required string TicketId { get; init; }
    public required string DossierId { get; init; }
    public required string InstanceId { get; init; }
}

internal sealed class TicketDossierTable : IEntityTypeConfiguration<TicketDossierRow>
{
    public void Configure(EntityTypeBuilder<TicketDossierRow> builder)
    {
        builder.HasKey(link => new { link.AgencyId, link.TicketId, link.DossierId });
        builder.HasIndex(link => new { link.AgencyId, link.DossierId });
    }
}
