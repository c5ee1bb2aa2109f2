using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>A line of the register of nonconformities (BM-04.05), read from the history of the report's dossier.</summary>
/// <param name="Number">Number in the register; null before it is registered.</param>
/// <param name="Trigger">The trigger that opened it; null when a person did.</param>
/// <param name="Origin">Where it was found, as the report says.</param>
/// <param name="Unit">The responsible unit; the one named when it was opened, before that.</param>
/// <param name="Stage">The step it waits at; null when it is closed, or waits for time to show the effect.</param>
/// <param name="ActionDueOn">Until when the actions have to be done.</param>
/// <param name="Reopened">How often its action was found to have no effect, or it was opened again.</param>
/// <param name="ActedBy">Who carried the action out, <paramref name="ClosedBy"/> who closed it.</param>
/// <param name="Evidence">Pieces of evidence added since it was opened.</param>
public sealed record NonconformityLine(
    DossierRow Dossier, string? Number, string? Trigger, string? Origin, string? Unit, string? Clause, Text? Stage, string? RootCause,
    DateOnly? ActionDueOn, bool IsActionLate, int Reopened, string? ActedBy, string? ClosedBy, int Evidence);

/// <summary>Reads the register of nonconformities (ISO 9001:2015 clauses 10.2.1 and 10.2.2).</summary>
public sealed class ReadNonconformities(OfficeDb db, TimeProvider clock)
{
    /// <summary>The step of the procedure in which the action is carried out.</summary>
    private const string Acting = "act";

    private static readonly string[] OpenedAgain = ["NotEffective", "Reopened"];

    /// <summary>The reports opened in the days from <paramref name="from"/> to <paramref name="to"/>, and those still open; the latest first.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>period</c>.</exception>
    public async Task<IReadOnlyList<NonconformityLine>> Run(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadQuality);
        if (to < from) throw new RejectedException("period", new Text("Ngày cuối phải từ ngày đầu trở đi.", "The last day has to be the first or later.")) { Field = "To" };
        var (start, end) = VietnamTime.Between(from, to);
        var dossiers = await db.Set<DossierRow>().AsNoTracking()
            .Where(row => row.ProcedureCode == QualityProcedures.Nonconformity && ((row.ReceivedAt >= start && row.ReceivedAt < end) || row.FinishedAt == null))
            .OrderByDescending(row => row.ReceivedAt).ToListAsync(cancel);
        return await Lines(dossiers, cancel);
    }

    /// <summary>The evidence of one report or audit, the first first.</summary>
    public Task<List<EvidenceRow>> EvidenceOf(string dossierId, CancellationToken cancel) =>
        db.Set<EvidenceRow>().AsNoTracking().Where(row => row.InstanceId == dossierId).OrderBy(row => row.Number).ToListAsync(cancel);

    internal async Task<IReadOnlyList<NonconformityLine>> Lines(List<DossierRow> dossiers, CancellationToken cancel)
    {
        var ids = dossiers.Select(row => row.InstanceId).ToList();
        var answers = (await db.History.AsNoTracking().Where(row => ids.Contains(row.InstanceId) && row.Type == nameof(ActivityResumed))
            .OrderBy(row => row.Sequence).Select(row => new { row.InstanceId, row.Data }).ToListAsync(cancel)).ToLookup(row => row.InstanceId, row => row.Data);
        var tasks = (await db.Set<TaskRow>().AsNoTracking().Where(row => ids.Contains(row.InstanceId)).OrderBy(row => row.CreatedAt).ToListAsync(cancel)).ToLookup(row => row.InstanceId);
        var evidence = (await db.Set<EvidenceRow>().AsNoTracking().Where(row => ids.Contains(row.InstanceId)).ToListAsync(cancel)).ToLookup(row => row.InstanceId);
        return [.. dossiers.Select(dossier => Line(dossier, [.. answers[dossier.InstanceId]], [.. tasks[dossier.InstanceId]], [.. evidence[dossier.InstanceId]]))];
    }

    private NonconformityLine Line(DossierRow dossier, List<string> answers, List<TaskRow> tasks, List<EvidenceRow> evidence)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var reopened = 0;
        foreach (var answer in answers.Select(data => (ActivityResumed)WorkflowEventJson.Read(nameof(ActivityResumed), data)))
        {
            if (OpenedAgain.Contains(answer.Outcome)) reopened++;
            if (answer.Output.ValueKind != JsonValueKind.Object) continue;
            foreach (var value in answer.Output.EnumerateObject().Where(value => value.Value.ValueKind == JsonValueKind.String)) said[value.Name] = value.Value.GetString()!;
        }
        var form = dossier.ReadForm();
        var due = said.TryGetValue("actionDueOn", out var day) && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on) ? on : (DateOnly?)null;
        var done = tasks.LastOrDefault(task => task.Status == TaskState.Done);
        return new NonconformityLine(
            dossier,
            said.GetValueOrDefault("ncNumber"),
            evidence.Select(row => row.TriggerId).FirstOrDefault(trigger => trigger is not null),
            Text(form, "origin"),
            said.GetValueOrDefault("responsibleUnit") ?? Text(form, "unit"),
            said.GetValueOrDefault("clauseConfirmed") ?? Text(form, "clause"),
            tasks.FirstOrDefault(task => task.Status == TaskState.Open)?.Title,
            said.GetValueOrDefault("rootCause"),
            due,
            due is not null && !said.ContainsKey("completedOn") && due < VietnamTime.DateOf(clock.GetUtcNow()) && dossier.FinishedAt is null,
            reopened,
            tasks.LastOrDefault(task => task.ActivityId == Acting && task.Status == TaskState.Done)?.DoneBy,
            dossier.FinishedAt is null ? null : done?.DoneBy,
            evidence.Count);
    }

    private static string? Text(JsonElement form, string field) => form.TryGetProperty(field, out var value) ? value.GetString() : null;
}
