using IsoE.Office.Deadlines;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Demo;

/// <summary>
/// Plays the scripts of many dossiers on one time line, through the commands that pages use. Between two deeds the
/// clock stops at every deadline and the sweep acts, as it does in a running office.
/// </summary>
internal sealed class ScriptPlayer(IServiceProvider office, SimulatedClock clock, SampleAgencies agencies, SampleDays days)
{
    private readonly ScriptDeeds deeds = new(office, clock, agencies, days);
    private readonly DeadlineSweep sweep = office.GetRequiredService<DeadlineSweep>();
    private readonly OutboxDispatcher outbox = office.GetRequiredService<OutboxDispatcher>();
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);

    /// <summary>What went wrong, by sample id: a script that breaks off does not stop the others.</summary>
    public Dictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Number of deeds done.</summary>
    public int Done { get; private set; }

    /// <param name="until">Deeds after this moment are left undone; null plays all.</param>
    /// <param name="progress">Told after each deed how many of all are done.</param>
    public async Task Play(IReadOnlyList<SampleDossier> dossiers, DateTimeOffset? until, Action<int, int>? progress, CancellationToken cancel)
    {
        var line = TimeLine(dossiers).Where(m => until is null || m.At <= until).ToList();
        foreach (var (at, dossier, step) in line)
        {
            if (broken.Contains(dossier.Id)) continue;
            await PassTime(at, cancel);
            await Try(dossier, step, cancel);
            await outbox.DeliverPending(cancel);
            progress?.Invoke(++Done, line.Count);
        }
        if (until is { } end) await PassTime(end, cancel);
    }

    private IEnumerable<(DateTimeOffset At, SampleDossier Dossier, int Step)> TimeLine(IReadOnlyList<SampleDossier> dossiers) =>
        dossiers.SelectMany(d => d.Steps.Select((s, i) => (At: days.MomentOf(d, s), Dossier: d, Step: i + 1)).Prepend((At: days.Received(d), Dossier: d, Step: 0)))
            .OrderBy(m => m.At).ThenBy(m => m.Dossier.Id, StringComparer.Ordinal).ThenBy(m => m.Step);

    private async Task Try(SampleDossier dossier, int step, CancellationToken cancel)
    {
        try
        {
            await deeds.Do(dossier, step, cancel);
        }
        catch (Exception e) when (e is RejectedException or InvalidOperationException)
        {
            broken.Add(dossier.Id);
            Failures[dossier.Id] = $"{(step == 0 ? "reception" : Describe(dossier.Steps[step - 1]))}: {e.Message}";
        }
    }

    private static string Describe(SampleStep step) => $"+{step.Day} {step.At:HH:mm} {step.By} {step.Do} {step.Activity}".TrimEnd();

    /// <summary>Lets time pass up to <paramref name="moment"/>, stopping wherever something is due.</summary>
    private async Task PassTime(DateTimeOffset moment, CancellationToken cancel)
    {
        while (await NextDue(cancel) is { } due && due <= moment)
        {
            clock.MoveTo(due);
            if (await sweep.Run(clock.GetUtcNow(), cancel) == 0) break;
            await outbox.DeliverPending(cancel);
        }
        clock.MoveTo(moment);
    }

    private async Task<DateTimeOffset?> NextDue(CancellationToken cancel)
    {
        await using var db = await office.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync(cancel);
        return await db.Set<DueRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(d => d.Status == DueStatus.Pending)
            .OrderBy(d => d.NextAttemptAt).Select(d => (DateTimeOffset?)d.NextAttemptAt).FirstOrDefaultAsync(cancel);
    }
}
