using System.Text.RegularExpressions;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Who acts, as a cell says it.</summary>
/// <param name="Helpers">The others named beside.</param>
internal sealed record PerformerReading(Performer Performer, Confidence Confidence, IReadOnlyList<string> Helpers, Text? Remark);

/// <summary>Reads the cell of who is responsible for a step.</summary>
internal sealed partial class PerformerReader(UnitWords units)
{
    /// <param name="lines">Lines of the cell.</param>
    /// <param name="title">The step's title: the one-stop counter that receives is another role than the one that returns.</param>
    public PerformerReading Read(IEnumerable<string> lines, string title)
    {
        var people = lines.SelectMany(People).Where(person => person.Length > 0).ToList();
        if (people.Count == 0) return new PerformerReading(new Performer(null, "", null), Confidence.Guessed, [], null);
        var known = people.Select(person => (Person: person, Role: RoleWords.Of(PlainWords.Bare(person)))).ToList();
        // Citizens hand papers in; the step in the agency is done by the official named beside them.
        var chosen = known.FindIndex(p => p.Role is { } role && role.Role is not (Roles.Citizen or Roles.System or Roles.ExternalAgency));
        if (chosen < 0 && known[0].Role is null) return Nobody(people);
        chosen = Math.Max(chosen, 0);
        var (text, found) = known[chosen];
        var role = Returning(found!.Value.Role, title);
        var unit = UnitOf(text);
        var others = known.Where((p, i) => i != chosen && p.Role?.Role != found.Value.Role).Select(p => p.Person).ToList();
        return new PerformerReading(
            new Performer(role, unit, unit.Length > 0 ? units.CodeOf(unit) : null),
            chosen > 0 && known[0].Role is null ? Confidence.Guessed
                : others.Count > 0 || role != found.Value.Role ? Lower(found.Value.Confidence)
                : found.Value.Confidence,
            [.. known.Where((_, i) => i != chosen).Select(p => p.Person)],
            others.Count == 0 ? null : new Text(
                $"Ô trách nhiệm nêu nhiều người; dự thảo giao cho “{text}”, còn lại: {string.Join("; ", others)}.",
                $"The cell names several people; the draft gives the step to “{text}”; the others: {string.Join("; ", others)}."));
    }

    private PerformerReading Nobody(List<string> people)
    {
        var unit = UnitOf(people[0]);
        return new PerformerReading(new Performer(null, unit, unit.Length > 0 ? units.CodeOf(unit) : null), Confidence.Guessed, [.. people.Skip(1)], new Text(
            $"Không rõ “{string.Join("; ", people)}” là vai trò nào; hãy chọn vai trò.",
            $"It is not clear which role “{string.Join("; ", people)}” is; choose one."));
    }

    private static string UnitOf(string person) => UnitWords.Of(person);

    private static Confidence Lower(Confidence confidence) => confidence == Confidence.Certain ? Confidence.Likely : confidence;

    private static string Returning(string role, string title) =>
        role == Roles.ReceptionOfficer && Returns().IsMatch(PlainWords.Of(title)) ? Roles.ReturnOfficer : role;

    /// <summary>The people of a line: cut at stops, slashes and "và" where another person begins.</summary>
    private static IEnumerable<string> People(string line)
    {
        var start = 0;
        var text = PlainWords.WithoutBullet(line);
        foreach (Match cut in Separator().Matches(text))
        {
            var rest = PlainWords.Of(text[(cut.Index + cut.Length)..]);
            if (!RoleWords.BeginsPerson(rest) || cut.Index <= start) continue;
            yield return text[start..cut.Index].Trim(' ', '.', '-', ',');
            start = cut.Index + cut.Length;
        }
        yield return text[start..].Trim(' ', '.', '-', ',');
    }

    [GeneratedRegex(@";|,|\s\+\s|/|\s+và\s+|\s+hoặc\s+|\s[-–]\s", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?!tiep nhan(?! ket qua)|kiem tra, tiep nhan|nhan ho so).*(?:\bgiao tra\b|(?<!hen )\btra (?:ket qua|kq|giay|cho|ho so|chung|quyet|gcn|bien|ban|van ban|lai giay))")]
    private static partial Regex Returns();
}
