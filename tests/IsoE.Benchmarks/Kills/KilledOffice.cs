using System.Globalization;
using IsoE.Benchmarks.Bed;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Benchmarks.Kills;

/// <summary>The office that is killed: clients work on dossiers for ever and say on standard output what was acknowledged.</summary>
/// <remarks>
/// Standard input names where each client stands, an empty line ends the list; when the input ends the process does too.
/// A line of output is <c>client dossier done ;</c>: done is -1 when the dossier is about to be handed in, 0 when its
/// reception was acknowledged, n when n deeds were.
/// </remarks>
internal static class KilledOffice
{
    public const int Clients = 6;

    public static async Task<int> Run(string[] args)
    {
        var options = args[0] == nameof(DatabaseKind.Postgres)
            ? OfficeOptions.Postgres(args[1], args[2])
            : OfficeOptions.Sqlite(args[2]);
        var places = ReadPlaces();
        _ = Task.Run(EndWithParent);
        await using var office = await BenchOffice.Open(options, ToldSteps.AddTo, Begin(int.Parse(args[3], CultureInfo.InvariantCulture)));
        await office.Get<OutboxDispatcher>().StartAsync(CancellationToken.None);
        // Clients never end: the first that does has failed, and the office with it.
        await await Task.WhenAny(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Work(office, client, places.GetValueOrDefault(client)))));
        return 1;
    }

    /// <summary>The clock of the n-th life: far enough on that what the one before had leased has come free.</summary>
    public static DateTimeOffset Begin(int life) => MovableClock.Morning.AddMinutes(6 * life);

    private static async Task Work(BenchOffice office, int client, (string Dossier, int Done)? place)
    {
        while (true)
        {
            var (dossier, done) = place ?? (RowId.New(office.Clock.GetUtcNow()), -1);
            Say(client, dossier, done);
            var task = done < 0 ? await DossierLife.Receive(office, dossier) : null;
            if (done < 0)
                Say(client, dossier, 0);
            for (var deed = Math.Max(done, 0); deed < DossierLife.Deeds.Count; deed++)
            {
                task = await DossierLife.Complete(office, dossier, deed, task ?? await FindTask(office, dossier, deed));
                Say(client, dossier, deed + 1);
            }

            place = null;
        }
    }

    /// <summary>The task that was sent before the kill, whether or not it was carried out.</summary>
    private static async Task<string> FindTask(BenchOffice office, string dossier, int deed)
    {
        var activity = DossierLife.Deeds[deed].ActivityId;
        await using var db = office.OpenDb();
        return await db.Set<TaskRow>().IgnoreQueryFilters()
            .Where(t => t.AgencyId == DossierLife.Agency && t.InstanceId == dossier && t.ActivityId == activity)
            .Select(t => t.Id).SingleAsync();
    }

    private static Dictionary<int, (string Dossier, int Done)?> ReadPlaces()
    {
        var places = new Dictionary<int, (string, int)?>();
        while (Console.ReadLine() is { Length: > 0 } line)
        {
            var words = line.Split(' ');
            places[int.Parse(words[0], CultureInfo.InvariantCulture)] = (words[1], int.Parse(words[2], CultureInfo.InvariantCulture));
        }

        return places;
    }

    private static async Task EndWithParent()
    {
        await Console.In.ReadToEndAsync();
        Environment.Exit(0);
    }

    private static void Say(int client, string dossier, int done) =>
        Console.WriteLine(FormattableString.Invariant($"{client} {dossier} {done} ;"));
}
