using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Reports;

/// <summary>A figure of a report, as links name it: what is counted, and of which part.</summary>
/// <param name="Column">See <see cref="Figures.Columns"/>.</param>
/// <param name="By">See <see cref="Figures.Groups"/>; null for the whole.</param>
/// <param name="Key">The part: code of a procedure, a month, ...</param>
public sealed record Figure(string Column, string? By = null, string? Key = null);

/// <summary>What the figures of the reports count. The same test gives a number and the dossiers behind it.</summary>
internal static class Figures
{
    public const string Received = "received";
    public const string Online = "online";
    public const string Direct = "direct";
    public const string Carried = "carried";
    public const string Settled = "settled";
    public const string Early = "early";
    public const string OnTime = "on-time";
    public const string Overdue = "overdue";
    public const string Open = "open";
    public const string OpenInTime = "open-in-time";
    public const string OpenOverdue = "open-overdue";
    public const string InTime = "in-time";
    public const string Late = "late";
    public const string Supplemented = "supplemented";

    public const string ByField = "field";
    public const string ByProcedure = "procedure";
    public const string ByUnit = "unit";
    public const string ByMonth = "month";
    public const string ByOfficer = "officer";
    public const string ByAge = "age";
    public const string ByReason = "reason";
    public const string ByStep = "step";

    /// <summary>Reason of the overdue dossiers for which nobody apologised.</summary>
    public const string NoApology = "";

    /// <summary>Columns of form 06, and what the other reports count.</summary>
    public static IReadOnlyDictionary<string, Func<Counted, bool>> Columns { get; } = new Dictionary<string, Func<Counted, bool>>
    {
        [Received] = _ => true,
        [Online] = counted => counted.IsNew && counted.Dossier.Channel == Channel.Online,
        [Direct] = counted => counted.IsNew && counted.Dossier.Channel != Channel.Online,
        [Carried] = counted => !counted.IsNew,
        [Settled] = counted => counted.IsSettled,
        [Early] = counted => counted.IsSettled && counted.Timeliness == Timeliness.Early,
        [OnTime] = counted => counted.IsSettled && counted.Timeliness == Timeliness.OnTime,
        [Overdue] = counted => counted.IsSettled && counted.Timeliness == Timeliness.Overdue,
        [Open] = counted => !counted.IsSettled,
        [OpenInTime] = counted => !counted.IsSettled && counted.Timeliness != Timeliness.Overdue,
        [OpenOverdue] = counted => !counted.IsSettled && counted.Timeliness == Timeliness.Overdue,
        [InTime] = counted => counted.Timeliness != Timeliness.Overdue,
        [Late] = counted => counted.Timeliness == Timeliness.Overdue,
        [Supplemented] = counted => counted.IsNew && counted.Dossier.SupplementCount > 0,
    };

    /// <summary><c>figure-unknown</c></summary>
    public static RejectedException Unknown() => new("figure-unknown", new Text(
        "Không có số liệu này. Hãy mở lại báo cáo và bấm vào con số.", "There is no such figure. Open the report and choose a number in it."));

    /// <summary>What the parts of a figure are called by.</summary>
    public static IReadOnlyDictionary<string, Func<Counted, string>> Groups { get; } = new Dictionary<string, Func<Counted, string>>
    {
        [ByField] = counted => counted.Version.Procedure.Field.Vi,
        [ByProcedure] = counted => counted.Dossier.ProcedureCode,
        [ByUnit] = counted => counted.Unit,
        [ByMonth] = counted => VietnamTime.DateOf(counted.Finish).ToString("yyyy-MM", CultureInfo.InvariantCulture),
        [ByOfficer] = counted => counted.Officer,
        [ByAge] = counted => Ageing.Of(counted.DaysLate),
        [ByReason] = counted => counted.Dossier.ExtensionReason is { } reason ? counted.Dossier.IsConfidential ? "(bảo mật)" : reason.Trim() : NoApology,
        [ByStep] = counted => counted.LateStep?.Title.Vi ?? "",
    };
}

/// <summary>How long what is late has been late, in working days.</summary>
internal static class Ageing
{
    private static readonly (int Most, string Key)[] Bands = [(3, "1-3"), (7, "4-7"), (15, "8-15"), (30, "16-30"), (int.MaxValue, "31+")];

    public static IReadOnlyList<string> Keys { get; } = [.. Bands.Select(band => band.Key)];

    public static string Of(int days) => Bands.First(band => days <= band.Most).Key;
}
