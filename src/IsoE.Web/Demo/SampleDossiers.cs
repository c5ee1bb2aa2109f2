using IsoE.Office.Procedures;

namespace IsoE.Web.Demo;

/// <summary>The dossiers of <c>samples/dossiers</c> and the courses they take: a file for each procedure or theme.</summary>
/// <remarks>
/// <c>received: {daysAgo: N, at: HH:mm}</c>, for an internal dossier <c>opened</c>, counts working days back from the last working day; a step's
/// <c>at: "+N HH:mm"</c> counts working days from the day of receipt. The first run plays the steps that lie in the
/// past; <c>demo</c> plays all. <c>{name}</c> in a course is replaced by the dossier's <c>with</c>; <c>@today</c> is
/// the day of the step. Courses belong to the dossiers of their own file.
/// </remarks>
public sealed record SampleDossiers(IReadOnlyList<SampleDossier> Dossiers)
{
    /// <summary>Reads the files of a directory, in the order of their names.</summary>
    /// <exception cref="LoadFailedException">A file does not stand; every problem is listed with its file and line.</exception>
    public static SampleDossiers Load(string directory, SampleAgencies agencies)
    {
        var (dossiers, problems) = (new List<SampleDossier>(), new List<LoadProblem>());
        foreach (var path in Directory.EnumerateFiles(directory, "*.yaml").Order(StringComparer.Ordinal))
            dossiers.AddRange(Read(path, agencies, [.. dossiers.Select(d => d.Id)], problems));
        return problems.Count == 0 ? new SampleDossiers(dossiers) : throw new LoadFailedException(problems);
    }

    private static IReadOnlyList<SampleDossier> Read(
        string path, SampleAgencies agencies, IReadOnlyList<string> taken, List<LoadProblem> problems)
    {
        var (document, root) = YamlDocument.Parse(Path.GetFileName(path), File.ReadAllText(path));
        var courses = root.List("courses", m => (Id: m.String("id"), Steps: m.List("steps", SampleStepReader.Read)))
            .GroupBy(c => c.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Steps, StringComparer.Ordinal);
        var read = root.List("dossiers", m => Dossier(m, courses));
        root.Done();
        SampleChecks.Dossiers(read, taken, agencies, root);
        problems.AddRange(document.Problems);
        return read;
    }

    private static SampleDossier Dossier(YamlMap map, Dictionary<string, IReadOnlyList<SampleStep>> courses) => new(
        map.String("id"),
        map.String("procedure"),
        map.String("case"),
        map.Choice("channel", (Channel?)Channel.Direct),
        SampleStepReader.Received(map),
        map.Has("opened") ? null : Applicant(map),
        map.Values("form"),
        SampleStepReader.Course(map, courses),
        map.Values("with"),
        map.OptionalString("refused"),
        SampleStepReader.Expect(map));

    private static SampleApplicant Applicant(YamlMap map)
    {
        if (map.Map("applicant") is not { } m)
        {
            _ = map.Text("applicant");
            return new SampleApplicant("", "", "", "", "", null);
        }
        var applicant = new SampleApplicant(
            m.String("name"), m.String("kind"), m.String("identity"), m.String("address"), m.String("phone"), m.OptionalString("email"));
        m.Done();
        return applicant;
    }
}

/// <summary>One sample dossier: who asks for what, and what happens with it.</summary>
/// <param name="Applicant">Null for an internal dossier, which an officer opens.</param>
/// <param name="Steps">What people do, in time order; empty when it is refused at the counter.</param>
/// <param name="With">What <c>{name}</c> in the values of the steps stands for.</param>
/// <param name="Refused">Reason of a refusal at the counter; null when the dossier is accepted.</param>
public sealed record SampleDossier(
    string Id,
    string Procedure,
    string Case,
    Channel Channel,
    SampleReception Received,
    SampleApplicant? Applicant,
    IReadOnlyDictionary<string, string> Form,
    IReadOnlyList<SampleStep> Steps,
    IReadOnlyDictionary<string, string> With,
    string? Refused,
    SampleExpectation Expect);

/// <param name="DaysAgo">Working days before the day the samples are laid out from.</param>
/// <param name="At">Local time of the agency.</param>
/// <param name="By">User name of the reception officer.</param>
public sealed record SampleReception(int DaysAgo, TimeOnly At, string By);

/// <param name="Kind"><c>person</c>, <c>household</c> or <c>organisation</c>.</param>
public sealed record SampleApplicant(string Name, string Kind, string Identity, string Address, string Phone, string? Email);

/// <summary>How the dossier ends when all its steps have been played.</summary>
/// <param name="Status">National status, 1 to 10.</param>
/// <param name="Timing">How the finish lies to the promised day; null where the dossier is not settled.</param>
public sealed record SampleExpectation(int Status, SampleTiming? Timing);

public enum SampleTiming { Early, OnTime, Late }
