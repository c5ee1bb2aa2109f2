using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Storage;

/// <summary>A key that protects cookies and form tokens. Kept in the database so that every node reads what another wrote.</summary>
public sealed class ProtectionKeyRow
{
    public required string Id { get; init; }

    public required string Xml { get; init; }
}

internal sealed class ProtectionKeyRowMapping : IEntityTypeConfiguration<ProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<ProtectionKeyRow> row) => row.HasKey(key => key.Id);
}
