using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Queue.Setup;

/// <summary>A place where people are served, and the fields it calls for.</summary>
public sealed class QueueCounter : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }

    /// <summary>Its number, as written above it and called out.</summary>
    public required int Number { get; init; }
    public required string NameVi { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Codes of its fields, separated by semicolons.</summary>
    public required string Fields { get; set; }
    public required bool IsOpen { get; set; }

    public Text Name => new(NameVi, NameEn);

    public IReadOnlyList<string> FieldCodes => Fields.Split(';', StringSplitOptions.RemoveEmptyEntries);

    string ILogged.Subject => $"{Number}";

    string ILogged.Called => NameVi;
}

internal sealed class QueueCounterTable : IEntityTypeConfiguration<QueueCounter>
{
    public void Configure(EntityTypeBuilder<QueueCounter> builder)
    {
        builder.HasKey(counter => new { counter.AgencyId, counter.Number });
        builder.Ignore(counter => counter.Name);
        builder.Ignore(counter => counter.FieldCodes);
    }
}
