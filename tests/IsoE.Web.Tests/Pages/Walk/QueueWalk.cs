using IsoE.Office.Calendars;
using IsoE.Office.Calendars.Edit;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>The hall of the land registry, open at every hour of the run: machine, display, counter, phone, appointment.</summary>
public sealed class QueueWalk
{
    private const string Registry = "H29.13.05";

    private readonly List<string> _errors = [];

    [Test]
    public async Task A_number_is_taken_called_shown_and_followed_by_phone_and_an_appointment_is_kept()
    {
        var (kiosk, display, displayId) = await OpenHall();
        var machine = await Browsers.Session(_errors, width: 1080);
        var hall = await Browsers.Session(_errors, width: 1280);
        await hall.GotoAsync($"/Queue/Display/{display}");
        await hall.IsAccessible();

        await machine.GotoAsync($"/Queue/Kiosk/{kiosk}");
        await machine.IsAccessible();
        await machine.CheckAsync("input[name=Priority][value=elderly]");
        await machine.ClickAsync(".touch-field");
        Assert.That(await machine.InnerTextAsync(".big-number"), Is.EqualTo("D001"));
        Assert.That(await machine.InnerTextAsync(".hall-ticket"), Does.Contain("Ông/Bà là người tiếp theo").And.Contain("Người cao tuổi"));
        await machine.IsAccessible();
        await Assertions.Expect(hall.Locator("#waiting b")).ToHaveTextAsync("1");

        var desk = await Browsers.As("vpdk.tiepnhan", _errors);
        await desk.GotoAsync("/Queue");
        await desk.GetByRole(AriaRole.Link, new() { Name = "1 – Tiếp nhận" }).ClickAsync();
        await desk.Locator("#lists").WaitForAsync();
        await desk.Press("Alt+s");
        await Assertions.Expect(desk.Locator(".called-number")).ToHaveTextAsync("D001");
        await desk.IsAccessible();
        await Assertions.Expect(hall.Locator("#called tr.fresh .number")).ToHaveTextAsync("D001");

        await Appointment(machine, kiosk);
        await desk.Press("Alt+s");
        await Assertions.Expect(desk.Locator(".called-number")).ToHaveTextAsync("D002");
        await Assertions.Expect(hall.Locator("#called .number")).ToHaveTextAsync("D002");
        Assert.That(_errors, Is.Empty);

        // The connection is lost: what was known stays, with its age.
        await Run<CloseDevice>((close, admin) => close.Run(admin, displayId, default));
        await hall.Locator("#stale:not([hidden])").WaitForAsync();
        Assert.That(await hall.InnerTextAsync("#stale"), Does.Match(@"Mất kết nối: thông tin lúc \d\d:\d\d:\d\d, cách đây \d+ giây"));
        Assert.That(await hall.InnerTextAsync("#called"), Does.Contain("D002"));
    }

    [TestCase(DeviceKind.Lookup, "Lookup", "Không tìm thấy hồ sơ")]
    [TestCase(DeviceKind.Survey, "Survey", "Không tìm thấy hồ sơ với mã này")]
    public async Task A_machine_of_the_hall_is_accessible_and_says_what_it_cannot_find(DeviceKind kind, string page, string sentence)
    {
        var secret = "";
        await Run<OpenDevice>(async (open, admin) => secret = await open.Run(admin, kind, "Sảnh", default));
        var machine = await Browsers.Session(width: 1080);
        await machine.GotoAsync($"/Queue/{page}/{secret}");
        await machine.IsAccessible();
        await machine.Scan("H29.150-010101-0001");
        Assert.That(await machine.Locator(".error-summary").InnerTextAsync(), Does.Contain(sentence));
        await machine.IsAccessible();
    }

    /// <summary>Books the next free time by phone, types its code at the machine, and follows the number.</summary>
    private async Task Appointment(IPage machine, string kiosk)
    {
        var phone = await Browsers.Session(_errors, width: 390);
        await phone.GotoAsync($"/Appointments?agency={Registry}");
        await phone.Locator("input[name=StartsAt]").First.CheckAsync();
        await phone.FillAsync("#Name", "Vũ Thị Hẹn");
        await phone.FillAsync("#Phone", "0909000111");
        await phone.IsAccessible();
        await phone.ClickAsync("main form button.btn-primary");
        var code = await phone.InnerTextAsync(".called-number");
        await phone.IsAccessible();

        await machine.GotoAsync($"/Queue/Kiosk/{kiosk}?appointment=true");
        foreach (var letter in code) await machine.ClickAsync($"[data-key='{letter}']");
        await machine.IsAccessible();
        await machine.ClickAsync("main form button.btn-primary");
        Assert.That(await machine.InnerTextAsync(".big-number"), Is.EqualTo("D002"));
        await phone.ReloadAsync();
        Assert.That(await phone.InnerTextAsync("main"), Does.Contain("đã lấy số"));
    }

    /// <summary>Opens the counters for today and tomorrow, whatever day it is, and gives the addresses of a machine and a display.</summary>
    private static async Task<(string Kiosk, string Display, string DisplayId)> OpenHall()
    {
        var today = VietnamTime.DateOf(TimeProvider.System.GetUtcNow());
        foreach (var day in new[] { today, today.AddDays(1) })
            await Run<SetHours>((set, admin) => set.Run(admin, new HoursForm(day.DayOfWeek, true, "00:00-23:59", today, new SourceForm("Thông báo mở cửa", false)), true, default));
        // Near midnight the next time may be an hour ahead.
        await Run<SaveQueueRules>((save, admin) => save.Run(admin, new QueueRulesForm(20, 30, 2, 14, 120), default));
        using var scope = Scope();
        var holidays = await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<CalendarRow>()
            .Where(row => row.Kind == CalendarRowKind.Holiday && row.RemovedAt == null && row.FirstOn <= today.AddDays(1) && row.LastOn >= today).ToListAsync();
        foreach (var holiday in holidays) await Run<RemoveCalendarRow>((remove, admin) => remove.Run(admin, holiday.Id, true, default));
        var (kiosk, display) = ("", "");
        await Run<OpenDevice>(async (open, admin) => kiosk = await open.Run(admin, DeviceKind.Kiosk, "Cửa chính", default));
        await Run<OpenDevice>(async (open, admin) => display = await open.Run(admin, DeviceKind.Display, "Sảnh", default));
        var device = await scope.ServiceProvider.GetRequiredService<FindDevice>().Run(display, DeviceKind.Display, default);
        return (kiosk, display, device!.Id);
    }

    private static async Task Run<T>(Func<T, Actor, Task> run)
        where T : notnull
    {
        using var scope = Scope();
        await run(scope.ServiceProvider.GetRequiredService<T>(), new Actor(Registry, "test", "Quản trị", [new Grant(Roles.TenantAdmin)]));
    }

    private static IServiceScope Scope()
    {
        var scope = WebOffice.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(Registry);
        return scope;
    }
}
