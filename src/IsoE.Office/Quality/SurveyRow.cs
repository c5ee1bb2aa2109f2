using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Quality;

/// <summary>What the applicant of one dossier said of it, or that the person did not want to be asked: the fold of its events.</summary>
public sealed class SurveyRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    /// <summary>See <see cref="IdOf"/>: one for each dossier.</summary>
    public required string InstanceId { get; init; }
    public required string DossierId { get; init; }
    public required string ProcedureCode { get; init; }

    /// <summary>The unit that settled the matter; null when none is known.</summary>
    public string? UnitCode { get; init; }

    /// <summary>Id of the officer who received the dossier; null when none did.</summary>
    public string? OfficerId { get; init; }

    /// <summary>Declined: there are no marks.</summary>
    public required bool IsDeclined { get; init; }

    /// <summary>Marks from 1 to 5; null for a question left out.</summary>
    public int? Access { get; init; }
    public int? Procedure { get; init; }
    public int? Staff { get; init; }
    public int? Result { get; init; }
    public int? Feedback { get; init; }
    public string? Comment { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>The instance of a dossier's survey: a second answer meets the first one there.</summary>
    public static string IdOf(string dossierId) => $"survey-{dossierId}";
}

internal sealed class SurveyTable : IEntityTypeConfiguration<SurveyRow>
{
    public void Configure(EntityTypeBuilder<SurveyRow> builder)
    {
        builder.HasKey(row => new { row.AgencyId, row.InstanceId });
        builder.Property(survey => survey.Comment).IsErasable();
        builder.HasIndex(row => new { row.AgencyId, row.AnsweredAt });
    }
}
