using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Puts the way to a due instant into sentences, in the order in which a clerk would count.</summary>
internal sealed class DueDateExplanation
{
    private readonly Deadline _deadline;
    private readonly WorkingCalendar _calendar;
    private readonly List<ExplanationLine> _lines = [];

    private DueDateExplanation(Deadline deadline, WorkingCalendar calendar)
    {
        _deadline = deadline;
        _calendar = calendar;
    }

    public static ExplainedDueDate Of(Deadline deadline, WorkingCalendar calendar)
    {
        var explanation = new DueDateExplanation(deadline, calendar);
        explanation.Write();
        return new ExplainedDueDate(deadline.DueAt, deadline.StoppedSince, explanation._lines);
    }

    private void Write()
    {
        WriteReceipt();
        switch (_deadline.Limit.Unit)
        {
            case TimeUnit.CalendarDays: WriteCalendarDays(); break;
            case TimeUnit.WorkingHours or TimeUnit.WorkingMinutes: WriteMinutes(); break;
            default: WriteWorkingDays(); break;
        }
        WriteStanding();
        Add(ExplanationKind.Due, $"Hạn: {Wording.Moment(_deadline.DueAt).Vi}.", $"Due: {Wording.Moment(_deadline.DueAt).En}.");
        WriteProvisional();
        WriteLegalBasis();
    }

    private void WriteReceipt()
    {
        var start = Wording.Moment(_deadline.StartedAt);
        var day = _calendar.DayOf(VietnamTime.DateOf(_deadline.StartedAt));
        Add(ExplanationKind.Receipt, $"Bắt đầu: {start.Vi}.", $"Start: {start.En}.");
        if (day.IsReceptionOnly)
            Add(ExplanationKind.Remark,
                "Ngày này chỉ tiếp nhận và trả hồ sơ; thời gian giải quyết không chạy.",
                "On this day the counter only receives and returns; the settlement clock does not run.");
        var limit = _deadline.Limit.Describe();
        Add(ExplanationKind.Limit, $"Thời hạn: {limit.Vi}.", $"Time limit: {limit.En}.");
    }

    private void WriteWorkingDays()
    {
        var received = VietnamTime.DateOf(_deadline.StartedAt);
        var first = VietnamTime.DateOf(_deadline.FirstDueAt);
        var from = _deadline.Limit.Unit == TimeUnit.SameDay ? WriteSameDayRule(received, first) : WriteDayOfReceipt(received);
        WriteDays(from, first);
        WriteExtensions(days => new Text($"{days} ngày làm việc", Wording.Count(days, "working day")));
        if (_deadline.DueAt > _deadline.FirstDueAt) WriteDays(first.AddDays(1), VietnamTime.DateOf(_deadline.DueAt));
    }

    /// <summary>Says which way the cut-off went; returns the first day to tell about.</summary>
    private DateOnly WriteSameDayRule(DateOnly received, DateOnly due)
    {
        var cutOff = Wording.Time(_calendar.Definition.SameDayCutOff);
        var late = TimeOnly.FromDateTime(VietnamTime.ToLocal(_deadline.StartedAt)) >= _calendar.Definition.SameDayCutOff;
        if (received == due)
            Add(ExplanationKind.Limit, $"Tiếp nhận trước {cutOff} của ngày làm việc nên trả trong ngày.",
                $"Received before {cutOff} on a working day, so it is returned the same day.");
        else if (late)
            Add(ExplanationKind.Limit, $"Tiếp nhận từ {cutOff} trở đi nên trả trong ngày làm việc tiếp theo.",
                $"Received at {cutOff} or later, so it is returned on the next working day.");
        else
            Add(ExplanationKind.Limit, "Tiếp nhận vào ngày không làm việc nên trả trong ngày làm việc tiếp theo.",
                "Received on a day without work, so it is returned on the next working day.");
        return late ? received.AddDays(1) : received;
    }

    private DateOnly WriteDayOfReceipt(DateOnly received)
    {
        Add(ExplanationKind.Skipped, $"Ngày bắt đầu {Wording.Date(received)} không tính vào thời hạn.",
            $"The starting day {Wording.Date(received)} is not counted.");
        return received.AddDays(1);
    }

