using System.Globalization;
using System.Security.Cryptography;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Appointments;

/// <summary>An appointment as somebody of the public asks for it.</summary>
/// <param name="AppointmentId">Id made with <c>RowId.New</c> when the page was shown: sent twice, one is made.</param>
/// <param name="StartsAt">Beginning of the slot, UTC; null when none was chosen.</param>
public sealed record AppointmentForm(string AppointmentId, string Field, DateTimeOffset? StartsAt, string? Name, string? Phone);

/// <summary>Books a time at the counters; never more than the agency has places.</summary>
public sealed class BookAppointment(InstanceRunner instances, ReadQueueSetup setup, CalendarSource calendars, OfficeDb db, TimeProvider clock)
{
    private const string CodeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int MostOfOnePhone = 2;

    /// <returns>The appointment; for a form sent again, the one made the first time.</returns>
    /// <exception cref="RejectedException">
    /// <c>queue-field-unknown</c>, <c>slot-unknown</c>, <c>slot-full</c>, <c>name-missing</c>, <c>phone</c>, <c>appointments-of-phone</c>.
    /// </exception>
    public async Task<AppointmentRow> Run(string agencyId, AppointmentForm form, CancellationToken cancel)
    {
        var arranged = await setup.Run(agencyId, cancel);
        if (arranged.OpenFields.All(field => field.Code != form.Field)) throw QueueRejections.FieldUnknown();
        var startsAt = Slot(agencyId, form, arranged.Rules);
        var booked = await Checked(agencyId, form, startsAt, cancel);
        await instances.Run(
            new StepRequest(agencyId, SlotOf(form.Field, startsAt), $"book-{form.AppointmentId}", Actor.ApplicantId) { Also = [typeof(AppointmentRow)] },
            step =>
            {
                if (step.All<AppointmentRow>().Count(row => row.Status is not AppointmentState.Cancelled) >= arranged.Rules.SlotCapacity) throw Full();
                step.Record(booked);
            },
            cancel);
        return await db.Set<AppointmentRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking()
            .SingleAsync(row => row.AgencyId == agencyId && row.Id == form.AppointmentId, cancel);
    }

    private static string SlotOf(string field, DateTimeOffset startsAt) =>
        string.Create(CultureInfo.InvariantCulture, $"slot-{field}-{startsAt:yyyyMMddHHmm}");

    private DateTimeOffset Slot(string agencyId, AppointmentForm form, QueueRules rules) =>
        form.StartsAt is { } at && rules.SlotCapacity > 0 && FreeSlots.Times(calendars(agencyId).Calendar, rules, clock.GetUtcNow()).Contains(at)
            ? at
            : throw new RejectedException("slot-unknown", new Text(
                "Chọn một giờ hẹn còn trống trong danh sách.", "Choose one of the free times."))
            { Field = nameof(form.StartsAt) };

    private async Task<AppointmentBooked> Checked(string agencyId, AppointmentForm form, DateTimeOffset startsAt, CancellationToken cancel)
    {
        var name = VietnameseText.Compose(form.Name?.Trim() ?? "");
        if (name.Length is 0 or > 100) throw Refused("name-missing", nameof(form.Name), "Nhập họ và tên, tối đa 100 ký tự.", "Enter your name, at most 100 characters.");
        var phone = new string([.. (form.Phone ?? "").Where(char.IsAsciiDigit)]);
        if (phone.Length is < 9 or > 12) throw Refused("phone", nameof(form.Phone), "Nhập số điện thoại, ví dụ 0903123456.", "Enter a phone number, for example 0903123456.");
        var now = clock.GetUtcNow();
        var others = await db.Set<AppointmentRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).CountAsync(
            row => row.AgencyId == agencyId && row.Phone == phone && row.Id != form.AppointmentId && row.Status == AppointmentState.Booked && row.StartsAt > now, cancel);
        if (others >= MostOfOnePhone)
            throw Refused("appointments-of-phone", nameof(form.Phone),
                "Số điện thoại này đã có hai lịch hẹn chưa đến. Hủy bớt một lịch rồi đặt lại.",
                "This phone has two appointments to come already. Cancel one of them first.");
        return new AppointmentBooked(
            form.AppointmentId, RandomNumberGenerator.GetString(CodeLetters, 6), form.Field, startsAt, name, phone,
            Secrets.New());
    }

    private static RejectedException Full() => Refused(
        "slot-full", "StartsAt", "Giờ này vừa hết chỗ. Hãy chọn giờ khác.", "This time has just been taken. Choose another one.");

    private static RejectedException Refused(string code, string field, string vi, string en) => new(code, new Text(vi, en)) { Field = field };
}
