using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Calendars;

/// <summary>Cases worked out by hand on the national calendar.</summary>
public class DueDateVectorTests
{
    private static readonly DeadlineCalculator Deadlines = new(NationalCalendar.Instance);

    [TestCase("2026-02-09 09:00", "5wd", "", "2026-02-23 17:00", TestName = "A_Five_working_days_run_over_Tet")]
    [TestCase("2026-04-24 15:20", "sameday", "", "2026-04-28 17:00", TestName = "B_A_same_day_dossier_after_the_cut_off_skips_the_day_in_lieu")]
    [TestCase("2026-08-18 09:00", "7wd", "", "2026-08-26 17:00", TestName = "C_A_make_up_Saturday_is_counted")]
    [TestCase("2026-08-18 09:00", "7wd", "2026-08-21 14:00/2026-09-03 10:00", "2026-09-09 17:00", TestName = "C_A_pause_adds_the_working_days_after_its_first_up_to_its_last")]
    [TestCase("2026-08-21 09:00", "1wd", "", "2026-08-22 17:00", TestName = "D_One_working_day_can_end_on_a_make_up_Saturday")]
    [TestCase("2026-01-15 09:00", "30d", "", "2026-02-23 17:00", TestName = "E_Thirty_days_that_end_before_Tet_roll_behind_it")]
    [TestCase("2026-11-23 09:00", "3wd", "", "2026-11-27 17:00", TestName = "F_Culture_Day_is_not_counted")]
    [TestCase("2026-06-06 09:00", "3wd", "", "2026-06-10 17:00", TestName = "G_A_reception_only_Saturday_is_the_day_of_receipt")]
    [TestCase("2026-04-29 15:30", "12h", "", "2026-05-05 10:00", TestName = "H_Twelve_working_hours_run_over_two_holidays")]
    public void Vector(string received, string limit, string pauses, string due) => Expect(received, limit, pauses, due);

    [TestCase("2026-03-02 08:00", "30m", "", "2026-03-02 08:30")]
    [TestCase("2026-03-02 07:30", "4h", "", "2026-03-02 11:30", TestName = "Hours_that_end_with_the_morning_end_at_half_past_eleven")]
    [TestCase("2026-03-02 11:30", "1m", "", "2026-03-02 13:01")]
    [TestCase("2026-03-02 19:00", "1h", "", "2026-03-03 08:30", TestName = "Hours_from_the_evening_begin_next_morning")]
    [TestCase("2026-03-02 08:00:59", "1h", "", "2026-03-02 09:00", TestName = "Seconds_are_dropped")]
    [TestCase("2026-03-02 08:00", "2h", "2026-03-02 08:30/2026-03-02 09:30", "2026-03-02 11:00")]
    [TestCase("2026-03-02 08:00", "2h", "2026-03-02 08:30/2026-03-02 09:30;2026-03-02 09:00/2026-03-02 10:00", "2026-03-02 11:30", TestName = "Overlapping_pauses_count_once_in_hours")]
    [TestCase("2026-03-02 08:00", "2h", "2026-03-02 10:00/2026-03-02 11:00", "2026-03-02 10:00", TestName = "A_pause_from_the_due_minute_on_changes_nothing_in_hours")]
    [TestCase("2026-03-02 08:00", "2h", "2026-03-02 07:00/2026-03-02 09:00", "2026-03-02 11:00", TestName = "Only_the_part_of_a_pause_after_the_start_counts_in_hours")]
    [TestCase("2026-03-02 08:00", "2h", "2020-01-01 07:00/2020-01-02 09:00", "2026-03-02 10:00", TestName = "A_pause_before_the_start_changes_nothing_in_hours")]
    [TestCase("2026-03-06 16:00", "2h", "2026-03-07 08:00/2026-03-08 20:00", "2026-03-09 08:30", TestName = "A_pause_on_the_weekend_takes_no_working_minute")]
    public void Hours(string received, string limit, string pauses, string due) => Expect(received, limit, pauses, due);

