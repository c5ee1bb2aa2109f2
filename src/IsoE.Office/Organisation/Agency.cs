using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Organisation;

/// <summary>An agency that uses the system: the tenant every other row belongs to.</summary>
/// <remarks>
/// Agencies themselves are visible to all agencies: a dossier may be handed over to any of them. Their id is the
/// identifier that leads their dossier codes, for example <c>H29.15</c>.
/// </remarks>
public sealed class Agency : ILogged
{
    public required string Id { get; init; }
    public required string NameVi { get; set; }
    public required string NameEn { get; set; }

    /// <summary>The agency one level above, which reads aggregates; null at the top.</summary>
    public string? ParentId { get; set; }

    /// <summary>A code of <see cref="AgencyKinds.Levels"/>.</summary>
    public required string Level { get; set; }

    /// <summary>A code of <see cref="AgencyKinds.All"/>. With the level it decides which procedures the agency settles.</summary>
    public required string Kind { get; set; }

    public string? Address { get; set; }
    public string? Phone { get; set; }
    public string? Place { get; set; }

    /// <summary>Whether only people who have confirmed that they have read a version may take its tasks.</summary>
    public bool RequiresAcknowledgement { get; set; }

    /// <summary>Where people submit online to the agency.</summary>
    public PortalMode PortalMode { get; set; } = PortalMode.Local;

    /// <summary>From and until when at night no messages leave, but for those somebody waits for; both null for none.</summary>
    public TimeOnly? QuietFrom { get; set; } = new(21, 0);
    public TimeOnly? QuietTo { get; set; } = new(7, 0);

    /// <summary>First and last day of existence; agencies are merged and split, old dossiers keep the old one.</summary>
    public required DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }
    public string? SuccessorId { get; set; }

    public Text Name => new(NameVi, NameEn);

    string ILogged.Subject => Id;

    string ILogged.Called => NameVi;
}

/// <summary>How an agency receives dossiers online.</summary>
public enum PortalMode
{
    /// <summary>On the pages of this system.</summary>
    Local,

    /// <summary>On the national portal, which hands them over and is told of every status.</summary>
    NationalSync,
}

internal sealed class AgencyTable : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.HasKey(agency => agency.Id);
        builder.Ignore(agency => agency.Name);
        builder.HasIndex(agency => agency.ParentId);
    }
}
