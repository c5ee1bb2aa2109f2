using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Organisation;

/// <summary>A role of a person, in one unit or in the whole agency, from one day to another.</summary>
/// <remarks>A role that ends gets a last day and stays: who could do what on a past day remains readable.</remarks>
public sealed class PersonRole : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }
    public required string PersonId { get; init; }
    public required string Role { get; init; }

    /// <summary>The unit the role is limited to, with the units below it; null for the whole agency.</summary>
    public string? UnitCode { get; init; }

    /// <summary>The one procedure it is limited to; null for all.</summary>
    public string? ProcedureCode { get; init; }

    public required DateOnly FromOn { get; init; }
    public DateOnly? ToOn { get; set; }

    public required string GivenBy { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public string? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    string ILogged.Subject => PersonId;

    string ILogged.Called => Role;

    /// <summary>Whether the role is held on that day, first and last day included.</summary>
    public bool HoldsOn(DateOnly day) => FromOn <= day && (ToOn is null || day <= ToOn);
}

internal sealed class PersonRoleTable : IEntityTypeConfiguration<PersonRole>
{
    public void Configure(EntityTypeBuilder<PersonRole> builder)
    {
        builder.HasKey(role => new { role.AgencyId, role.Id });
        builder.HasIndex(role => new { role.AgencyId, role.PersonId });
        builder.HasIndex(role => new { role.AgencyId, role.Role });
    }
}