    private void WriteDays(DateOnly first, DateOnly last)
    {
        foreach (var run in DayRun.Between(_calendar, first, last))
            if (run.Day.IsWorking) WriteCounted(run, new Text($"{run.Count} ngày làm việc", Wording.Count(run.Count, "working day")));
            else WriteSkipped(run);
    }

    private void WriteCounted(DayRun run, Text amount)
    {
        var days = Wording.Days(run.First, run.Last);
        var why = run.Day.Kind == CalendarDayKind.MakeUp ? Because(run.Day) : new Text("", "");
        Add(ExplanationKind.Counted, $"Tính {amount.Vi}: {days.Vi}{why.Vi}.", $"Counted {amount.En}: {days.En}{why.En}.");
    }

    private void WriteSkipped(DayRun run)
    {
        var days = Wording.Days(run.First, run.Last);
        var why = Because(run.Day);
        Add(ExplanationKind.Skipped, $"Không tính {days.Vi}{why.Vi}.", $"Not counted {days.En}{why.En}.");
    }

    /// <summary>Reason and source of a day; the source of the weekly rest days is common knowledge.</summary>
    private static Text Because(CalendarDay day)
    {
        if (day.Kind == CalendarDayKind.WeeklyRest || day.Source is null)
            return new Text($" ({day.Reason.Vi})", $" ({day.Reason.En})");
        var source = day.Source.Describe();
        return new Text($" ({day.Reason.Vi}; căn cứ: {source.Vi})", $" ({day.Reason.En}; source: {source.En})");
    }

    private void WriteCalendarDays()
    {
        var received = VietnamTime.DateOf(_deadline.StartedAt);
        var from = WriteDayOfReceipt(received);
        var last = received.AddDays(_deadline.Limit.Value);
        WriteRun(from, last);
        WriteExtensions(days => new Text($"{days} ngày", Wording.Count(days, "day")));
        var extended = last.AddDays(_deadline.Extensions.Sum(extension => extension.Added));
        if (extended > last) WriteRun(last.AddDays(1), extended);
        WriteRoll(extended, VietnamTime.DateOf(_deadline.DueAt));
    }

    private void WriteRun(DateOnly first, DateOnly last)
    {
        var count = last.DayNumber - first.DayNumber + 1;
        var days = Wording.Days(first, last);
        Add(ExplanationKind.Counted, $"Tính {count} ngày liên tục, kể cả ngày nghỉ: {days.Vi}.",
            $"Counted {Wording.Count(count, "day")} in a row, rest days included: {days.En}.");
    }

    private void WriteRoll(DateOnly last, DateOnly due)
    {
        if (last == due) return;
        Add(ExplanationKind.Remark, $"Ngày cuối {Wording.Date(last)} là ngày nghỉ nên hạn chuyển sang ngày làm việc tiếp theo.",
            $"The last day {Wording.Date(last)} is a day of rest, so the limit moves to the next working day.");
        foreach (var run in DayRun.Between(_calendar, last, due.AddDays(-1))) WriteSkipped(run);
    }

    private void WriteMinutes()
    {
        WriteExtensions(Wording.Duration);
        WriteIntervals();
    }

    /// <summary>The intervals in which the clock ran: whole days together, a day cut by start, end or pause by its parts.</summary>
    private void WriteIntervals()
    {
        var (first, last) = (VietnamTime.DateOf(_deadline.StartedAt), VietnamTime.DateOf(_deadline.DueAt));
        foreach (var run in DayRun.Between(_calendar, first, last))
        {
            if (!run.Day.IsWorking) WriteSkipped(run);
            else WriteWorkedRun(run);
        }
    }

    private void WriteWorkedRun(DayRun run)
    {
        DateOnly? wholeSince = null;
        for (var date = run.First; date <= run.Last; date = date.AddDays(1))
        {
            var parts = RunningClock.On(date, run.Day.Hours, _deadline);
            if (parts.Sum(part => part.Minutes) == run.Minutes)
            {
                wholeSince ??= date;
                continue;
            }
            WriteWholeDays(run, wholeSince, date.AddDays(-1));
            wholeSince = null;
            foreach (var part in parts) WriteInterval(date, part);
        }
        WriteWholeDays(run, wholeSince, run.Last);
    }

