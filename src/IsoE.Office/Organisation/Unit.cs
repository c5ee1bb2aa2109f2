using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Organisation;

/// <summary>A division or counter of an agency, for example <c>one-stop</c> or <c>economy</c>, as it stands in one period.</summary>
public sealed class Unit : IPeriod, ILogged
{
    public required string AgencyId { get; init; }
    public required string Code { get; init; }
    public required string NameVi { get; set; }
    public required string NameEn { get; set; }
    public string? ParentCode { get; set; }
    public required DateOnly FromOn { get; init; }
    public DateOnly? ToOn { get; set; }
    public string? SuccessorCode { get; set; }

    public Text Name => new(NameVi, NameEn);

    string ILogged.Subject => Code;

    string ILogged.Called => NameVi;
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.HasKey(unit => new { unit.AgencyId, unit.Code, unit.FromOn });
        builder.Ignore(unit => unit.Name);
    }
}
