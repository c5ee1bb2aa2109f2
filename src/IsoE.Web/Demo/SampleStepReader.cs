using System.Globalization;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Web.Demo;

/// <summary>Reads the parts of a sample dossier that have a form of their own.</summary>
internal static class SampleStepReader
{
    public static SampleStep Read(YamlMap map)
    {
        var (day, at) = Moment(map);
        return new SampleStep(
            day,
            at,
            map.String("by"),
            map.Choice<SampleDeed>("do"),
            map.OptionalString("there"),
            map.OptionalString("step"),
            map.OptionalString("outcome"),
            map.OptionalInteger("days"),
            map.OptionalString("event"),
            map.Values("values"));
    }

    public static SampleReception Received(YamlMap map)
    {
        if (map.Map(map.Has("opened") ? "opened" : "received") is not { } m)
        {
            _ = map.Text("received");
            return new SampleReception(0, default, "");
        }
        var received = new SampleReception(m.Integer("daysAgo"), m.OptionalTime("at") ?? default, m.String("by"));
        m.Done();
        return received;
    }

    public static IReadOnlyList<SampleStep> Course(YamlMap map, Dictionary<string, IReadOnlyList<SampleStep>> courses)
    {
        if (map.OptionalString("course") is not { } course) return [];
        if (courses.TryGetValue(course, out var steps)) return steps;
        map.Problem("course", new Text($"Không có diễn biến \"{course}\".", $"There is no course \"{course}\"."));
        return [];
    }

    public static SampleExpectation Expect(YamlMap map)
    {
        if (map.Map("expect") is not { } m)
        {
            _ = map.Text("expect");
            return new SampleExpectation(0, null);
        }
        var expected = new SampleExpectation(m.Integer("status"), m.Has("timing") ? m.Choice<SampleTiming>("timing") : null);
        m.Done();
        return expected;
    }

    /// <summary><c>+2 09:30</c>: two working days after the day of receipt, at 09:30.</summary>
    private static (int Day, TimeOnly At) Moment(YamlMap map)
    {
        var written = map.String("at");
        var parts = written.Split(' ');
        if (parts.Length == 2 && parts[0].StartsWith('+')
            && int.TryParse(parts[0][1..], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && TimeOnly.TryParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return (day, at);
        if (written.Length > 0) map.Problem("at", new Text(
            $"Thời điểm \"{written}\" phải viết như \"+2 09:30\".", $"The moment \"{written}\" must be written like \"+2 09:30\"."));
        return (0, default);
    }
}
