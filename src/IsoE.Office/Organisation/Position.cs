using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Organisation;

/// <summary>An office a person holds, as it stands under a signature in one period: "Chủ tịch", "Phó Chủ tịch", "Chuyên viên".</summary>
public sealed class Position : IPeriod, ILogged
{
    public required string AgencyId { get; init; }
    public required string Code { get; init; }
    public required string NameVi { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Capacity before the signer's title: <c>TM.</c>, <c>KT.</c>, <c>TL.</c>, <c>TUQ.</c>, <c>Q.</c>; null for none.</summary>
    public string? SigningCapacity { get; set; }

    public required DateOnly FromOn { get; init; }
    public DateOnly? ToOn { get; set; }
    public string? SuccessorCode { get; set; }

    public Text Name => new(NameVi, NameEn);

    string ILogged.Subject => Code;

    string ILogged.Called => NameVi;
}

internal sealed class PositionTable : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.HasKey(position => new { position.AgencyId, position.Code, position.FromOn });
        builder.Ignore(position => position.Name);
    }
}
