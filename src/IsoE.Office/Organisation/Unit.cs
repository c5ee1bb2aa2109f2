using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Organisation;

/// <summary>A division or counter of an agency, for example <c>one-stop</c> or <c>economy</c>.</summary>
public sealed class Unit : IBelongsToAgency
{
    public required string AgencyId { get; init; }
    public required string Code { get; init; }
    public required string NameVi { get; set; }
    public required string NameEn { get; set; }
    public string? ParentCode { get; set; }
    public required DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }

    public Text Name => new(NameVi, NameEn);
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.HasKey(unit => new { unit.AgencyId, unit.Code });
        builder.Ignore(unit => unit.Name);
    }
}
