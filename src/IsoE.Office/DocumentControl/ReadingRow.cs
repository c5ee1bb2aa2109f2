using System.Globalization;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.DocumentControl;

/// <summary>A person on the distribution list of a version, and whether they have read it (ISO 9001:2015 clause 7.5.3.2 a).</summary>
public sealed class ReadingRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>The reading register of the version; its history is the evidence.</summary>
    public required string InstanceId { get; init; }

    public required string Code { get; init; }

    public required int Version { get; init; }

    public required string PersonId { get; init; }

    public required string PersonName { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When they said that they have read it; null before.</summary>
    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>Id of the reading register of a version in an agency.</summary>
    public static string RegisterOf(string agencyId, string code, int version) =>
        RowId.Of("reading", agencyId, code, version.ToString(CultureInfo.InvariantCulture));
}

internal sealed class ReadingRowMapping : IEntityTypeConfiguration<ReadingRow>
{
    public void Configure(EntityTypeBuilder<ReadingRow> row)
    {
        row.HasKey(r => new { r.AgencyId, r.Code, r.Version, r.PersonId });
        row.HasIndex(r => new { r.AgencyId, r.InstanceId });
        row.HasIndex(r => new { r.AgencyId, r.PersonId }).HasFilter("acknowledged_at IS NULL");
    }
}
