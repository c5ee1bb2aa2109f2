using IsoE.Office.Procedures;
using IsoE.Web.Demo;

namespace IsoE.Web.Tests.Demo;

/// <summary>The shipped samples, and what their loader says about broken ones.</summary>
public sealed class SampleFileTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    private static SampleAgencies Agencies() => SampleAgencies.Load(Path.Combine(Samples, "agency.yaml"));

    [Test]
    public void Every_procedure_that_is_received_or_opened_has_dossiers_and_every_kind_of_end_occurs()
    {
        var dossiers = SampleDossiers.Load(Path.Combine(Samples, "dossiers"), Agencies()).Dossiers;
        var received = ProcedureLibrary.Load(AppContext.BaseDirectory).All
            .Where(v => !v.Procedure.IsInternal || v.Procedure.IsOpenedByOfficers).Select(v => v.Code);

        Assert.Multiple(() =>
        {
            Assert.That(dossiers, Has.Count.AtLeast(40));
            Assert.That(dossiers.Select(d => d.Procedure).Distinct(), Is.EquivalentTo(received.Distinct()));
            Assert.That(dossiers.Select(d => d.Expect.Status).Distinct(), Is.SupersetOf(new[] { 3, 8, 10 }));
            Assert.That(dossiers.Select(d => d.Expect.Timing).Distinct(), Is.EquivalentTo(new SampleTiming?[] { SampleTiming.Early, SampleTiming.OnTime, SampleTiming.Late, null }));
            Assert.That(dossiers.SelectMany(d => d.Steps).Select(s => s.Do).Distinct(), Is.EquivalentTo(Enum.GetValues<SampleDeed>()));
        });
    }

    [Test]
    public void Every_role_that_a_procedure_needs_is_staffed_in_an_agency_that_executes_it()
    {
        var agencies = Agencies().Agencies;

        Assert.Multiple(() =>
        {
            foreach (var version in ProcedureLibrary.Load(AppContext.BaseDirectory).All)
            {
                var executors = agencies.Where(a => version.Procedure.IsExecutedBy(new Executor(a.Level, a.Kind))).ToList();
                var needed = version.Steps.Rows.Select(r => r.Role).OfType<string>().ToHashSet();
                Assert.That(executors.Any(a => needed.IsSubsetOf(a.People.SelectMany(p => p.Roles))), Is.True, version.Code);
            }
        });
    }

    [TestCase("agency.yaml", "roles: [cashier]", "roles: [king]", "agency.yaml:4: agencies: thuphi: there is no role \"king\".")]
    [TestCase("agency.yaml", "unit: one-stop, position: officer, phone: \"0903100101\"", "unit: cellar, position: officer, phone: \"0903100101\"", "agency.yaml:4: agencies: tiepnhan: the agency has no unit \"cellar\".")]
    [TestCase("agency.yaml", "kind: tax", "kind: taxes", "agency.yaml:4: agencies: G12.29.05: there is no level \"province\" or kind \"taxes\".")]
    [TestCase("agency.yaml", "main: H29.150", "main: H99", "agency.yaml:3: main: There is no agency \"H99\".")]
    [TestCase("agency.yaml", "user: tiepnhan2", "user: tiepnhan", "agency.yaml:4: agencies: The user name \"tiepnhan\" is used twice.")]
    [TestCase("dossiers/1.013225.yaml", "course: house-withdrawn", "course: house-haunted", "There is no course \"house-haunted\".")]
    [TestCase("dossiers/1.001612.yaml", "daysAgo: 22", "daysBefore: 22", "There is no key \"daysBefore\" here. Known keys: at, by, daysAgo.")]
    [TestCase("dossiers/1.004873.yaml", "id: hn-02", "id: hn-01", "1.004873.yaml:95: dossiers: The sample id \"hn-01\" is used twice.")]
    [TestCase("dossiers/1.004873.yaml", "id: hn-01", "id: hkd-01", "1.004873.yaml:95: dossiers: The sample id \"hkd-01\" is used twice.")]
    [TestCase("dossiers/1.001612.yaml", "at: \"+0 10:30\"", "at: \"0 10:30\"", "The moment \"0 10:30\" must be written like \"+2 09:30\".")]
    public void A_broken_file_is_refused_with_the_place(string file, string right, string wrong, string expected)
    {
        using var copy = new SamplesCopy(Samples);
        copy.Change(file, right, wrong);

        var failure = Assert.Throws<LoadFailedException>(() =>
            SampleDossiers.Load(copy.Path("dossiers"), SampleAgencies.Load(copy.Path("agency.yaml"))))!;

        Assert.That(failure.Problems.Select(p => p.ToString()), Has.Some.EndsWith(expected));
    }

    private sealed class SamplesCopy : IDisposable
    {
        private readonly string root = Directory.CreateTempSubdirectory("isoe-samples-").FullName;

        public SamplesCopy(string samples)
        {
            Directory.CreateDirectory(Path("dossiers"));
            foreach (var file in Directory.EnumerateFiles(samples, "*.yaml", SearchOption.AllDirectories))
                File.Copy(file, Path(System.IO.Path.GetRelativePath(samples, file)));
        }

        public string Path(string file) => System.IO.Path.Combine(root, file);

        public void Change(string file, string right, string wrong)
        {
            var before = File.ReadAllText(Path(file));
            var after = before.Replace(right, wrong, StringComparison.Ordinal);
            Assert.That(after, Is.Not.EqualTo(before), "The file does not hold what the test wants to break.");
            File.WriteAllText(Path(file), after);
        }

        public void Dispose() => Directory.Delete(root, recursive: true);
    }
}
