using System.Globalization;
using System.Runtime.CompilerServices;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Logs;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Improvement;

/// <summary>The own history as an event log: a case for each dossier, an event for each completed step.</summary>
public sealed class OwnLog(OfficeDb db, InstanceHistory history)
{
    /// <summary>Activity of the first event of every case: the dossier was handed in, or opened.</summary>
    public const string Received = "dossier-received";

    public const string Procedure = "procedure";
    public const string Version = "version";
    public const string Outcome = "outcome";
    public const string Title = "title";
    public const string Person = "person";
    public const string EnabledAt = "enabled";

    /// <summary>Attribute of the cases whose flow has run to its end.</summary>
    public const string Ended = "ended";

    private static readonly string[] Told =
    [
        nameof(ActivitySuspended), nameof(BookmarkRevised), nameof(ActivityResumed),
        nameof(TaskClaimed), nameof(TaskReleased), nameof(TaskReassigned), nameof(TaskEscalated), nameof(WorkflowFinished),
    ];

    /// <summary>
    /// The dossiers received in the period that are open to the actor, one after the other. The activity of a step is its
    /// id, its start the moment somebody took it; waiting for others counts as an activity of its own.
    /// </summary>
    /// <param name="procedureCode">Only this procedure; null for all.</param>
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async IAsyncEnumerable<LogCase> Read(
        Actor actor, string? procedureCode, Period period, [EnumeratorCancellation] CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        var (start, end) = (period.Start, period.End);
        var dossiers = db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db)
            .Where(row => row.ReceivedAt >= start && row.ReceivedAt < end && (procedureCode == null || row.ProcedureCode == procedureCode));
        var rows = dossiers
            .SelectMany(
                dossier => db.History.Where(fact => fact.AgencyId == dossier.AgencyId && fact.InstanceId == dossier.InstanceId && Told.Contains(fact.Type)).DefaultIfEmpty(),
                (dossier, fact) => new
                {
                    dossier.InstanceId,
                    dossier.Code,
                    dossier.ProcedureCode,
                    dossier.ProcedureVersion,
                    dossier.CaseId,
                    dossier.Channel,
                    dossier.ReceivedAt,
                    dossier.ReceivedBy,
                    dossier.OriginalPromisedAt,
                    dossier.FinishedAt,
                    Fact = fact,
                })
            .OrderBy(row => row.InstanceId).ThenBy(row => row.Fact!.Sequence);
        CaseLife? life = null;
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (life?.InstanceId != row.InstanceId)
            {
                if (life is not null) yield return life.Case();
                life = new CaseLife(row.InstanceId, new LogCase(row.Code, [])
                {
                    DeadlineAt = row.OriginalPromisedAt,
                    EndedAt = row.FinishedAt,
                    IsOpen = row.FinishedAt is null,
                    Attributes = new Dictionary<string, string>
                    {
                        [Procedure] = row.ProcedureCode,
                        [Version] = row.ProcedureVersion.ToString(CultureInfo.InvariantCulture),
                        ["case"] = row.CaseId,
                        ["channel"] = row.Channel.ToString(),
                    },
                });
                life.Begin(row.ReceivedAt, row.ReceivedBy);
            }

            if (row.Fact is not null) life.Take(history.Event(row.Fact));
        }

        if (life is not null) yield return life.Case();
    }

    /// <summary>The events of one dossier as they come out of its history.</summary>
    private sealed class CaseLife(string instanceId, LogCase head)
    {
        private readonly Dictionary<string, (Bookmark Bookmark, DateTimeOffset At, DateTimeOffset? TakenAt)> _waiting = new(StringComparer.Ordinal);
        private readonly List<LogEvent> _events = [];
        private readonly Dictionary<string, string> _attributes = new(head.Attributes);

        public string InstanceId => instanceId;

        public LogCase Case() => head with { Events = [.. _events.OrderBy(done => done.At)], Attributes = _attributes };

        public void Begin(DateTimeOffset at, string? by) => _events.Add(new LogEvent(Received, at) { Resource = by });

        public void Take(RecordedEvent recorded)
        {
            switch (recorded.Fact)
            {
                case ActivitySuspended e: _waiting[e.Bookmark.Id] = (e.Bookmark, recorded.At, null); break;
                case BookmarkRevised e when _waiting.TryGetValue(e.Bookmark.Id, out var known): _waiting[e.Bookmark.Id] = (e.Bookmark, known.At, known.TakenAt); break;
                case TaskClaimed e: Taken(e.BookmarkId, recorded.At); break;
                case TaskReassigned e: Taken(e.BookmarkId, recorded.At); break;
                case TaskReleased e: Taken(e.BookmarkId, null); break;
                case TaskEscalated e: Taken(e.BookmarkId, null); break;
                case WorkflowFinished: _attributes[Ended] = "true"; break;
                case ActivityResumed e when _waiting.Remove(e.BookmarkId, out var ended): End(ended.Bookmark, ended.At, ended.TakenAt, e, recorded); break;
            }
        }

        private void Taken(string bookmarkId, DateTimeOffset? at)
        {
            if (_waiting.TryGetValue(bookmarkId, out var known)) _waiting[bookmarkId] = known with { TakenAt = at };
        }

        private void End(Bookmark bookmark, DateTimeOffset enabledAt, DateTimeOffset? takenAt, ActivityResumed e, RecordedEvent recorded)
        {
            var task = bookmark.Wait as UserTask;
            var attributes = new Dictionary<string, string> { [EnabledAt] = Instant.Format(enabledAt) };
            if (e.Outcome is { } outcome) attributes[Outcome] = outcome;
            if (task is not null) attributes[Title] = task.Title.Vi;
            if (e.Output.ValueKind == System.Text.Json.JsonValueKind.Object && e.Output.TryGetProperty(TaskResult.ByName, out var name)) attributes[Person] = name.ToString();
            _events.Add(new LogEvent(bookmark.ActivityId, recorded.At)
            {
                StartedAt = takenAt,
                Resource = e.TimedOut ? null : recorded.ActorId,
                Role = task?.Role,
                Group = task?.Unit,
                Attributes = attributes,
            });
        }
    }
}
