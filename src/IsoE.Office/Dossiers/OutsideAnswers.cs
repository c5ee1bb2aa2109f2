using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>An answer from outside that a step of the dossier waited for.</summary>
/// <param name="From">The agency that answered; for an event, the person who recorded it.</param>
/// <param name="Facts">What it says: labels and values.</param>
/// <param name="IsLate">It came when the procedure no longer waited for it.</param>
public sealed record OutsideAnswer(
    string ActivityId, Text Title, Text From, DateTimeOffset At, Text Outcome, IReadOnlyList<KeyValuePair<Text, Text>> Facts, bool IsLate);

/// <summary>Reads the answers of other agencies from the history of a dossier.</summary>
public sealed class OutsideAnswers(OfficeDb db, ProcedureLibraries procedures)
{
    /// <summary>The answers in the order they came; a step that went unanswered has none.</summary>
    public async Task<IReadOnlyList<OutsideAnswer>> Of(
        IReadOnlyList<RecordedEvent> events, ProcedureVersion version, CancellationToken cancel)
    {
        var open = events.Select(known => known.Fact).OfType<ActivitySuspended>().Select(e => e.Bookmark)
            .Where(bookmark => bookmark.Wait is EventWait or SubProcedureWait).ToDictionary(bookmark => bookmark.Id, StringComparer.Ordinal);
        if (open.Count == 0) return [];
        var asked = open.Values.Select(bookmark => bookmark.Wait).OfType<SubProcedureWait>().Select(wait => wait.Agency).ToList();
        var agencies = await db.Set<Agency>().AsNoTracking().Where(agency => asked.Contains(agency.Id))
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancel);
        return [.. events.Select(known => known.Fact switch
        {
            ActivityResumed { TimedOut: false } e when open.TryGetValue(e.BookmarkId, out var bookmark) =>
                Answer(known, bookmark, e.Outcome, e.Output, isLate: false),
            SubProcedureEndedLate { BookmarkId: { } id } e when open.TryGetValue(id, out var bookmark) =>
                Answer(known, bookmark, e.Outcome, e.Output ?? default, isLate: true),
            _ => null,
        }).OfType<OutsideAnswer>()];

        OutsideAnswer Answer(RecordedEvent known, Bookmark bookmark, string? outcome, JsonElement result, bool isLate)
        {
            var activity = version.Definition.Activities[bookmark.ActivityId];
            var agency = bookmark.Wait is SubProcedureWait { Agency: { } other } ? other : db.Agency.Get();
            var fields = StepAnswer.FieldsOf(
                activity, version.Procedure, code => procedures.Of(agency).FindInForce(code, VietnamTime.DateOf(known.At))?.Procedure);
            return new OutsideAnswer(
                bookmark.ActivityId,
                version.Steps.Find(bookmark.ActivityId)?.Title ?? new Text(bookmark.ActivityId, bookmark.ActivityId),
                From(bookmark.Wait, result, agencies),
                known.At,
                OutcomeLabels.Of(activity, outcome ?? ""),
                FormWords.Read(fields, StepAnswer.ValuesOf(activity, result)),
                isLate);
        }
    }

    private static Text From(Wait wait, JsonElement result, Dictionary<string, Text> agencies)
    {
        if (wait is SubProcedureWait other)
            return other.Agency is { } agency ? agencies.GetValueOrDefault(agency) ?? new Text(agency, agency) : new Text("cùng cơ quan", "the same agency");
        var name = result.ValueKind == JsonValueKind.Object && result.TryGetProperty(TaskResult.ByName, out var by) ? by.GetString() ?? "" : "";
        return new Text(name, name);
    }
}
