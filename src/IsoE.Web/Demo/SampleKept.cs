using IsoE.Office.Procedures;

namespace IsoE.Web.Demo;

/// <summary>A dossier that the main sample agency took over from the wards it was formed of; it was refused at the counter.</summary>
/// <param name="YearsAgo">Years before the one in which the samples begin.</param>
/// <param name="Goes">What was done with it since; null while it waits.</param>
internal sealed record SampleKept(
    string Id, string Procedure, int YearsAgo, int Month, int Day, string Name, string Identity, string Address, string Refused, SampleFate? Goes)
{
    /// <exception cref="LoadFailedException">The file does not stand; every problem is listed with its line.</exception>
    public static IReadOnlyList<SampleKept> Load(string file)
    {
        var (document, root) = YamlDocument.Parse(Path.GetFileName(file), File.ReadAllText(file));
        var kept = root.List("dossiers", map => new SampleKept(
            map.String("id"), map.String("procedure"), map.Integer("yearsAgo"), map.Integer("month"), map.Integer("day"), map.String("name"), map.String("identity"),
            map.String("address"), map.String("refused"), map.Has("goes") ? map.Choice<SampleFate>("goes") : null));
        root.Done();
        return document.Problems.Count == 0 ? kept : throw new LoadFailedException(document.Problems);
    }

    /// <summary>The day on which it was refused; never in a weekend.</summary>
    public DateOnly On(int year)
    {
        var day = new DateOnly(year - YearsAgo, Month, Day);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        return day;
    }
}

internal enum SampleFate
{
    Destroyed,

    /// <summary>On a list that waits for somebody to approve it.</summary>
    Proposed,

    HandedOver,
}
