using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Logs;
using IsoE.Workflows.Logs.Mining;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Improvement;

/// <summary>Reads from the history where work waits, who is slower on the same work, what is done twice and why.</summary>
public sealed class ReadBottlenecks(OwnLog log, OfficeDb db, InstanceHistory history, ProcedureLibraries libraries, CalendarSource calendars)
{
    private const int MostNamed = 100;
    private const int CausesShown = 30;

    /// <param name="procedureCode">Only this procedure; null for all.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<Bottlenecks> Run(Actor actor, string? procedureCode, Period period, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        var names = (await db.Set<Unit>().On(period.To, cancel)).ToDictionary(unit => unit.Key, unit => unit.Value.Name.Vi);
        var work = new Work(libraries.Of(actor.AgencyId), calendars(actor.AgencyId).Calendar);
        await foreach (var @case in log.Read(actor, procedureCode, period, cancel)) work.Add(@case);
        return new Bottlenecks(
            work.Cases,
            work.Steps(),
            work.Units.Shares(code => names.GetValueOrDefault(code, code)),
            Rights.Of(Right.ReadReports, actor) == Reach.Agency ? work.People.Shares(id => work.PersonNames.GetValueOrDefault(id, id)) : [],
            work.Rework(),
            await Supplements(actor, procedureCode, period, cancel));
    }

    private async Task<IReadOnlyList<SupplementCause>> Supplements(Actor actor, string? procedureCode, Period period, CancellationToken cancel)
    {
        var (start, end) = (period.Start, period.End);
        var asked = db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db)
            .Where(row => row.ReceivedAt >= start && row.ReceivedAt < end && row.SupplementCount > 0 && (procedureCode == null || row.ProcedureCode == procedureCode))
            .SelectMany(
                row => db.History.Where(fact => fact.AgencyId == row.AgencyId && fact.InstanceId == row.InstanceId && fact.Type == nameof(SupplementRequested)),
                (row, fact) => new { row.Code, Fact = fact });
        var causes = new Dictionary<string, (string Item, SortedSet<string> Codes)>(StringComparer.Ordinal);
        await foreach (var each in asked.AsAsyncEnumerable().WithCancellation(cancel))
            // What was erased by law no longer tells its items.
            foreach (var item in (history.Event(each.Fact).Fact as SupplementRequested)?.Items ?? [])
            {
                var key = VietnameseText.Plain(item).Trim().ToLowerInvariant();
                if (!causes.TryGetValue(key, out var cause)) causes[key] = cause = (item.Trim(), new SortedSet<string>(StringComparer.Ordinal));
                cause.Codes.Add(each.Code);
            }

        return [.. causes.Values.OrderByDescending(each => each.Codes.Count).ThenBy(each => each.Item, StringComparer.Ordinal).Take(CausesShown)
            .Select(each => new SupplementCause(each.Item, each.Codes.Count, [.. each.Codes.Take(MostNamed)]))];
    }

    /// <summary>What is kept while the cases pass by.</summary>
    private sealed class Work(ProcedureLibrary procedures, WorkingCalendar calendar)
    {
        private readonly Dictionary<(string Procedure, string Step), Times> _times = [];
        private readonly Dictionary<(string Procedure, string Step, string After, string? Outcome), (int Count, List<string> Codes)> _rework = [];

        public int Cases { get; private set; }
        public Comparison Units { get; } = new();
        public Comparison People { get; } = new();
        public Dictionary<string, string> PersonNames { get; } = new(StringComparer.Ordinal);

        public void Add(LogCase @case)
        {
            Cases++;
            var procedure = @case.Attributes[OwnLog.Procedure];
            var seen = new HashSet<string>(StringComparer.Ordinal);
            LogEvent? before = null;
            foreach (var done in @case.Events.Where(done => done.Activity != OwnLog.Received))
            {
                Time(procedure, done);
                if (!seen.Add(done.Activity) && before is not null) Again(procedure, done, before, @case.Id);
                before = done;
            }
        }

        public IReadOnlyList<StepTime> Steps()
        {
            var sum = _times.Values.Sum(each => each.Sum);
            return [.. _times.OrderByDescending(each => each.Value.Sum).ThenBy(each => each.Key.Procedure, StringComparer.Ordinal).ThenBy(each => each.Key.Step, StringComparer.Ordinal)
                .Select(each => new StepTime(
                    each.Key.Procedure, each.Key.Step, Title(each.Key.Procedure, each.Key.Step), each.Value.Lead.Count,
                    each.Value.Waiting.AtRank(0.5m), each.Value.Service.AtRank(0.5m), each.Value.Lead.AtRank(0.5m)!.Value, each.Value.Lead.AtRank(0.9m)!.Value,
                    sum == 0 ? 0 : Math.Round((decimal)each.Value.Sum / sum, 3)))];
        }

        public IReadOnlyList<ReworkCause> Rework() =>
        [
            .. _rework.OrderByDescending(each => each.Value.Count).ThenBy(each => each.Key.Step, StringComparer.Ordinal).Take(CausesShown)
                .Select(each => new ReworkCause(
                    each.Key.Procedure, Title(each.Key.Procedure, each.Key.Step), Title(each.Key.Procedure, each.Key.After), each.Key.Outcome, each.Value.Count, each.Value.Codes)),
        ];

        private void Time(string procedure, LogEvent done)
        {
            var enabled = Instant.Parse(done.Attributes[OwnLog.EnabledAt]);
            var lead = calendar.WorkingMinutes(enabled, done.At);
            if (!_times.TryGetValue((procedure, done.Activity), out var times)) _times[(procedure, done.Activity)] = times = new Times();
            times.Lead.Add(lead);
            times.Sum += lead;
            if (done.StartedAt is { } taken)
            {
                times.Waiting.Add(calendar.WorkingMinutes(enabled, taken));
                times.Service.Add(calendar.WorkingMinutes(taken, done.At));
            }

            // Only people are compared, not what waits for the outside.
            if (done is not { Role: not null, Resource: { } person }) return;
            People.Add(procedure, done.Activity, person, lead);
            if (done.Attributes.TryGetValue(OwnLog.Person, out var name)) PersonNames[person] = name;
            if (done.Group is { } unit) Units.Add(procedure, done.Activity, unit, lead);
        }

        private void Again(string procedure, LogEvent done, LogEvent before, string code)
        {
            var key = (procedure, done.Activity, before.Activity, before.Attributes.GetValueOrDefault(OwnLog.Outcome));
            var (count, codes) = _rework.GetValueOrDefault(key, (0, []));
            if (codes.Count < MostNamed && codes.LastOrDefault() != code) codes.Add(code);
            _rework[key] = (count + 1, codes);
        }

        private Text Title(string procedure, string step)
        {
            var activity = procedures.All.FirstOrDefault(version => version.Code == procedure && version.Definition.Activities.ContainsKey(step))?.Definition.Activities[step];
            return activity is null ? new Text(step, step) : new Text(activity.LiteralText("title") ?? step, activity.LiteralText("titleEn") ?? activity.LiteralText("title") ?? step);
        }

        private sealed class Times
        {
            public DurationTally Lead { get; } = new();
            public DurationTally Waiting { get; } = new();
            public DurationTally Service { get; } = new();
            public long Sum { get; set; }
        }
    }
}
