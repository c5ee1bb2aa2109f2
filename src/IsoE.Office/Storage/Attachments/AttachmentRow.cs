using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Storage.Attachments;

/// <summary>A file that belongs to a dossier. Its bytes lie in the <see cref="AttachmentStore"/> under their hash.</summary>
public sealed class AttachmentRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>Name the file had where it came from, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Media type found in the bytes themselves.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What the file is for: code of a component of the dossier, or null.</summary>
    public string? Component { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedBy { get; init; }
}

internal sealed class AttachmentRowMapping : IEntityTypeConfiguration<AttachmentRow>
{
    public void Configure(EntityTypeBuilder<AttachmentRow> row)
    {
        row.HasKey(a => new { a.AgencyId, a.Id });
        row.Property(a => a.Name).IsErasable(ErasableContent.Nobody);
        row.HasIndex(a => new { a.AgencyId, a.InstanceId });
        row.HasIndex(a => a.Sha256);
    }
}
