using IsoE.Office.Calendars;

namespace IsoE.Office.Improvement.Import;

/// <summary>Reads moments as tables have them: a date in one of three orders, a time if there is one, an offset if there is one.</summary>
/// <remarks>Without an offset the clock is that of the agency. A date alone that ends something stands for its last moment.</remarks>
internal static class LogMoment
{
    /// <summary>The order these values allow; day first where they leave it open, as it is written here.</summary>
    public static DateOrder OrderOf(IEnumerable<string> values)
    {
        var firsts = values.Select(Parts).OfType<int[]>().ToList();
        if (firsts.Count > 0 && firsts.TrueForAll(parts => parts[0] > 31)) return DateOrder.YearFirst;
        return firsts.Exists(parts => parts[1] > 12) && !firsts.Exists(parts => parts[0] > 12) ? DateOrder.MonthFirst : DateOrder.DayFirst;
    }

    /// <param name="endOfDay">Whether a date without a time stands for the end of that day instead of its beginning.</param>
    /// <returns>The moment, UTC; null when the text is none.</returns>
    public static DateTimeOffset? Read(string text, DateOrder order, bool endOfDay = false)
    {
        var scan = new Scan(text.AsSpan().Trim());
        if (!scan.Number(out var first) || !scan.Any("-/.", out var mark) || !scan.Number(out var second) || !scan.Any(mark.ToString(), out _) || !scan.Number(out var third)) return null;
        var (year, month, day) = first > 31 ? (first, second, third) : order == DateOrder.MonthFirst ? (third, first, second) : (third, second, first);
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        if (scan.IsDone) return VietnamTime.ToInstant(endOfDay ? date.AddDays(1).AddSeconds(-1) : date);
        if (!scan.Any("T ", out _) || !scan.Number(out var hour) || !scan.Any(":", out _) || !scan.Number(out var minute)) return null;
        var (seconds, fraction) = (0, 0.0);
        if (scan.Any(":", out _) && (!scan.Number(out seconds) || (scan.Any(".,", out _) && !scan.Fraction(out fraction)))) return null;
        if (hour > 23 || minute > 59 || seconds > 59) return null;
        var local = date.AddHours(hour).AddMinutes(minute).AddSeconds(seconds).AddTicks((long)Math.Round(fraction * TimeSpan.TicksPerSecond));
        return scan.Offset(out var offset) && scan.IsDone
            ? offset is { } given ? new DateTimeOffset(local, given).ToUniversalTime() : VietnamTime.ToInstant(local)
            : null;
    }

    private static int[]? Parts(string text)
    {
        var scan = new Scan(text.AsSpan().Trim());
        return scan.Number(out var first) && scan.Any("-/.", out _) && scan.Number(out var second) ? [first, second] : null;
    }

    private ref struct Scan(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public readonly bool IsDone => _rest.IsEmpty;

        public bool Number(out int value)
        {
            var digits = 0;
            value = 0;
            for (; digits < _rest.Length && digits < 5 && char.IsAsciiDigit(_rest[digits]); digits++) value = (value * 10) + (_rest[digits] - '0');
            _rest = _rest[digits..];
            return digits > 0;
        }

        public bool Fraction(out double value)
        {
            var (digits, unit) = (0, 0.1);
            for (value = 0; digits < _rest.Length && char.IsAsciiDigit(_rest[digits]); digits++, unit /= 10) value += unit * (_rest[digits] - '0');
            _rest = _rest[digits..];
            return digits > 0;
        }

        public bool Any(string marks, out char found)
        {
            found = _rest.IsEmpty ? '\0' : _rest[0];
            if (_rest.IsEmpty || !marks.Contains(found, StringComparison.Ordinal)) return false;
            _rest = _rest[1..];
            return true;
        }

        public bool Offset(out TimeSpan? offset)
        {
            offset = null;
            _rest = _rest.TrimStart();
            if (IsDone) return true;
            if (Any("Z", out _))
            {
                offset = TimeSpan.Zero;
                return true;
            }

            if (!Any("+-", out var sign) || _rest.Length < 2 || !char.IsAsciiDigit(_rest[0]) || !char.IsAsciiDigit(_rest[1])) return false;
            var hours = ((_rest[0] - '0') * 10) + (_rest[1] - '0');
            _rest = _rest[2..];
            var minutes = 0;
            if (!IsDone && Any(":", out _) | char.IsAsciiDigit(_rest.IsEmpty ? ' ' : _rest[0]) && !Number(out minutes)) return false;
            if (hours > 14 || minutes > 59) return false;
            offset = new TimeSpan(hours, minutes, 0) * (sign == '-' ? -1 : 1);
            return true;
        }
    }
}
