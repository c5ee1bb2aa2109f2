using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Organisation;

/// <summary>Somebody who works at an agency. What they may do follows from their <see cref="PersonRole"/>s.</summary>
/// <remarks>A person who leaves keeps the row: history and records go on naming them.</remarks>
public sealed class Person : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }
    public required string FullName { get; set; }
    public string? UnitCode { get; set; }
    public string? PositionCode { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public required DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }

    string ILogged.Subject => Id;

    string ILogged.Called => FullName;

    /// <summary>Whether the person works at the agency on that day, first and last day included.</summary>
    public bool WorksOn(DateOnly day) => FromOn <= day && (ToOn is null || day <= ToOn);
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.HasKey(person => new { person.AgencyId, person.Id });
    }
}
