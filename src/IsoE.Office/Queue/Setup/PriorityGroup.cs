using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Queue.Setup;

/// <summary>People who are called before others, and the document that says so.</summary>
public sealed class PriorityGroup : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }
    public required string Code { get; init; }
    public required string NameVi { get; set; }
    public required string NameEn { get; set; }

    /// <summary>The document it rests on, as typed.</summary>
    public required string SourceVi { get; set; }

    /// <summary>Somebody has checked it against the document.</summary>
    public required bool IsVerified { get; set; }
    public required bool IsOpen { get; set; }

    public Text Name => new(NameVi, NameEn);

    public RowSource Source => new(new Text(SourceVi, SourceVi), IsVerified);

    string ILogged.Subject => Code;

    string ILogged.Called => NameVi;
}

internal sealed class PriorityGroupTable : IEntityTypeConfiguration<PriorityGroup>
{
    public void Configure(EntityTypeBuilder<PriorityGroup> builder)
    {
        builder.HasKey(group => new { group.AgencyId, group.Code });
        builder.Ignore(group => group.Name);
        builder.Ignore(group => group.Source);
    }
}
