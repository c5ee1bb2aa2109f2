using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>What opens a nonconformity report by itself. Data, see <c>quality/triggers.yaml</c>.</summary>
/// <param name="IsOn">Whether it does so where the agency has said nothing.</param>
/// <param name="CaseId">Case of the procedure the report is opened under.</param>
/// <param name="Origin">Answer to where it was found, in the procedure's form.</param>
/// <param name="Clause">Clause of ISO 9001 it points to.</param>
/// <param name="After">How long to wait before it counts; null for at once.</param>
/// <param name="Answers">The answer of a step that is the symptom; null for symptoms the program sees by itself.</param>
public sealed record NonconformityTrigger(
    string Id, Text Name, bool IsOn, string CaseId, string Origin, string Clause, TimeLimit? After, TellingAnswer? Answers, Source Source);

/// <summary>A step of one of these procedures was completed with one of these answers.</summary>
public sealed record TellingAnswer(string Field, IReadOnlyList<string> Values, IReadOnlyList<string> Procedures);

/// <summary>The triggers there are.</summary>
public static class NonconformityTriggers
{
    public const string Overdue = "overdue";
    public const string NoApology = "no-apology";
    public const string SecondSupplement = "second-supplement";
    public const string Override = "override";
    public const string Superseded = "superseded";
    public const string WrongResult = "wrong-result";
    public const string Segregation = "segregation";
    public const string LowMark = "low-mark";

    public static IReadOnlyList<NonconformityTrigger> All { get; } = QualityFile.Read("triggers.yaml", root => root.List("triggers", Trigger));

    public static NonconformityTrigger? Find(string id) => All.FirstOrDefault(trigger => trigger.Id == id);

    private static NonconformityTrigger Trigger(YamlMap map) => new(
        map.String("id"),
        map.Text("name"),
        map.Flag("on", true),
        map.String("case"),
        map.String("origin"),
        map.String("clause"),
        map.Has("after") ? map.Limit("after") : null,
        Answer(map.Map("answers")),
        Source.Parse(map.String("source")) ?? throw new InvalidDataException($"{map.String("id")}: source"));

    private static TellingAnswer? Answer(YamlMap? map)
    {
        if (map is null) return null;
        var answer = new TellingAnswer(map.String("field"), map.Strings("values"), map.Strings("procedures"));
        map.Done();
        return answer;
    }
}
