using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Organisation;

/// <summary>A role handed to another person by a numbered document, for a time and a scope ("ủy quyền").</summary>
/// <remarks>Only a role held in one's own right can be delegated: what was delegated is not passed on (SoD-9).</remarks>
public sealed class Delegation : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }
    public required string FromPersonId { get; init; }
    public required string ToPersonId { get; init; }
    public required string Role { get; init; }
    public string? UnitCode { get; init; }

    /// <summary>The procedure the delegation is limited to; null for every procedure.</summary>
    public string? ProcedureCode { get; init; }

    public required DateOnly FromOn { get; init; }
    public required DateOnly ToOn { get; init; }

    /// <summary>Number and symbol of the authorising document, for example <c>12/GUQ-UBND</c>.</summary>
    public required string DocumentNumber { get; init; }
    public required DateOnly DocumentOn { get; init; }

    public required string ApprovedBy { get; init; }
    public required DateTimeOffset ApprovedAt { get; init; }
    public string? RevokedBy { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    string ILogged.Subject => ToPersonId;

    string ILogged.Called => DocumentNumber;

    /// <summary>Whether the delegation is in force on that day, first and last day included.</summary>
    public bool HoldsOn(DateOnly day) => RevokedAt is null && FromOn <= day && day <= ToOn;
}

internal sealed class DelegationTable : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.HasKey(delegation => new { delegation.AgencyId, delegation.Id });
        builder.HasIndex(delegation => new { delegation.AgencyId, delegation.ToPersonId });
    }
}
