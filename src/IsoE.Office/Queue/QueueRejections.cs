using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Queue;

/// <summary>What the queue refuses, in the words people read.</summary>
internal static class QueueRejections
{
    public static RejectedException FieldUnknown() => new("queue-field-unknown", new Text(
        "Lĩnh vực này hiện không lấy số. Hãy chọn lĩnh vực khác.", "No numbers are given for this field now. Choose another one."))
    { Field = "Field" };

    public static RejectedException CounterUnknown() => new("counter-unknown", new Text(
        "Quầy này không có hoặc đã đóng. Hãy chọn quầy khác.", "There is no such counter, or it is closed. Choose another one."))
    { Field = "Counter" };

    public static RejectedException PriorityUnknown() => new("priority-unknown", new Text(
        "Nhóm ưu tiên này không còn dùng. Hãy chọn lại.", "This priority group is no longer used. Choose again."))
    { Field = "Priority" };

    public static RejectedException DeviceUnknown() => new("device-unknown", new Text(
        "Thiết bị này không có hoặc địa chỉ đã bị đóng.", "There is no such device, or its address has been closed."));

    public static RejectedException Closed(DateTimeOffset? opensAt) => new("queue-closed", opensAt is { } at
        ? new Text($"Ngoài giờ tiếp nhận. Lấy số lại từ {Wording.Moment(at).Vi}.", $"The counters are closed. Numbers are given again from {Wording.Moment(at).En}.")
        : new Text("Ngoài giờ tiếp nhận.", "The counters are closed."));

    public static RejectedException TicketUnknown() => new("ticket-unknown", new Text(
        "Số này không có trong hàng chờ hôm nay, hoặc đã xong.", "This number is not in today's queue, or it is finished."));

    public static RejectedException NotHere(string number, Text now) => new("ticket-not-here", new Text(
        $"Số {number} không còn ở quầy này: {now.Vi}. Tải lại trang để xem.", $"Number {number} is not at this counter any more: {now.En}. Load the page again."));

    public static RejectedException CounterBusy(string number) => new("counter-busy", new Text(
        $"Quầy đang phục vụ số {number}. Kết thúc, cho đợi hoặc chuyển số này trước.", $"The counter is serving {number}. Finish, pass or transfer it first."));
}
