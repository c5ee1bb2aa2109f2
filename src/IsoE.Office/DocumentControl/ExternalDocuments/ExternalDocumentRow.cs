using System.Text;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.DocumentControl.ExternalDocuments;

/// <summary>A text from outside as the agency's list has it (ISO 9001:2015 clause 7.5.3.2): the fold of its history.</summary>
public sealed class ExternalDocumentRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    public required string InstanceId { get; init; }

    public required string Number { get; set; }

    public required string TitleVi { get; set; }

    public required string TitleEn { get; set; }

    public required string Issuer { get; set; }

    public required ExternalKind Kind { get; set; }

    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>Last day in force; null while none is known.</summary>
    public DateOnly? EffectiveTo { get; set; }

    public string? ReplacedBy { get; set; }

    /// <summary>Where the values come from, in the form of <see cref="Source.Parse"/>.</summary>
    public required string Source { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string UpdatedByName { get; set; }

    /// <summary>Id of the text with this number at an agency; letters and spaces as they happen to be written do not matter.</summary>
    public static string IdOf(string agencyId, string number) => RowId.Of("external", agencyId, Key(number));

    /// <summary>A number without what people write differently.</summary>
    public static string Key(string number) =>
        string.Concat(number.Normalize(NormalizationForm.FormC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}

internal sealed class ExternalDocumentRowMapping : IEntityTypeConfiguration<ExternalDocumentRow>
{
    public void Configure(EntityTypeBuilder<ExternalDocumentRow> row) => row.HasKey(d => new { d.AgencyId, d.InstanceId });
}