    [TestCase("2026-03-02 09:00", "5wd", "2026-03-03 08:00/2026-03-03 16:00", "2026-03-09 17:00", TestName = "A_pause_within_one_day_adds_nothing")]
    [TestCase("2026-03-02 09:00", "5wd", "2026-03-03 08:00/2026-03-05 08:00;2026-03-04 08:00/2026-03-06 08:00", "2026-03-12 17:00", TestName = "Overlapping_pauses_count_once_in_days")]
    [TestCase("2026-03-02 09:00", "5wd", "2026-03-03 08:00/2026-03-04 08:00;2026-03-05 08:00/2026-03-06 08:00", "2026-03-11 17:00")]
    [TestCase("2026-03-02 09:00", "5wd", "2026-02-20 08:00/2026-02-27 08:00", "2026-03-09 17:00", TestName = "A_pause_before_receipt_adds_nothing")]
    [TestCase("2026-03-02 09:00", "5wd", "2026-02-20 08:00/2026-03-04 08:00", "2026-03-11 17:00", TestName = "Of_a_pause_begun_before_receipt_the_days_after_receipt_count")]
    [TestCase("2026-03-02 09:00", "5wd", "2026-03-09 10:00/2026-03-11 08:00", "2026-03-11 17:00", TestName = "A_pause_begun_on_the_last_day_still_adds_its_days")]
    [TestCase("2026-03-02 22:00", "1wd", "", "2026-03-03 17:00", TestName = "A_dossier_of_the_evening_has_that_day_as_its_day_of_receipt")]
    [TestCase("2026-03-08 22:00", "1wd", "", "2026-03-09 17:00")]
    [TestCase("2026-03-02 09:00", "7d", "2026-03-03 08:00/2026-03-05 08:00", "2026-03-11 17:00", TestName = "A_pause_adds_its_calendar_days")]
    [TestCase("2026-03-02 09:00", "3d", "2026-03-03 08:00/2026-03-05 08:00", "2026-03-09 17:00", TestName = "Calendar_days_roll_after_the_pause_was_added")]
    [TestCase("2026-08-20 09:00", "2d", "", "2026-08-22 17:00", TestName = "Calendar_days_may_end_on_a_make_up_Saturday")]
    public void Days(string received, string limit, string pauses, string due) => Expect(received, limit, pauses, due);

    [TestCase("2026-04-24 14:59", "2026-04-24 17:00")]
    [TestCase("2026-04-24 15:00", "2026-04-28 17:00")]
    [TestCase("2026-04-24 06:00", "2026-04-24 17:00")]
    [TestCase("2026-04-25 09:00", "2026-04-28 17:00")]
    [TestCase("2026-08-22 10:00", "2026-08-22 17:00")]
    public void Same_day_limits_have_a_cut_off_at_three(string received, string due) => Expect(received, "sameday", "", due);

    /// <summary>
    /// A limit "in the day" has day grain as one in working days has: a pause adds the days after the day it began. Within one
    /// day it adds none, even when it ends with the working day; the law names no other rule.
    /// </summary>
    [TestCase("2026-03-02 09:00", "2026-03-02 10:00/2026-03-02 17:00", "2026-03-02 17:00")]
    [TestCase("2026-03-02 09:00", "2026-03-02 10:00/2026-03-03 08:00", "2026-03-03 17:00")]
    [TestCase("2026-03-02 09:00", "2026-03-02 10:00/2026-03-09 08:00", "2026-03-09 17:00")]
    public void Pauses_add_whole_days_to_a_same_day_limit(string received, string pause, string due) => Expect(received, "sameday", pause, due);

    private static void Expect(string received, string limit, string pauses, string due)
    {
        var (start, parsed, waits) = (Clock.At(received), TimeLimit.Parse(limit), Clock.Pauses(pauses));

        Assert.Multiple(() =>
        {
            Assert.That(Clock.Show(Deadlines.DueAt(start, parsed, waits)), Is.EqualTo(due));
            Assert.That(Clock.Show(Deadlines.Explain(start, parsed, waits).DueAt), Is.EqualTo(due));
        });
    }
}
