using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Storage.Attachments;

/// <summary>A file that somebody outside sends piece by piece, for a dossier that is being prepared.</summary>
public sealed class UploadRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }

    /// <summary>Id of what it is for; whoever may work on that may send it.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Component it is, or null.</summary>
    public string? Component { get; init; }

    public required string Name { get; init; }

    /// <summary>Bytes, as announced.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Hash in the <see cref="AttachmentStore"/>; null while it is not complete.</summary>
    public string? Sha256 { get; set; }

    public string? ContentType { get; set; }

    /// <summary>The complete file; null while it is not.</summary>
    public StoredFile? Stored => Sha256 is null ? null : new StoredFile(Sha256, Name, ContentType!, Size);
}

internal sealed class UploadRowMapping : IEntityTypeConfiguration<UploadRow>
{
    public void Configure(EntityTypeBuilder<UploadRow> row)
    {
        row.HasKey(upload => new { upload.AgencyId, upload.Id });
        row.HasIndex(upload => new { upload.AgencyId, upload.OwnerId });
        row.HasIndex(upload => upload.Sha256);
        row.HasIndex(upload => upload.BegunAt);
        row.Ignore(upload => upload.Stored);
    }
}
