using IsoE.Office.Instances;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Signatures;

/// <summary>A signature on a document of a dossier: a reading of <see cref="DocumentSigned"/>.</summary>
public sealed class SignedDocumentRow : IInstanceRow
{
    public required string AgencyId { get; init; }
    public required string InstanceId { get; init; }

    /// <summary>Place of the event in history.</summary>
    public required long Sequence { get; init; }

    /// <summary>Code of the record.</summary>
    public required string Record { get; init; }

    /// <summary>Id of the record when it was issued before it was signed; null for a result that is signed before it is issued.</summary>
    public string? RecordId { get; init; }

    public required bool IsSeal { get; init; }
    public required string Holder { get; init; }
    public required string Issuer { get; init; }
    public required string Before { get; init; }

    /// <summary>SHA-256 of the signed document, under which it is kept.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>The person who signed, or who put the seal.</summary>
    public required string SignedBy { get; init; }
}

internal sealed class SignedDocumentRowMapping : IEntityTypeConfiguration<SignedDocumentRow>
{
    public void Configure(EntityTypeBuilder<SignedDocumentRow> row)
    {
        row.HasKey(document => new { document.AgencyId, document.InstanceId, document.Sequence });
        row.HasIndex(document => document.Sha256);
    }
}

/// <summary>Keeps the list of signatures of a dossier.</summary>
internal sealed class SignedDocumentProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        if (recorded.Fact is not DocumentSigned signed) return;
        step.Insert(new SignedDocumentRow
        {
            AgencyId = step.AgencyId,
            InstanceId = step.InstanceId,
            Sequence = recorded.Sequence,
            Record = signed.Record,
            RecordId = signed.RecordId,
            IsSeal = signed.IsSeal,
            Holder = signed.Holder,
            Issuer = signed.Issuer,
            Before = signed.Before,
            Sha256 = signed.After,
            SignedAt = recorded.At,
            SignedBy = recorded.ActorId,
        });
    }
}
