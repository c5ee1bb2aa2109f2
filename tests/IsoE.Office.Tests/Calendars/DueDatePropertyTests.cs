using FsCheck;
using FsCheck.Fluent;
using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Calendars;

/// <summary>Random calendars, limits and pauses against the naive walk, and what must hold whatever they are.</summary>
public class DueDatePropertyTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(600);

    [Test]
    public void Due_dates_agree_with_counting_days_and_minutes_one_by_one() => Holds(drawn =>
    {
        var due = Deadlines(drawn).DueAt(VietnamTime.ToInstant(drawn.Start), drawn.Limit, drawn.AsPauses());

        return VietnamTime.ToLocal(due) == new NaiveDueDate(drawn.Definition).Due(drawn.Start, drawn.Limit, drawn.Pauses);
    });

    [Test]
    public void Working_minutes_are_conserved() => Holds(drawn =>
    {
        var calendar = new WorkingCalendar(drawn.Definition);
        var start = VietnamTime.ToInstant(drawn.Start);
        var minutes = drawn.Limit.Value * 7 + 1;

        return calendar.WorkingMinutes(start, calendar.AddWorkingMinutes(start, minutes)) == minutes;
    });

    [Test]
    public void Working_days_are_conserved() => Holds(drawn =>
    {
        var calendar = new WorkingCalendar(drawn.Definition);
        var start = DateOnly.FromDateTime(drawn.Start);
        // A random calendar may have one working day a week: more of them would leave its years.
        var days = (drawn.Limit.Value % 100) + 1;
        var last = calendar.AddWorkingDays(start, days);

        return calendar.WorkingDaysAfter(start, last) == days && calendar.IsWorkingDay(last);
    });

    [Test]
    public void Counting_in_two_parts_gives_the_same_as_counting_at_once() => Holds(drawn =>
    {
        var calendar = new WorkingCalendar(drawn.Definition);
        var (start, first, second) = (VietnamTime.ToInstant(drawn.Start), drawn.Limit.Value + 1, drawn.Start.Minute + 1);

        return calendar.AddWorkingMinutes(calendar.AddWorkingMinutes(start, first), second)
            == calendar.AddWorkingMinutes(start, first + second);
    });

    [Test]
    public void A_pause_never_brings_the_due_date_forward_and_order_does_not_matter() => Holds(drawn =>
    {
        var (deadlines, start) = (Deadlines(drawn), VietnamTime.ToInstant(drawn.Start));
        var pauses = drawn.AsPauses();
        var due = deadlines.DueAt(start, drawn.Limit, pauses);

        return due >= deadlines.DueAt(start, drawn.Limit)
            && due == deadlines.DueAt(start, drawn.Limit, [.. pauses.Reverse()])
            && due == deadlines.DueAt(start, drawn.Limit, [.. pauses, .. pauses]);
    });

    [Test]
    public void Explanations_end_at_the_due_date_and_count_the_whole_limit() => Holds(drawn =>
    {
        var (deadlines, start) = (Deadlines(drawn), VietnamTime.ToInstant(drawn.Start));

        var explained = deadlines.Explain(start, drawn.Limit, drawn.AsPauses());

        return explained.DueAt == deadlines.DueAt(start, drawn.Limit, drawn.AsPauses())
            && explained.Lines.Single(line => line.Kind == ExplanationKind.Due).Text.Vi == $"Hạn: {Wording.Moment(explained.DueAt).Vi}."
            && MinutesOrDaysCounted(explained, drawn.Limit) is var counted && (counted is null || counted == Expected(drawn, explained));
    });

    /// <summary>Adds up the intervals of a limit in hours or minutes; null for other limits.</summary>
    private static int? MinutesOrDaysCounted(ExplainedDueDate explained, TimeLimit limit)
    {
        if (limit.Unit is not (TimeUnit.WorkingHours or TimeUnit.WorkingMinutes)) return null;
        return explained.Lines.Where(line => line.Kind == ExplanationKind.Counted).Sum(line => MinutesIn(line.Text.Vi));
    }

    private static int Expected(RandomCase drawn, ExplainedDueDate explained) =>
        drawn.Limit.Unit == TimeUnit.WorkingHours ? drawn.Limit.Value * 60 : drawn.Limit.Value;

    /// <summary>Reads "Tính 1 giờ 30 phút: …".</summary>
    private static int MinutesIn(string sentence)
    {
        var words = sentence.Split(':')[0].Split(' ');
        var minutes = 0;
        for (var index = 1; index + 1 < words.Length; index += 2)
            minutes += int.Parse(words[index], System.Globalization.CultureInfo.InvariantCulture) * (words[index + 1] == "giờ" ? 60 : 1);
        return minutes;
    }

    private static DeadlineCalculator Deadlines(RandomCase drawn) => new(new WorkingCalendar(drawn.Definition));

    private static void Holds(Func<RandomCase, bool> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => property(RandomCase.From(seed))).Check(Seeded);
}
