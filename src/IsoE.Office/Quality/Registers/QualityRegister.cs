using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Quality.Registers;

/// <summary>One register of the quality system: what its entries say and what is asked of them. Data, see <c>quality/registers.yaml</c>.</summary>
/// <param name="Clauses">Clauses of ISO 9001 it is evidence for.</param>
/// <param name="ReviewDays">Within how many days an entry has to be looked at again; null for never.</param>
/// <param name="IsAcknowledged">Every officer confirms having read an entry.</param>
/// <param name="IsSingle">One entry holds at a time: a new one takes the place of the one before.</param>
/// <param name="Source">Where its rules come from.</param>
/// <param name="DueField">Field with the day until which the entry has to be closed; null for none.</param>
public sealed record QualityRegister(
    string Id,
    string Icon,
    IReadOnlyList<string> Clauses,
    Text Name,
    Text About,
    int? ReviewDays,
    bool IsAcknowledged,
    bool IsSingle,
    Source Source,
    string? DueField,
    RiskMatrix? Matrix,
    MeasuredTarget? Measured,
    IReadOnlyList<RegisterTerm> Terms,
    IReadOnlyList<FormField> Fields);

/// <summary>Entries that are rated by likelihood times impact, 1 to 5 each.</summary>
/// <param name="ActFrom">From this product on there have to be measures.</param>
public sealed record RiskMatrix(string LikelihoodField, string ImpactField, int ActFrom);

/// <summary>Entries whose value is read from history: the fields that name the figure, its target and its period.</summary>
public sealed record MeasuredTarget(string IndicatorField, string TargetField, string ThresholdField, string FromField, string ToField);

/// <summary>A term that runs in an entry from one day to another, for example 15 working days to settle a petition (R-20).</summary>
/// <param name="OnlyIf">It runs only where this day is filled in; null for always.</param>
/// <param name="Unless">It does not run where this day is filled in; null for always.</param>
public sealed record RegisterTerm(string Id, Text Name, string FromField, string UntilField, TimeLimit Limit, string? OnlyIf, string? Unless);

/// <summary>The registers there are, in the order in which they are shown.</summary>
public static class QualityRegisters
{
    public static IReadOnlyList<QualityRegister> All { get; } = QualityFile.Read("registers.yaml", root => root.List("registers", Register));

    public static QualityRegister? Find(string id) => All.FirstOrDefault(register => register.Id == id);

    /// <exception cref="RejectedException"><c>register-unknown</c>.</exception>
    public static QualityRegister Get(string id) => Find(id) ?? throw new RejectedException("register-unknown", new Text(
        $"Không có sổ “{id}”. Mở trang Chất lượng để chọn sổ.", $"There is no register “{id}”. Choose one on the page Quality."));

    private static QualityRegister Register(YamlMap map) => new(
        map.String("id"),
        map.String("icon"),
        map.Strings("clauses"),
        map.Text("name"),
        map.Text("about"),
        map.OptionalInteger("reviewDays"),
        map.Flag("acknowledged", false),
        map.Flag("single", false),
        Source.Parse(map.String("source")) ?? throw new InvalidDataException($"{map.String("id")}: source"),
        map.OptionalString("due"),
        Closed(map.Map("matrix"), m => new RiskMatrix(m.String("likelihood"), m.String("impact"), m.Integer("actFrom"))),
        Closed(map.Map("figure"), m => new MeasuredTarget(m.String("indicator"), m.String("target"), m.String("threshold"), m.String("from"), m.String("to"))),
        map.List("terms", m => new RegisterTerm(
            m.String("id"), m.Text("name"), m.String("from"), m.String("until"), m.Limit("limit"), m.OptionalString("onlyIf"), m.OptionalString("unless"))),
        map.List("fields", FormReader.Field));

    private static T? Closed<T>(YamlMap? map, Func<YamlMap, T> read)
        where T : class
    {
        if (map is null) return null;
        var value = read(map);
        map.Done();
        return value;
    }
}
