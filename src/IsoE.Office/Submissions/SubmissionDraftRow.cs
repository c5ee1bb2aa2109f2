using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Submissions;

/// <summary>A submission that is being prepared. It is its author's alone: no officer sees it before it is sent.</summary>
public sealed class SubmissionDraftRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }

    /// <summary>Id of the dossier it becomes: sent twice, there is one.</summary>
    public required string Id { get; init; }

    /// <summary>The proven telephone or e-mail of its author.</summary>
    public required string Contact { get; init; }

    public required string ProcedureCode { get; init; }
    public required string CaseId { get; set; }

    /// <summary>JSON of <see cref="DraftApplicant"/>.</summary>
    public required string Applicant { get; set; }

    /// <summary>JSON object of the answers by field, as typed.</summary>
    public required string Answers { get; set; }

    public required ReturnWay ReturnWay { get; set; }
    public string? Note { get; set; }

    /// <summary>The step its author is at, 1 to 4.</summary>
    public required int Step { get; set; }

    public required DateTimeOffset BegunAt { get; init; }
    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>When it is removed unless it is sent or saved again.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    public DraftApplicant ReadApplicant() => OfficeJson.Read<DraftApplicant>(Applicant);

    public Dictionary<string, string?> ReadAnswers() => OfficeJson.Read<Dictionary<string, string?>>(Answers);
}

/// <summary>Who applies, as typed so far.</summary>
public sealed record DraftApplicant(
    ApplicantKind Kind, string? Name, string? IdentityNumber, string? Phone, string? Email, string? Address, string? Representative);

internal sealed class SubmissionDraftRowMapping : IEntityTypeConfiguration<SubmissionDraftRow>
{
    public void Configure(EntityTypeBuilder<SubmissionDraftRow> row)
    {
        row.HasKey(draft => new { draft.AgencyId, draft.Id });
        row.HasIndex(draft => draft.Contact);
        row.HasIndex(draft => draft.ExpiresAt);
    }
}
