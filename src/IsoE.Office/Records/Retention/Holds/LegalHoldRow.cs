using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Records.Retention.Holds;

/// <summary>A legal hold: what it names is neither destroyed nor erased nor listed for it while it stands.</summary>
public sealed class LegalHoldRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    public required string Id { get; init; }

    /// <summary>The dossier held, or the hold itself when it names a procedure.</summary>
    public required string InstanceId { get; init; }

    /// <summary>1, 2, 3, ... in the agency.</summary>
    public required long Number { get; init; }

    /// <summary>Code of the dossier held; null when it names a procedure.</summary>
    public string? DossierCode { get; init; }

    /// <summary>Every dossier of this procedure is held; null when it names a dossier.</summary>
    public string? ProcedureCode { get; init; }

    /// <summary>Of the procedure's dossiers only those that have left this record; null for all.</summary>
    public string? RecordCode { get; init; }

    public required string Ground { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required string PlacedByName { get; init; }

    /// <summary>Null while it stands.</summary>
    public DateTimeOffset? LiftedAt { get; set; }

    public string? LiftedByName { get; set; }

    public string? LiftGround { get; set; }

    public bool Stands => LiftedAt is null;
}

internal sealed class LegalHoldRowMapping : IEntityTypeConfiguration<LegalHoldRow>
{
    public void Configure(EntityTypeBuilder<LegalHoldRow> row)
    {
        row.HasKey(hold => new { hold.AgencyId, hold.Id });
        row.HasIndex(hold => new { hold.AgencyId, hold.InstanceId });
        row.Ignore(hold => hold.Stands);
    }
}
