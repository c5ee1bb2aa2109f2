using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Queue.Setup;

/// <summary>A line people queue in: one or more fields of procedures under one prefix letter.</summary>
public sealed class QueueField : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }
    public required string Code { get; init; }

    /// <summary>The letter before the three digits of a number.</summary>
    public required string Prefix { get; set; }
    public required string NameVi { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Fields of procedures it serves, by their Vietnamese names, separated by semicolons.</summary>
    public required string Procedures { get; set; }

    /// <summary>Whether numbers are given out and appointments made for it.</summary>
    public required bool IsOpen { get; set; }

    public Text Name => new(NameVi, NameEn);

    public IReadOnlyList<string> ProcedureFields => Procedures.Split(';', StringSplitOptions.RemoveEmptyEntries);

    string ILogged.Subject => Code;

    string ILogged.Called => NameVi;
}

internal sealed class QueueFieldTable : IEntityTypeConfiguration<QueueField>
{
    public void Configure(EntityTypeBuilder<QueueField> builder)
    {
        builder.HasKey(field => new { field.AgencyId, field.Code });
        builder.HasIndex(field => new { field.AgencyId, field.Prefix }).IsUnique();
        builder.Ignore(field => field.Name);
        builder.Ignore(field => field.ProcedureFields);
    }
}
