using IsoE.Office.Instances;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>A piece of evidence of a nonconformity report or an audit: the fold of <see cref="EvidenceAdded"/>.</summary>
public sealed class EvidenceRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>The dossier of the report or the audit.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Its place in the history of that dossier.</summary>
    public required long Number { get; init; }
    public string? TriggerId { get; init; }
    public string? Cause { get; init; }
    public string? DossierCode { get; init; }
    public long? Sequence { get; init; }
    public required string Text { get; init; }
    public string? ByName { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class EvidenceRowMapping : IEntityTypeConfiguration<EvidenceRow>
{
    public void Configure(EntityTypeBuilder<EvidenceRow> row)
    {
        row.HasKey(evidence => new { evidence.AgencyId, evidence.InstanceId, evidence.Number });
        row.Property(evidence => evidence.Text).IsErasable("");
        row.HasIndex(evidence => new { evidence.AgencyId, evidence.Cause });
    }
}

internal sealed class EvidenceProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        if (recorded.Fact is not EvidenceAdded e) return;
        step.Insert(new EvidenceRow
        {
            AgencyId = step.AgencyId,
            InstanceId = step.InstanceId,
            Number = recorded.Sequence,
            TriggerId = e.Trigger,
            Cause = e.Cause,
            DossierCode = e.DossierCode,
            Sequence = e.Sequence,
            Text = e.Text,
            ByName = e.By,
            AddedAt = recorded.At,
        });
    }
}
