using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Cashiers;

/// <summary>A cashier closed the day. Nothing is added to it any more.</summary>
public sealed record CashDayClosed(
    string CashierId, DateOnly On, long Lines, long CashExpected, long CashCounted, long Transfers, long Statutory, long Service, string? Explanation)
    : OfficeEvent;

/// <summary>Closes the own day: the cash is counted against the books, a difference is explained.</summary>
public sealed class CloseCashDay(InstanceRunner instances, ReadCashDay days, TimeProvider clock)
{
    /// <param name="counted">Cash counted in the drawer, whole đồng.</param>
    /// <param name="explanation">Needed when the count differs from the books.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>amount</c>, <c>day-future</c>, <c>day-empty</c>, <c>day-closed</c>, <c>difference-unexplained</c>,
    /// <c>day-changed</c>: a movement was entered at the same moment.
    /// </exception>
    public async Task<StepResult> Run(Actor actor, DateOnly on, decimal counted, string? explanation, string commandId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.CollectFee);
        Permit.RefuseAdministrators(actor);
        var cash = SetFee.WholeAmount(counted, least: 0);
        if (on > VietnamTime.DateOf(clock.GetUtcNow()))
            throw new RejectedException("day-future", new Text("Chưa đến ngày này.", "That day has not come yet.")) { Field = "On" };
        var journal = await days.Run(actor, actor.PersonId, on, cancel);
        var closed = Closed(actor, on, journal, cash, explanation);
        var request = new StepRequest(actor.AgencyId, CashDayRow.IdOf(actor.AgencyId, actor.PersonId, on), commandId, actor.PersonId)
        {
            Series = [CashDay.SeriesOf(actor.PersonId, on)],
        };
        return await instances.Run(request, step => Decide(step, closed), cancel);
    }

    private static CashDayClosed Closed(Actor actor, DateOnly on, CashJournal journal, long counted, string? explanation)
    {
        if (journal.Entries.Count == 0)
            throw new RejectedException("day-empty", new Text("Ngày này không có khoản thu, chi nào để chốt.", "There is nothing to close on that day."));
        var why = string.IsNullOrWhiteSpace(explanation) ? null : VietnameseText.Compose(explanation.Trim());
        if (counted != journal.Cash && why is null)
        {
            var (difference, expected) = (Amounts.Show(Math.Abs(counted - journal.Cash)), Amounts.Show(journal.Cash));
            throw new RejectedException("difference-unexplained", new Text(
                $"Theo sổ phải có {expected} đồng tiền mặt, kiểm đếm {(counted < journal.Cash ? "thiếu" : "thừa")} {difference} đồng. Giải trình chênh lệch rồi chốt sổ.",
                $"By the books there are {expected} đồng in cash; the count is {difference} đồng {(counted < journal.Cash ? "short" : "over")}. Explain the difference, then close."))
            { Field = "Explanation" };
        }

        return new CashDayClosed(
            actor.PersonId, on, journal.Entries.Count, journal.Cash, counted, journal.Transfers, journal.Statutory, journal.Service, why);
    }

    private static void Decide(Step step, CashDayClosed closed)
    {
        var series = CashDay.SeriesOf(closed.CashierId, closed.On);
        var lines = step.LastNumber(series);
        if (lines == CashDay.Closed)
            throw new RejectedException("day-closed", new Text(
                $"Ngày thu {Wording.Date(closed.On)} đã chốt sổ.", $"The cash day {Wording.Date(closed.On)} is closed already."));
        if (lines != closed.Lines)
            throw new RejectedException("day-changed", new Text(
                "Vừa có thêm khoản thu, chi trong ngày. Xem lại số liệu rồi chốt sổ.",
                "Something was just added to the day. Look at the figures again, then close."));
        step.MoveSeries(series, CashDay.Closed);
        step.Record(closed);
    }
}
