using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.DocumentControl;

/// <summary>A remark on a document; it has to be resolved before the document can be approved.</summary>
public sealed class CommentRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>What it is about: an activity id, <c>text:</c> and a part of the ISO text, or empty for all.</summary>
    public required string Anchor { get; init; }

    public required string Text { get; init; }

    public required string MadeBy { get; init; }

    public required string MadeByName { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>What was done about it; null while it is open.</summary>
    public string? Answer { get; set; }

    public string? ResolvedByName { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public bool IsOpen => ResolvedAt is null;
}

internal sealed class CommentRowMapping : IEntityTypeConfiguration<CommentRow>
{
    public void Configure(EntityTypeBuilder<CommentRow> row)
    {
        row.HasKey(c => new { c.AgencyId, c.Id });
        row.Ignore(c => c.IsOpen);
        row.HasIndex(c => new { c.AgencyId, c.InstanceId });
    }
}
