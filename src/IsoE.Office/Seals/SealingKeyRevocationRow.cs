using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Seals;

/// <summary>The agency has said that somebody else may have had one of its sealing keys. Written once, and kept in the log of the organisation too.</summary>
public sealed class SealingKeyRevocationRow : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }

    /// <summary>The <see cref="SealingKeyRow"/>.</summary>
    public required string KeyId { get; init; }

    /// <summary>From the beginning of this day on, Vietnam time, the key proves nothing.</summary>
    public required DateOnly SinceOn { get; init; }

    /// <summary>How it became known.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset SaidAt { get; init; }

    public required string SaidBy { get; init; }

    public DateTimeOffset Since => VietnamTime.ToInstant(SinceOn, TimeOnly.MinValue);

    string ILogged.Subject => KeyId;

    string ILogged.Called => KeyId;
}

internal sealed class SealingKeyRevocationRowMapping : IEntityTypeConfiguration<SealingKeyRevocationRow>
{
    public void Configure(EntityTypeBuilder<SealingKeyRevocationRow> row)
    {
        row.HasKey(revocation => new { revocation.AgencyId, revocation.KeyId });
        row.Ignore(revocation => revocation.Since);
        row.IsAppendOnly();
    }
}
