using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Workflows;

namespace IsoE.Office.Cashiers;

/// <summary>The journal of one cashier on one day: every movement of money takes its next line until the day is closed.</summary>
/// <remarks>The lines are a series, so that a movement and the closing of the day can never cross.</remarks>
internal static class CashDay
{
    /// <summary>What the series of a closed day stands at.</summary>
    public const long Closed = long.MaxValue;

    public static string SeriesOf(string cashierId, DateOnly on) =>
        string.Create(CultureInfo.InvariantCulture, $"cash-{cashierId}-{on:yyyyMMdd}");

    /// <summary>The next line of the journal of the day of the step.</summary>
    /// <exception cref="RejectedException"><c>day-closed</c>.</exception>
    public static long NextLine(Step step, string cashierId) => NextLine(step, cashierId, VietnamTime.DateOf(step.Now));

    /// <exception cref="RejectedException"><c>day-closed</c>.</exception>
    public static long NextLine(Step step, string cashierId, DateOnly on)
    {
        var series = SeriesOf(cashierId, on);
        if (step.LastNumber(series) == Closed) throw new RejectedException("day-closed", new Text(
            $"Ngày thu {Wording.Date(on)} đã chốt sổ, không ghi thêm được. Thu, hoàn tiền vào ngày làm việc tiếp theo; biên lai của ngày đã chốt chỉ có thể hoàn tiền.",
            $"The cash day {Wording.Date(on)} is closed and takes nothing more. Collect or refund on the next working day; a receipt of a closed day can only be refunded."));
        return step.NextNumber(series);
    }
}
