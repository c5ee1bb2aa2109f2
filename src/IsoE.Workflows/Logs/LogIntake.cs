using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace IsoE.Workflows.Logs;

/// <summary>An event as a file gives it, before the case is put in order.</summary>
/// <param name="Transition">Lifecycle of IEEE 1849: <c>start</c>, <c>complete</c>, ...; null is complete.</param>
/// <param name="Instance">Tells apart two runs of one activity; null when the file does not say.</param>
public sealed record RawEvent(LogEvent Event, string? Transition = null, string? Instance = null);

/// <summary>What was found wrong in a log and set right, or left out, while it was read.</summary>
public sealed record LogNotes
{
    /// <summary>Cases whose events did not stand in the order of time.</summary>
    public int UnorderedCases { get; set; }

    /// <summary>Events that stood twice in one case.</summary>
    public int Duplicates { get; set; }

    /// <summary>Events of a lifecycle other than start and complete: they are not work done.</summary>
    public int OtherTransitions { get; set; }

    /// <summary>Cases without a single completed event.</summary>
    public int EmptyCases { get; set; }

    /// <summary>Cases whose id an earlier case of the log has too.</summary>
    public int RepeatedCases { get; set; }
}

/// <summary>Puts the events of each case in order: by time, each once, starts joined with their completions.</summary>
public sealed class LogIntake
{
    /// <summary>More events in one case are taken for a mistake in the choice of the case column.</summary>
    public const int MostEventsOfCase = 100_000;

    // Of ids only hashes are kept: a log may have many millions of cases.
    private readonly HashSet<ulong> _seen = [];

    public LogNotes Notes { get; } = new();

    /// <summary>The case in order; null when nothing was completed in it.</summary>
    /// <exception cref="RejectedException"><c>log-case-too-long</c>.</exception>
    public LogCase? Take(LogCase @case, IReadOnlyList<RawEvent> raw)
    {
        RequireLength(@case.Id, raw.Count);
        if (!_seen.Add(HashOf(@case.Id))) Notes.RepeatedCases++;
        var ordered = raw.OrderBy(each => each.Event.At).ToList();
        if (!ordered.SequenceEqual(raw, ReferenceEqualityComparer.Instance)) Notes.UnorderedCases++;
        var events = Joined(Once(ordered));
        if (events.Count == 0) Notes.EmptyCases++;
        return events.Count == 0 ? null : @case with { Events = events };
    }

    /// <exception cref="RejectedException"><c>log-case-too-long</c>.</exception>
    public static void RequireLength(string caseId, int events)
    {
        if (events <= MostEventsOfCase) return;
        var most = MostEventsOfCase.ToString("N0", CultureInfo.InvariantCulture);
        throw new RejectedException("log-case-too-long", new Text(
            $"Trường hợp “{caseId}” có hơn {most.Replace(',', '.')} sự kiện. Hãy kiểm tra cột đã chọn làm mã trường hợp.",
            $"Case “{caseId}” has more than {most} events. Check the column chosen as the case."));
    }

    private static ulong HashOf(string id) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan())));

    private List<RawEvent> Once(List<RawEvent> ordered)
    {
        var seen = new HashSet<(string, DateTimeOffset, string?, string?, string?)>();
        var once = ordered.Where(each => seen.Add(
            (each.Event.Activity, each.Event.At, each.Event.Resource, Transition(each), each.Instance))).ToList();
        Notes.Duplicates += ordered.Count - once.Count;
        return once;
    }

    private List<LogEvent> Joined(List<RawEvent> ordered)
    {
        var begun = new Dictionary<(string, string?), Queue<DateTimeOffset>>();
        var events = new List<LogEvent>(ordered.Count);
        foreach (var raw in ordered)
        {
            var key = (raw.Event.Activity, raw.Instance);
            switch (Transition(raw))
            {
                case "start":
                    if (!begun.TryGetValue(key, out var starts)) begun[key] = starts = new Queue<DateTimeOffset>();
                    starts.Enqueue(raw.Event.At);
                    break;
                case "complete":
                    var start = begun.TryGetValue(key, out var waiting) && waiting.TryDequeue(out var at) ? at : raw.Event.StartedAt;
                    events.Add(raw.Event with { StartedAt = start });
                    break;
                default:
                    Notes.OtherTransitions++;
                    break;
            }
        }

        return events;
    }

    private static string Transition(RawEvent raw) => string.IsNullOrEmpty(raw.Transition) ? "complete" : raw.Transition.ToLowerInvariant();
}
