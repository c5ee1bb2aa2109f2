using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.DocumentControl;

/// <summary>One version of a procedure on its way: the fold of its document's history.</summary>
public sealed class DocumentRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>Id of the document; its history is that of the instance.</summary>
    public required string InstanceId { get; init; }

    public required string Code { get; init; }

    public required int Version { get; init; }

    public required string NameVi { get; set; }

    public required string NameEn { get; set; }

    public required DocumentStatus Status { get; set; }

    /// <summary>The version it revises; null for a new procedure.</summary>
    public int? FromVersion { get; init; }

    /// <summary>The revision that stands, see <see cref="DraftRevisionRow"/>.</summary>
    public required int Revision { get; set; }

    /// <summary>The highest revision there is; undoing does not lower it.</summary>
    public required int LastRevision { get; set; }

    /// <summary>JSON list of the ids of everybody who has written in it (SoD-2).</summary>
    public required string Authors { get; set; }

    public required string DraftedBy { get; set; }

    public required string DraftedByName { get; set; }

    public Signature? Drafted { get; set; }

    public Signature? Reviewed { get; set; }

    public Signature? Approved { get; set; }

    /// <summary>What is different, as the drafter said when handing it in.</summary>
    public string? ChangeVi { get; set; }

    public string? ChangeEn { get; set; }

    /// <summary>Why it was last returned or withdrawn.</summary>
    public string? Reason { get; set; }

    public string? Number { get; set; }

    public int? Issue { get; set; }

    public int? IssueRevision { get; set; }

    /// <summary>First day on which it is in force, in the agency's zone; null until it is published.</summary>
    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>First day without it, once it has been repealed.</summary>
    public DateOnly? ObsoleteFrom { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string UpdatedByName { get; set; }

    public Text Name => new(NameVi, NameEn);

    public bool IsWrittenBy(string personId) => OfficeJson.Read<string[]>(Authors).Contains(personId, StringComparer.Ordinal);
}

/// <summary>Who signed a document, in what capacity, when.</summary>
public sealed record Signature(string PersonId, string Name, Text Title, DateTimeOffset At);

internal sealed class DocumentRowMapping : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> row)
    {
        row.HasKey(d => new { d.AgencyId, d.InstanceId });
        row.Ignore(d => d.Name);
        row.Property(d => d.Drafted).HasConversion<SignatureText>();
        row.Property(d => d.Reviewed).HasConversion<SignatureText>();
        row.Property(d => d.Approved).HasConversion<SignatureText>();
        row.HasIndex(d => new { d.AgencyId, d.Code, d.Version }).IsUnique().HasFilter("status <> 'Withdrawn'");
    }

    private sealed class SignatureText() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Signature?, string?>(
        signature => signature == null ? null : OfficeJson.Write(signature),
        text => text == null ? null : OfficeJson.Read<Signature>(text));
}
