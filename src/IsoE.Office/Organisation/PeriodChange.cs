using System.Text.RegularExpressions;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Begins and ends periods of units and positions.</summary>
/// <param name="noun">What is changed, for refusals: "đơn vị", "unit".</param>
internal sealed partial class PeriodChange<T>(OfficeDb db, TimeProvider clock, Text noun)
    where T : class, IPeriod
{
    /// <summary>A period that begins something new.</summary>
    /// <exception cref="RejectedException"><c>code-form</c>, <c>code-taken</c>.</exception>
    public async Task<T> Found(T first, CancellationToken cancel)
    {
        if (!Code().IsMatch(first.Code))
            throw new RejectedException("code-form", new Text(
                "Mã gồm chữ thường không dấu, số và gạch nối, ví dụ kinh-te.", "The code has small letters, digits and hyphens, for example economy."))
            { Field = nameof(first.Code) };
        if (await db.Set<T>().AnyAsync(period => period.Code == first.Code, cancel))
            throw new RejectedException("code-taken", new Text(
                $"Mã “{first.Code}” đã dùng cho {noun.Vi} khác, kể cả đã kết thúc.", $"The code “{first.Code}” belongs to another {noun.En}, an ended one perhaps."))
            { Field = nameof(first.Code) };
        db.Add(first);
        return first;
    }

    /// <summary>The period to be filled with what holds from a day on: a new one, or the last one if that has not become history.</summary>
    /// <param name="next">Makes the period after the last one.</param>
    /// <exception cref="RejectedException"><c>unknown</c>, <c>ended</c>, <c>period-date</c>.</exception>
    public async Task<T> From(string code, DateOnly day, Func<T> next, CancellationToken cancel)
    {
        var last = await Last(code, cancel);
        if (last.ToOn is { } ended)
            throw new RejectedException("ended", new Text(
                $"{Capital(noun.Vi)} này kết thúc ngày {Shown(ended)}, không thay đổi được nữa.", $"The {noun.En} ends on {Shown(ended)} and cannot be changed any more."));
        if (last.FromOn == day && day >= AgencyTime.Today(clock)) return last;
        if (day <= last.FromOn)
            throw new RejectedException("period-date", new Text(
                $"Thông tin hiện tại có hiệu lực từ {Shown(last.FromOn)}; thay đổi phải từ sau ngày đó, để lịch sử không bị viết lại.",
                $"What stands now began on {Shown(last.FromOn)}; a change has to begin later, so that history is not rewritten."))
            { Field = nameof(last.FromOn) };
        last.ToOn = day.AddDays(-1);
        var begun = next();
        db.Add(begun);
        return begun;
    }

    /// <summary>Ends it: it stands up to and including the last day.</summary>
    /// <exception cref="RejectedException"><c>unknown</c>, <c>ended</c>, <c>period-date</c>, <c>successor</c>.</exception>
    public async Task<T> End(string code, DateOnly lastOn, string? successor, CancellationToken cancel)
    {
        var last = await Last(code, cancel);
        if (last.ToOn < AgencyTime.Today(clock))
            throw new RejectedException("ended", new Text(
                $"{Capital(noun.Vi)} này đã kết thúc ngày {Shown(last.ToOn.Value)}.", $"The {noun.En} ended on {Shown(last.ToOn.Value)}."));
        if (lastOn < last.FromOn)
            throw new RejectedException("period-date", new Text(
                $"Ngày kết thúc phải từ {Shown(last.FromOn)} trở đi.", $"The last day cannot lie before {Shown(last.FromOn)}."))
            { Field = nameof(last.ToOn) };
        if (successor is not null && (successor == code || !await db.Set<T>().InForce(lastOn.AddDays(1)).AnyAsync(period => period.Code == successor, cancel)))
            throw new RejectedException("successor", new Text(
                $"{Capital(noun.Vi)} kế thừa phải là {noun.Vi} khác, còn hoạt động sau ngày kết thúc.", $"The successor has to be another {noun.En} that stands after that day."))
            { Field = nameof(last.SuccessorCode) };
        (last.ToOn, last.SuccessorCode) = (lastOn, successor);
        return last;
    }

    private async Task<T> Last(string code, CancellationToken cancel) =>
        await db.Set<T>().Where(period => period.Code == code).OrderByDescending(period => period.FromOn).FirstOrDefaultAsync(cancel)
        ?? throw new RejectedException("unknown", new Text(
            $"Cơ quan không có {noun.Vi} “{code}”.", $"The agency has no {noun.En} “{code}”."));

    private static string Shown(DateOnly on) => on.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,39}\z")]
    private static partial Regex Code();
}
