using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>The refusals of this folder, each saying what is possible instead.</summary>
internal static class CalendarRejections
{
    public static RejectedException YearMissing(int year, int firstYear, int lastYear) => new("calendar-year-missing", new Text(
        $"Lịch làm việc chưa có năm {year}. Lịch hiện có các năm từ {firstYear} đến {lastYear}; quản trị viên cần bổ sung ngày nghỉ của năm {year} trước khi tính thời hạn.",
        $"The working calendar does not have the year {year}. It covers {firstYear} to {lastYear}; the administrator has to add the holidays of {year} before this time limit can be computed."));

    public static RejectedException NoYears() => new("calendar-years-missing", new Text(
        "Lịch làm việc chưa có năm nào. Hãy khai báo ít nhất một năm kèm văn bản làm căn cứ.",
        "The working calendar has no year. Enter at least one year with the document it rests on."));

    public static RejectedException YearTwice(int year) => new("calendar-year-twice", new Text(
        $"Năm {year} đã có trong lịch làm việc.",
        $"The working calendar already has the year {year}."))
    { Field = "year" };

    public static RejectedException YearGap(int year) => new("calendar-years-gap", new Text(
        $"Các năm của lịch làm việc phải liền nhau; còn thiếu năm {year}.",
        $"The years of a working calendar must follow each other; {year} is missing."))
    { Field = "year" };

    public static RejectedException HoursMissing(DateOnly date) => new("calendar-hours-missing", new Text(
        $"{Wording.Day(date).Vi} là ngày làm việc nhưng chưa có giờ làm việc. Hãy khai báo giờ làm việc cho thứ này hoặc đánh dấu là ngày nghỉ hằng tuần.",
        $"{Wording.Day(date).En} is a working day without working hours. Enter hours for this weekday or mark it as a weekly rest day."))
    { Field = "hours" };

    public static RejectedException HoursOverlap(DayOfWeek weekday) => new("calendar-hours-overlap", new Text(
        $"Các khung giờ của {Wording.Weekday(weekday).Vi} phải theo thứ tự và không chồng nhau; giờ kết thúc phải sau giờ bắt đầu.",
        $"The hours of {Wording.Weekday(weekday).En} must be in order and must not overlap; each must end after it begins."))
    { Field = "hours" };

    public static RejectedException HolidayAndMakeUp(DateOnly date) => new("calendar-day-conflict", new Text(
        $"{Wording.Day(date).Vi} vừa được khai là ngày nghỉ lễ vừa là ngày làm bù. Hãy bỏ một trong hai.",
        $"{Wording.Day(date).En} is entered both as a holiday and as a make-up day. Remove one of the two."))
    { Field = "on" };

    public static RejectedException HolidayReversed(DateOnly first, DateOnly last) => new("calendar-holiday-reversed", new Text(
        $"Kỳ nghỉ kết thúc ({Wording.Date(last)}) trước khi bắt đầu ({Wording.Date(first)}). Hãy nhập lại hai ngày.",
        $"The holiday ends ({Wording.Date(last)}) before it begins ({Wording.Date(first)}). Enter the two dates again."))
    { Field = "lastOn" };

    public static RejectedException PauseReversed(DateTimeOffset from, DateTimeOffset to) => new("pause-reversed", new Text(
        $"Khoảng tạm dừng kết thúc lúc {Wording.Moment(to).Vi}, trước khi bắt đầu lúc {Wording.Moment(from).Vi}.",
        $"The pause ends at {Wording.Moment(to).En}, before it begins at {Wording.Moment(from).En}."))
    { Field = "pause" };

    public static RejectedException LimitTooLong(int lastYear) => new("calendar-year-missing", new Text(
        $"Thời hạn kết thúc sau năm {lastYear}, năm cuối cùng của lịch làm việc. Quản trị viên cần bổ sung các năm tiếp theo.",
        $"The time limit ends after {lastYear}, the last year of the working calendar. The administrator has to add the following years."));
}