    private void WriteWholeDays(DayRun run, DateOnly? first, DateOnly last)
    {
        if (first is null) return;
        var whole = run with { First = first.Value, Last = last };
        WriteCounted(whole, Wording.Duration(whole.Minutes * whole.Count));
    }

    private void WriteInterval(DateOnly date, TimeRange part)
    {
        var (day, amount) = (Wording.Day(date), Wording.Duration(part.Minutes));
        var hours = $"{Wording.Time(part.From)}–{Wording.Time(part.To)}";
        Add(ExplanationKind.Counted, $"Tính {amount.Vi}: {hours} {day.Vi}.", $"Counted {amount.En}: {hours} {day.En}.");
    }

    private void WriteExtensions(Func<int, Text> amount)
    {
        if (_deadline.Extensions.Count == 0) return;
        var first = Wording.Moment(_deadline.FirstDueAt);
        Add(ExplanationKind.Remark, $"Hạn nếu không tạm dừng: {first.Vi}.", $"Due without pauses: {first.En}.");
        foreach (var (pause, added) in _deadline.Extensions)
        {
            var (from, to) = (Wording.Moment(pause.From), Wording.Moment(pause.To!.Value));
            var reason = pause.Reason is null ? new Text("", "") : new Text($" ({pause.Reason.Vi})", $" ({pause.Reason.En})");
            var length = amount(added);
            Add(ExplanationKind.Pause, $"Tạm dừng từ {from.Vi} đến {to.Vi}{reason.Vi}: cộng thêm {length.Vi}.",
                $"Paused from {from.En} to {to.En}{reason.En}: adds {length.En}.");
        }
    }

    private void WriteStanding()
    {
        if (_deadline.StoppedSince is not { } since) return;
        var moment = Wording.Moment(since);
        Add(ExplanationKind.Remark,
            $"Đồng hồ đang dừng từ {moment.Vi}; hạn sẽ lùi thêm cho đến khi tiếp tục giải quyết.",
            $"The clock has been standing still since {moment.En}; the due date moves on until work is resumed.");
    }

    private void WriteProvisional()
    {
        var due = VietnamTime.DateOf(_deadline.DueAt);
        foreach (var year in _calendar.Definition.Years.OrderBy(year => year.Year))
            if (year.IsProvisional && year.Year >= VietnamTime.DateOf(_deadline.StartedAt).Year && year.Year <= due.Year)
                Add(ExplanationKind.Remark,
                    $"Lịch nghỉ năm {year.Year} là tạm tính; hạn được tính lại khi có thông báo chính thức.",
                    $"The holidays of {year.Year} are provisional; the date is computed again when the official notice comes.");
    }

    private void WriteLegalBasis()
    {
        WriteBasis(_deadline.Limit.Unit switch
        {
            TimeUnit.WorkingDays => LegalMatter.WorkingDays,
            TimeUnit.CalendarDays => LegalMatter.CalendarDays,
            TimeUnit.SameDay => LegalMatter.SameDay,
            _ => LegalMatter.WorkingHours,
        });
        if (_deadline.Extensions.Count > 0) WriteBasis(LegalMatter.Pause);
        if (_calendar.DayOf(VietnamTime.DateOf(_deadline.StartedAt)).IsReceptionOnly) WriteBasis(LegalMatter.Reception);
    }

    private void WriteBasis(LegalMatter matter)
    {
        if (!_calendar.Definition.LegalBasis.TryGetValue(matter, out var source)) return;
        var document = source.Describe();
        Add(ExplanationKind.LegalBasis, $"Căn cứ: {document.Vi}.", $"Legal basis: {document.En}.");
    }

    private void Add(ExplanationKind kind, string vi, string en) => _lines.Add(new ExplanationLine(kind, new Text(Capital(vi), en)));

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
