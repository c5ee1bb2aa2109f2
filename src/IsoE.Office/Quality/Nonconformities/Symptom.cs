using System.Text.Json;
using IsoE.Office.Storage;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>Something that went wrong, as it showed itself in the history of one dossier.</summary>
/// <param name="Step">Activity id of the step it showed at; null for none.</param>
/// <param name="Unit">Unit of that step; null when none is known.</param>
/// <param name="Sequence">Row of history that tells it.</param>
/// <param name="Note">What that row says, in a sentence; null when the trigger's name says all.</param>
internal sealed record Symptom(
    string Trigger, string? DossierCode, string? Procedure, int? Version, string? Step, string? Unit, long? Sequence, DateTimeOffset At, string? Note)
{
    /// <summary>Outbox topic: a symptom was seen.</summary>
    public const string Topic = "nonconformity-symptom";

    /// <summary>The same for symptoms of the same cause: same trigger, procedure version, step and unit.</summary>
    public string Cause => RowId.Of("cause", Trigger, Procedure ?? "", $"{Version}", Step ?? "", Unit ?? "");

    public string ToJson() => JsonSerializer.Serialize(this);

    public static Symptom Parse(string json) => JsonSerializer.Deserialize<Symptom>(json)!;
}
