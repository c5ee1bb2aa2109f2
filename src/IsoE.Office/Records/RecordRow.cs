using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Records;

/// <summary>A quality record that a dossier has left: evidence of what was done (ISO 9001 clause 7.5.3).</summary>
/// <remarks>
/// The row is a reading of the event at <see cref="Sequence"/>. Its PDF is made from the history up to that event,
/// kept under its hash, and the hash is written into the history.
/// </remarks>
public sealed class RecordRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>The instance's id, the letter r, and the place in history at which the record arose.</summary>
    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>Place in the history of the event that is the record.</summary>
    public required long Sequence { get; init; }

    /// <summary>Code of the record in the procedure's ISO text, for example <c>supplement-request</c>.</summary>
    public required string Code { get; init; }

    public required string TitleVi { get; init; }
    public required string TitleEn { get; init; }

    /// <summary>Name of the template that prints it.</summary>
    public required string Template { get; init; }

    /// <summary>Activity whose completion is the record; null for records of the dossier itself.</summary>
    public string? ActivityId { get; init; }

    /// <summary>JSON object of what the record says beyond the dossier's own data.</summary>
    public required string Data { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }
    public required string IssuedBy { get; init; }

    /// <summary>Who signs it now that it is issued: <see cref="PaperSigning.Issuer"/> or a role; null for nobody.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Whether the agency puts its signature beside that of <see cref="SignedBy"/>.</summary>
    public bool IsSealed { get; init; }

    /// <summary>SHA-256 of the PDF, lower-case hexadecimal; null while it has not been made, or waits for signatures.</summary>
    public string? Sha256 { get; set; }

    public Text Title => new(TitleVi, TitleEn);

    /// <summary>The id of the record that the event at <paramref name="sequence"/> is: the same after every rebuild.</summary>
    public static string IdOf(string instanceId, long sequence) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{instanceId}r{sequence}");

    /// <summary>The dossier a record belongs to; the id itself when it has not the form of one.</summary>
    public static string InstanceOf(string recordId) => recordId.Split('r')[0];
}

internal sealed class RecordRowMapping : IEntityTypeConfiguration<RecordRow>
{
    public void Configure(EntityTypeBuilder<RecordRow> row)
    {
        row.HasKey(record => new { record.AgencyId, record.Id });
        row.Property(record => record.Data).IsErasable("{}");
        row.Ignore(record => record.Title);
        row.HasIndex(record => new { record.AgencyId, record.InstanceId, record.Sequence });
        row.HasIndex(record => new { record.AgencyId, record.IssuedAt }).HasFilter("signed_by IS NOT NULL AND sha256 IS NULL");
        row.HasIndex(record => record.Sha256);
    }
}
