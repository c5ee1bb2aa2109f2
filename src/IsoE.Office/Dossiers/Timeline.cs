using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>One line of a dossier's life.</summary>
/// <param name="Sequence">Its place in history.</param>
/// <param name="Kind">Type name of the event, for icons and filters.</param>
/// <param name="Person">Who did it; null for the system.</param>
/// <param name="Detail">Reason, outcome, date; null when there is nothing to add.</param>
public sealed record TimelineEntry(long Sequence, DateTimeOffset At, string Kind, string? Person, Text Title, Text? Detail);

/// <summary>Tells the history of a dossier in sentences, with the names of the people.</summary>
public sealed class Timeline(OfficeDb db)
{
    /// <summary>The events that people want to read, in order; the engine's inner ones are left out.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> Of(
        IReadOnlyList<RecordedEvent> events, ProcedureVersion procedure, CancellationToken cancel)
    {
        var ids = events.Select(known => known.ActorId).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.FullName, cancel);
        var waits = WaitsIn(events);
        var entries = new List<TimelineEntry>();
        foreach (var known in events)
            if (TimelineTexts.Of(known.Fact, waits, procedure.Procedure) is { } told)
                entries.Add(new TimelineEntry(
                    known.Sequence, known.At, known.Type, names.GetValueOrDefault(known.ActorId), told.Title, told.Detail));
        return entries;
    }

    /// <summary>What each bookmark was waiting for at the end.</summary>
    private static Dictionary<string, Wait> WaitsIn(IReadOnlyList<RecordedEvent> events)
    {
        var waits = new Dictionary<string, Wait>(StringComparer.Ordinal);
        foreach (var fact in events.Select(known => known.Fact))
            if (fact is ActivitySuspended { Bookmark: var begun }) waits[begun.Id] = begun.Wait;
            else if (fact is BookmarkRevised { Bookmark: var revised }) waits[revised.Id] = revised.Wait;
        return waits;
    }
}
