using System.Diagnostics;
using IsoE.Office.Procedures;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Tests.Procedures.Mutants;

/// <summary>
/// The gate against the engine: every shipped definition and small changes to it. What some run in the engine shows to be
/// wrong the gate refuses, and it refuses nothing else.
/// </summary>
public class MutantTests
{
    /// <summary>One mutant in so many is tried on every run of the tests; <see cref="Every_mutant_is_judged_as_running_it_shows"/> tries all.</summary>
    private const int OneIn = 30;

    private static readonly Lazy<ProcedureLibrary> Library = new(() => ProcedureLibrary.Load(AppContext.BaseDirectory));

    private static readonly Lazy<IReadOnlyDictionary<string, KnownProcedure>> Known = new(() => Library.Value.All
        .ToDictionary(version => version.Code, version => GateContext.Known(version.Procedure, version.Definition)));

    private static IEnumerable<string> Codes() =>
        Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "workflows")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Codes))]
    public void A_shipped_procedure_shows_nothing_wrong_in_any_run(string code)
    {
        var version = Library.Value.Get(code, 1);

        Assert.That(Wrong(version, version.Definition) ?? TooLong(version, version.Definition), Is.Null);
    }

    [Test]
    public void A_sample_of_the_mutants_is_judged_as_running_them_shows() => Judge(Mutants().Where((_, index) => index % OneIn == 0));

    [Test, Explicit("All mutants of all shipped definitions; takes minutes.")]
    [TestCaseSource(nameof(Codes))]
    public void Every_mutant_is_judged_as_running_it_shows(string code) => Judge(Mutants().Where(mutant => mutant.Version.Code == code));

    private static IEnumerable<(ProcedureVersion Version, Mutant Mutant)> Mutants() =>
        Library.Value.All.SelectMany(version => Mutant.Of(version).Select(mutant => (version, mutant)));

    private static void Judge(IEnumerable<(ProcedureVersion Version, Mutant Mutant)> mutants)
    {
        var (unsound, sound, wrong) = (0, 0, new List<string>());
        var (gate, runs) = (new Stopwatch(), new Stopwatch());
        foreach (var (version, mutant) in mutants)
        {
            var definition = DefinitionReader.Read(mutant.Json).Definition;
            gate.Start();
            var refused = definition is null ? ["unreadable"] : Refusals(version, definition);
            gate.Stop();
            if (definition is null) continue;
            runs.Start();
            var shown = (mutant.IsTimed ? null : Wrong(version, definition)) ?? TooLong(version, definition);
            runs.Stop();
            (unsound, sound) = shown is null ? (unsound, sound + 1) : (unsound + 1, sound);
            if (refused.Count > 0 != shown is not null) wrong.Add($"{mutant.Name}: runs show {shown ?? "nothing"}, the gate says {string.Join(", ", refused)}");
        }

        TestContext.Out.WriteLine($"{unsound} unsound, {sound} sound; gate {gate.Elapsed.TotalSeconds:0.0} s, runs {runs.Elapsed.TotalSeconds:0.0} s");
        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
        Assert.That((unsound, sound), Is.Not.EqualTo((0, 0)));
    }

    private static List<string> Refusals(ProcedureVersion version, WorkflowDefinition definition) =>
    [
        .. PublishGate.Check(version.Procedure, definition, new Surroundings(Procedures: Known.Value))
            .Where(finding => finding.Refuses).Select(finding => $"{finding.Code} [{string.Join(' ', finding.ActivityIds)}]"),
    ];

    private static string? Wrong(ProcedureVersion version, WorkflowDefinition definition) =>
        new EveryRun(definition, new Entries(version.Procedure, definition, Other)).Trouble();

    private static string? TooLong(ProcedureVersion version, WorkflowDefinition definition) =>
        new LongestRun(version.Procedure, definition, new Entries(version.Procedure, definition, Other), Other).CasesOver().FirstOrDefault() is { } over
            ? $"too long in case {over}"
            : null;

    private static ProcedureVersion? Other(string code) => Library.Value.Find(code, 1);
}
