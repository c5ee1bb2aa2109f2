using IsoE.Office.Deadlines;
using IsoE.Office.Instances;
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
    /// <summary>How many working days a deed is put off whose task is not there yet.</summary>
    private const int MostPatience = 15;

    /// <summary>Letters of so long before the end are left to be signed: something waits for whoever looks.</summary>
    private static readonly TimeSpan LeftToSign = TimeSpan.FromDays(5);

    /// <summary>What has to be delivered for the scripts to go on; the printing of records can wait.</summary>
    private static readonly string[] Topics = [SubProcedures.StartTopic, SubProcedures.EndedTopic];

    private readonly ScriptDeeds deeds = new(office, clock, agencies, days);
    private readonly DeadlineSweep sweep = office.GetRequiredService<DeadlineSweep>();
    private readonly OutboxDispatcher outbox = office.GetRequiredService<OutboxDispatcher>();
    private readonly PriorityQueue<Moment, (DateTimeOffset At, string Id)> ahead = new();

    /// <summary>What went wrong, by sample id: a script that breaks off does not stop the others.</summary>
    public Dictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Number of deeds done, receptions included.</summary>
    public int Done { get; private set; }

    /// <param name="until">Deeds after this moment are left undone; null plays all.</param>
    /// <param name="progress">Told after each deed how many are done.</param>
    public async Task Play(IReadOnlyList<SampleDossier> dossiers, DateTimeOffset? until, Action<int>? progress, CancellationToken cancel)
    {
        foreach (var dossier in dossiers) Plan(new Moment(dossier, 0, 0));
        while (ahead.TryDequeue(out var moment, out var when) && (until is null || when.At <= until))
        {
            await PassTime(when.At, cancel);
            if (await Try(moment, cancel) is { } next) Plan(next);
            if (until is null || when.At < until - LeftToSign) await deeds.SignLetters(moment.Dossier, cancel);
            await outbox.DeliverPending(Topics, cancel);
            progress?.Invoke(Done);
        }
        if (until is { } end) await PassTime(end, cancel);
    }

    private void Plan(Moment moment)
    {
        if (moment.Step > moment.Dossier.Steps.Count) return;
        var at = moment.Step == 0
            ? days.Received(moment.Dossier)
            : days.MomentOf(moment.Dossier, moment.Dossier.Steps[moment.Step - 1], moment.Late);
        ahead.Enqueue(moment, (at, moment.Dossier.Id));
    }

    /// <returns>What comes next in the dossier's script; null when it breaks off.</returns>
    private async Task<Moment?> Try(Moment moment, CancellationToken cancel)
    {
        try
        {
            await deeds.Do(moment.Dossier, moment.Step, cancel);
            Done++;
            return moment with { Step = moment.Step + 1 };
        }
        catch (NotYetException) when (moment.Late < MostPatience)
        {
            // Holidays can make a term of calendar days end later than the script foresees: all that follows waits.
            return moment with { Late = moment.Late + 1 };
        }
        catch (Exception e) when (e is RejectedException or NotYetException)
        {
            Failures[moment.Dossier.Id] = $"{Describe(moment)}: {e.Message}";
            return null;
        }
    }

    private static string Describe(Moment moment)
    {
        if (moment.Step == 0) return "reception";
        var step = moment.Dossier.Steps[moment.Step - 1];
        return $"+{step.Day} {step.At:HH:mm} {step.By} {step.Do} {step.Activity}".TrimEnd();
    }

    /// <summary>Lets time pass up to <paramref name="moment"/>, stopping wherever something is due.</summary>
    private async Task PassTime(DateTimeOffset moment, CancellationToken cancel)
    {
        while (await NextDue(cancel) is { } due && due <= moment)
        {
            clock.MoveTo(due);
            if (await sweep.Run(clock.GetUtcNow(), cancel) == 0) break;
            await outbox.DeliverPending(Topics, cancel);
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

    /// <param name="Step">0 is the reception, 1 the first step of the script.</param>
    /// <param name="Late">Working days by which the script has been put off.</param>
    private sealed record Moment(SampleDossier Dossier, int Step, int Late);
}

/// <summary>The task a deed is about is not open.</summary>
internal sealed class NotYetException(string message) : Exception(message);
