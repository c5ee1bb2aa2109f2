using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Procedures;

/// <summary>
/// A version of a procedure that an agency has published itself. Immutable: the database refuses to change or delete it,
/// because dossiers run on it and what ran stays readable for ever.
/// </summary>
public sealed class PublishedProcedureRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }

    public required string Code { get; init; }

    public required int Version { get; init; }

    /// <summary>The workflow definition: Elsa 3 JSON, byte for byte as approved.</summary>
    public required string Flow { get; init; }

    /// <summary>The ISO text: front matter and Markdown, as approved.</summary>
    public required string Text { get; init; }

    /// <summary>JSON of the <see cref="ControlPage"/> that the system has filled in: number, issue, who signed when.</summary>
    public required string Control { get; init; }

    /// <summary>First day on which dossiers are received under it, in the agency's zone.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The document whose life led here; its instance holds the history.</summary>
    public required string DocumentId { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}

internal sealed class PublishedProcedureRowMapping : IEntityTypeConfiguration<PublishedProcedureRow>
{
    public void Configure(EntityTypeBuilder<PublishedProcedureRow> row)
    {
        row.HasKey(p => new { p.AgencyId, p.Code, p.Version });
        row.IsAppendOnly();
    }
}
