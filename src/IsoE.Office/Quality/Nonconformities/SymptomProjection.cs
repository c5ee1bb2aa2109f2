using System.Globalization;
using System.Text.Json;
using IsoE.Office.Deadlines;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Tasks;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>Sees in the events of dossiers what may be a nonconformity, and has it followed up.</summary>
internal sealed class SymptomProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        var dossier = step.Find<DossierRow>();
        // The quality system's own dossiers are watched by their escalations: a report on a late report would breed reports.
        if (dossier is null or { IsInternal: true } && recorded.Fact is not SegregationRefused) return;
        foreach (var (trigger, note) in Seen(recorded.Fact, dossier)) Tell(step, dossier, recorded, trigger, note);
    }

    private static IEnumerable<(string Trigger, string? Note)> Seen(object fact, DossierRow? dossier) => fact switch
    {
        DossierBecameOverdue => dossier!.ExtendedAt is null
            ? [(NonconformityTriggers.Overdue, null), (NonconformityTriggers.NoApology, null)]
            : [(NonconformityTriggers.Overdue, "Quá cả ngày hẹn lại.")],
        SupplementRequested { BeforeAcceptance: false } when dossier!.SupplementCount > 1 => [(NonconformityTriggers.SecondSupplement, $"Lần thứ {dossier.SupplementCount}.")],
        SupplementLimitOverridden e => [(NonconformityTriggers.Override, $"Căn cứ: {e.LegalBasis}. Lý do: {e.Reason}")],
        DossierSuperseded e => [(NonconformityTriggers.Superseded, $"Lý do: {e.Reason}")],
        ResultRecalled e => [(NonconformityTriggers.WrongResult, $"Lý do: {e.Reason} Làm lại theo hồ sơ {e.ReplacementCode}.")],
        SegregationRefused e => [(NonconformityTriggers.Segregation, e.Reason.Vi)],
        ActivityResumed { TimedOut: false } e => NonconformityTriggers.All.Where(trigger => Tells(trigger.Answers, dossier!, e.Output)).Select(trigger => (trigger.Id, (string?)null)),
        _ => [],
    };

    private static bool Tells(TellingAnswer? telling, DossierRow dossier, JsonElement answers) =>
        telling is not null && telling.Procedures.Contains(dossier.ProcedureCode) && answers.ValueKind == JsonValueKind.Object
        && answers.TryGetProperty(telling.Field, out var given) && given.ValueKind == JsonValueKind.String && telling.Values.Contains(given.GetString()!);

    /// <summary>What shows when nothing is open any more, as a wrong result does, points to the last step that a unit has done.</summary>
    private static TaskRow? LastOfUnit(Step step) =>
        step.All<TaskRow>().Where(task => task is { Status: TaskState.Done, UnitCode: not null }).MaxBy(task => task.DoneAt);

    private static void Tell(Step step, DossierRow? dossier, RecordedEvent recorded, string trigger, string? note)
    {
        var task = step.All<TaskRow>().Where(task => task.Status == TaskState.Open && task.Clock == Clocks.Counts).MinBy(task => task.DueAt) ?? LastOfUnit(step);
        // Who reads reports need not be among the named people of a confidential dossier (SoD-10).
        var isSecret = dossier?.IsConfidential == true;
        var symptom = new Symptom(
            trigger, isSecret ? null : dossier?.Code, dossier?.ProcedureCode, dossier?.ProcedureVersion, task?.ActivityId, task?.UnitCode,
            isSecret ? null : recorded.Sequence, recorded.At, isSecret ? null : note);
        step.Enqueue(Symptom.Topic, string.Create(CultureInfo.InvariantCulture, $"{trigger}:{step.InstanceId}:{recorded.Sequence}"), symptom.ToJson());
    }
}
