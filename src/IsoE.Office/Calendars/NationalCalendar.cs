using System.Globalization;
using System.Text.Json;
using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>The calendar shipped with the product: national holidays 2024 to 2030 with the common hours of Ho Chi Minh City.</summary>
/// <remarks>An agency starts from these rows and edits its own copy of them.</remarks>
public static class NationalCalendar
{
    private static readonly Lazy<WorkingCalendar> Calendar = new(() => new WorkingCalendar(Read()));

    public static WorkingCalendar Instance => Calendar.Value;

    private static CalendarDefinition Read()
    {
        using var stream = typeof(NationalCalendar).Assembly.GetManifestResourceStream("IsoE.Office.Calendars.national-calendar.json")
            ?? throw new InvalidOperationException("The national calendar is missing from the product.");
        using var document = JsonDocument.Parse(stream);
        return new CalendarFile(document.RootElement).Read();
    }

    /// <summary>Reads the rows of the file; names and sources are referred to by key.</summary>
    private sealed class CalendarFile(JsonElement root)
    {
        public CalendarDefinition Read() => new()
        {
            Name = TextOf(root.GetProperty("name")),
            SameDayCutOff = TimeOnly.ParseExact(root.GetProperty("sameDayCutOff").GetString()!, "HH:mm", CultureInfo.InvariantCulture),
            LegalBasis = Rows("legalBasis").ToDictionary(
                row => Enum.Parse<LegalMatter>(row.GetProperty("matter").GetString()!), SourceOf),
            Years = [.. Rows("years").Select(row => new CoveredYear(
                row.GetProperty("year").GetInt32(), row.GetProperty("provisional").GetBoolean(), SourceOf(row)))],
            WorkingHours = [.. Rows("workingHours").SelectMany(Hours)],
            ReceptionHours = [.. Rows("receptionHours").SelectMany(Hours)],
            RestDays = [.. Rows("restDays").SelectMany(row =>
                Weekdays(row).Select(weekday => new WeeklyRest(weekday, EffectiveOf(row), SourceOf(row))))],
            Holidays = [.. Rows("holidays").Select(row => new Holiday(
                Date(row, "from"), DateOrNull(row, "to") ?? Date(row, "from"), NameOf(row), SourceOf(row)))],
            MakeUpDays = [.. Rows("makeUpDays").Select(row => new MakeUpDay(Date(row, "on"), Date(row, "inPlaceOf"), SourceOf(row)))],
        };

        private JsonElement.ArrayEnumerator Rows(string name) => root.GetProperty(name).EnumerateArray();

        private IEnumerable<WeekdayHours> Hours(JsonElement row)
        {
            TimeRange[] ranges = [.. row.GetProperty("ranges").EnumerateArray().Select(range => TimeRange.Parse(range.GetString()!))];
            return Weekdays(row).Select(weekday => new WeekdayHours(weekday, ranges, EffectiveOf(row), SourceOf(row)));
        }

        private static IEnumerable<DayOfWeek> Weekdays(JsonElement row) =>
            row.GetProperty("weekdays").EnumerateArray().Select(day => Enum.Parse<DayOfWeek>(day.GetString()!));

        private static Effective EffectiveOf(JsonElement row) => new(Date(row, "from"), DateOrNull(row, "to"));

        private Text NameOf(JsonElement row) =>
            TextOf(root.GetProperty("names").GetProperty(row.GetProperty("name").GetString()!));

        private RowSource SourceOf(JsonElement row) => new(
            TextOf(root.GetProperty("sources").GetProperty(row.GetProperty("source").GetString()!)),
            row.GetProperty("verified").GetBoolean());

        private static DateOnly Date(JsonElement row, string name) =>
            DateOrNull(row, name) ?? throw new FormatException($"A row of the national calendar lacks '{name}'.");

        private static DateOnly? DateOrNull(JsonElement row, string name) => row.TryGetProperty(name, out var value)
            ? DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

        private static Text TextOf(JsonElement value) =>
            new(value.GetProperty("vi").GetString()!, value.GetProperty("en").GetString()!);
    }
}
