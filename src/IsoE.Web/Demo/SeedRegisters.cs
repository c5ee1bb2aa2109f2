using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality.Registers;
using IsoE.Office.Storage;

namespace IsoE.Web.Demo;

/// <summary>Writes the quality registers of the main sample agency: its ISO secretary keeps them, its people have read the policy.</summary>
internal sealed class SeedRegisters(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Keeper = "thukyiso";

    /// <param name="file"><c>quality.yaml</c> of the samples.</param>
    public async Task Run(string file, SampleAgencies agencies, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(agencies.Main);
        var (resolve, keep) = (scope.ServiceProvider.GetRequiredService<ResolveActor>(), scope.ServiceProvider.GetRequiredService<KeepRegister>());
        var keeper = await resolve.Run(agencies.Main, SampleIds.Person(Keeper), cancel);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        foreach (var (entry, i) in Read(file).Select((entry, i) => (entry, i)))
        {
            var id = RowId.Of($"register entry {i}");
            await keep.Record(keeper, entry.Register, id, SampleValues.Typed(entry.Values, new Dictionary<string, string>(), today), SampleIds.Command("register", i), cancel);
        }

        foreach (var person in agencies.Agencies.Single(agency => agency.Id == agencies.Main).People.Where(person => !person.Roles.Contains(Roles.TenantAdmin)))
        {
            var reader = await resolve.Run(agencies.Main, SampleIds.Person(person.User), cancel);
            await keep.Acknowledge(reader, "policy", cancel);
            // Somebody has always something left to read.
            if (!person.Roles.Contains(Roles.Specialist)) await keep.Acknowledge(reader, "context", cancel);
        }
    }

    private static IReadOnlyList<(string Register, IReadOnlyDictionary<string, string> Values)> Read(string file)
    {
        var (document, root) = YamlDocument.Parse(Path.GetFileName(file), File.ReadAllText(file));
        var entries = root.List("entries", map => (map.String("register"), map.Values("values")));
        root.Done();
        return document.Problems.Count == 0 ? entries : throw new LoadFailedException(document.Problems);
    }
}
