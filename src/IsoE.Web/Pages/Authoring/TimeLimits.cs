using System.Globalization;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Web.Pages.Authoring;

/// <summary>Time limits as a count and a unit, which is how people enter them.</summary>
internal static class TimeLimits
{
    /// <summary>The units with their names, the most used first.</summary>
    public static IReadOnlyList<(string Suffix, Text Name)> Units { get; } =
    [
        ("h", new Text("giờ làm việc", "working hours")),
        ("wd", new Text("ngày làm việc", "working days")),
        ("d", new Text("ngày (lịch)", "calendar days")),
        ("m", new Text("phút làm việc", "working minutes")),
        ("sameday", new Text("trong ngày", "the same day")),
    ];

    /// <summary>The limit of a step in a case as the definition writes it; null for none or one that cannot be told.</summary>
    public static string? Of(Activity activity, string caseId)
    {
        try
        {
            return StepLimits.Find(activity, caseId)?.ToString();
        }
        catch (Exception unreadable) when (unreadable is RejectedException or ExpressionFailedException)
        {
            return null;
        }
    }

    /// <summary>What a person entered, as definitions write it; kept as typed where it is no number, for the refusal.</summary>
    public static string? Written(string? count, string? unit) =>
        unit == "sameday" ? "sameday"
        : string.IsNullOrWhiteSpace(count) ? null
        : Half(count, unit) ?? $"{count.Trim()}{unit}";

    public static (string Count, string Unit) Split(string? limit)
    {
        if (!TimeLimit.TryParse(limit, out var read)) return ("", "h");
        var text = read.ToString();
        return read.Unit == TimeUnit.SameDay ? ("", "sameday") : (read.Value.ToString(CultureInfo.InvariantCulture), text[read.Value.ToString(CultureInfo.InvariantCulture).Length..]);
    }

    /// <summary>Half days and half hours are written that way on paper: 0,5 ngày is 4 hours, 1,5 giờ is 90 minutes.</summary>
    private static string? Half(string count, string? unit)
    {
        if (!decimal.TryParse(count.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number == decimal.Truncate(number)) return null;
        var (factor, smaller) = unit switch { "wd" => (8, "h"), "h" => (60, "m"), _ => (0, "") };
        return factor > 0 && number * factor == decimal.Truncate(number * factor)
            ? string.Create(CultureInfo.InvariantCulture, $"{number * factor:0}{smaller}")
            : null;
    }
}
