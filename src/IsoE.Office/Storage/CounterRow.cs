using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Storage;

/// <summary>The last number given out in a series, for example dossier codes of one year. Series have no gaps.</summary>
public sealed class CounterRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }

    public required string Series { get; init; }

    public required long Value { get; set; }
}

internal sealed class CounterRowMapping : IEntityTypeConfiguration<CounterRow>
{
    public void Configure(EntityTypeBuilder<CounterRow> row) => row.HasKey(c => new { c.AgencyId, c.Series });
}
