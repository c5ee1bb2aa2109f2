using IsoE.Office.Calendars;
using IsoE.Workflows;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Reports;

/// <summary>The days a report covers, first and last included, in the agency's zone.</summary>
public sealed record Period
{
    /// <exception cref="RejectedException">The last day is before the first.</exception>
    public Period(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new RejectedException("period-reversed", new Text(
                $"Kỳ báo cáo bắt đầu ngày {Wording.ShortDate(from)} nhưng kết thúc ngày {Wording.ShortDate(to)}. Hãy chọn ngày kết thúc không sớm hơn ngày bắt đầu.",
                $"The period begins on {Wording.ShortDate(from)} and ends on {Wording.ShortDate(to)}. Choose a last day that is not before the first."))
            {
                Field = "to",
            };
        From = from;
        To = to;
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    /// <summary>First instant of the period, UTC.</summary>
    public DateTimeOffset Start => VietnamTime.ToInstant(From, TimeOnly.MinValue);

    /// <summary>First instant after the period, UTC.</summary>
    public DateTimeOffset End => VietnamTime.ToInstant(To.AddDays(1), TimeOnly.MinValue);

    public bool Contains(DateTimeOffset at) => Start <= at && at < End;

    /// <summary>The reporting month of NĐ 09/2019 that ends in the given month: from the 15th of the month before to the 14th.</summary>
    public static Period ReportingMonth(int year, int month)
    {
        var to = new DateOnly(year, month, 14);
        return new Period(to.AddMonths(-1).AddDays(1), to);
    }

    /// <summary>The reporting quarter of NĐ 09/2019: from the 15th of the last month of the quarter before to the 14th of its own last month.</summary>
    public static Period ReportingQuarter(int year, int quarter)
    {
        var to = new DateOnly(year, 3 * quarter, 14);
        return new Period(to.AddMonths(-3).AddDays(1), to);
    }

    /// <summary>The reporting year of NĐ 09/2019: from 15 December of the year before to 14 December.</summary>
    public static Period ReportingYear(int year) => new(new DateOnly(year - 1, 12, 15), new DateOnly(year, 12, 14));

    /// <summary>The year of the reporting period a day belongs to: from 15 December on it is the next.</summary>
    public static int ReportingYearOf(DateOnly day) => day is { Month: 12, Day: > 14 } ? day.Year + 1 : day.Year;
}
