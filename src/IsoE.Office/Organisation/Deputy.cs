using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Organisation;

/// <summary>A standing deputy ("cấp phó"): acts with a head's role and signs "KT." for them.</summary>
public sealed class Deputy : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }
    public required string HeadId { get; init; }
    public required string DeputyId { get; init; }

    /// <summary>The role of the head that the deputy shares.</summary>
    public required string Role { get; init; }

    public string? UnitCode { get; init; }
    public required DateOnly FromOn { get; init; }
    public DateOnly? ToOn { get; set; }

    string ILogged.Subject => DeputyId;

    string ILogged.Called => Role;

    /// <summary>Whether the deputy stands in on that day, first and last day included.</summary>
    public bool HoldsOn(DateOnly day) => FromOn <= day && (ToOn is null || day <= ToOn);
}

internal sealed class DeputyTable : IEntityTypeConfiguration<Deputy>
{
    public void Configure(EntityTypeBuilder<Deputy> builder)
    {
        builder.HasKey(deputy => new { deputy.AgencyId, deputy.Id });
        builder.HasIndex(deputy => new { deputy.AgencyId, deputy.DeputyId });
    }
}
