using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Tasks;

/// <summary>Who did something on a dossier that the segregation of duties asks for and that is not a task.</summary>
public sealed class DeedRow : IInstanceRow
{
    public required string AgencyId { get; init; }
    public required string InstanceId { get; init; }

    /// <summary>Place in history of the event.</summary>
    public required long Sequence { get; init; }

    /// <summary>One of <see cref="Deeds"/>.</summary>
    public required string Kind { get; init; }

    public required string PersonId { get; init; }
}

internal sealed class DeedRowMapping : IEntityTypeConfiguration<DeedRow>
{
    public void Configure(EntityTypeBuilder<DeedRow> row) =>
        row.HasKey(deed => new { deed.AgencyId, deed.InstanceId, deed.Sequence });
}
