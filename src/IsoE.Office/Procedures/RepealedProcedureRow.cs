using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Procedures;

/// <summary>From this day on the agency receives no dossiers under the procedure; those received before run on.</summary>
/// <remarks>Append-only. A version published later with a later first day brings the procedure back.</remarks>
public sealed class RepealedProcedureRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }

    public required string Code { get; init; }

    /// <summary>First day without the procedure, in the agency's zone.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset RepealedAt { get; init; }
}

internal sealed class RepealedProcedureRowMapping : IEntityTypeConfiguration<RepealedProcedureRow>
{
    public void Configure(EntityTypeBuilder<RepealedProcedureRow> row)
    {
        row.HasKey(r => new { r.AgencyId, r.Code, r.EffectiveFrom });
        row.IsAppendOnly();
    }
}
