using System.Text.Json;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Quality.Registers;

/// <summary>An entry of a quality register as it stands: the fold of its history.</summary>
public sealed class RegisterEntryRow : IInstanceRow
{
    public required string AgencyId { get; init; }
    public required string InstanceId { get; init; }
    public required string Register { get; init; }

    /// <summary>What it is about, in a line: the first field.</summary>
    public required string Title { get; set; }

    /// <summary>JSON object of what it says, by field.</summary>
    public required string Answers { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required string ChangedByName { get; set; }

    /// <summary>When it was looked at last without a change; null for never.</summary>
    public DateTimeOffset? ReviewedAt { get; set; }

    /// <summary>By when it has to be looked at again; null for never.</summary>
    public DateOnly? ReviewOn { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedReason { get; set; }

    public JsonElement ReadAnswers() => JsonSerializer.Deserialize<JsonElement>(Answers);

    /// <summary>The day in a field; null when there is none.</summary>
    public DateOnly? Day(string field) =>
        Value(field) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;

    public decimal? Number(string field) =>
        ReadAnswers().TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public string? Value(string field) =>
        ReadAnswers().TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

internal sealed class RegisterEntryRowMapping : IEntityTypeConfiguration<RegisterEntryRow>
{
    public void Configure(EntityTypeBuilder<RegisterEntryRow> row)
    {
        row.HasKey(entry => new { entry.AgencyId, entry.InstanceId });
        row.HasIndex(entry => new { entry.AgencyId, entry.Register, entry.RecordedAt });
    }
}
