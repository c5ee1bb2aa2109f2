using System.Globalization;
using IsoE.Workflows;

namespace IsoE.Office.Organisation;

/// <summary>The words in which the history of the organisation is read.</summary>
public static class OrganisationLogTexts
{
    private static readonly Dictionary<string, Text> Labels = new()
    {
        ["Code"] = new("Mã", "Code"),
        ["NameVi"] = new("Tên", "Vietnamese name"),
        ["NameEn"] = new("Tên tiếng Anh", "English name"),
        ["FullName"] = new("Họ và tên", "Full name"),
        ["UnitCode"] = new("Đơn vị", "Unit"),
        ["ParentCode"] = new("Thuộc", "Part of"),
        ["PositionCode"] = new("Chức vụ", "Position"),
        ["SigningCapacity"] = new("Quyền hạn ký", "Signing capacity"),
        ["SuccessorCode"] = new("Nơi kế thừa", "Successor"),
        ["Email"] = new("Thư điện tử", "E-mail"),
        ["Phone"] = new("Điện thoại", "Phone"),
        ["Address"] = new("Địa chỉ", "Address"),
        ["Place"] = new("Địa danh", "Place"),
        ["Level"] = new("Cấp", "Level"),
        ["Kind"] = new("Loại", "Kind"),
        ["RequiresAcknowledgement"] = new("Phải xác nhận đã đọc quy trình", "Reading has to be confirmed"),
        ["PortalMode"] = new("Tiếp nhận trực tuyến", "Online reception"),
        ["QuietFrom"] = new("Không gửi tin từ", "No messages from"),
        ["QuietTo"] = new("Không gửi tin đến", "No messages until"),
        ["FromOn"] = new("Từ ngày", "From"),
        ["ToOn"] = new("Đến hết ngày", "Until"),
        ["FromPersonId"] = new("Người ủy quyền", "Delegated by"),
        ["HeadId"] = new("Cấp trưởng", "Head"),
        ["Role"] = new("Vai trò", "Role"),
        ["ProcedureCode"] = new("Quy trình", "Procedure"),
        ["DocumentNumber"] = new("Số văn bản", "Document"),
        ["DocumentOn"] = new("Ngày văn bản", "Dated"),
        ["UserName"] = new("Tên đăng nhập", "User name"),
        ["FirstOn"] = new("Từ ngày", "From"),
        ["LastOn"] = new("Đến ngày", "To"),
        ["Weekday"] = new("Thứ", "Weekday"),
        ["Hours"] = new("Giờ hoặc mức", "Hours or rule"),
        ["InPlaceOf"] = new("Thay cho ngày", "In place of"),
        ["SourceVi"] = new("Căn cứ", "Source"),
        ["Prefix"] = new("Chữ đầu", "Prefix"),
        ["Procedures"] = new("Lĩnh vực thủ tục", "Fields of procedures"),
        ["Fields"] = new("Lĩnh vực phục vụ", "Fields served"),
        ["IsOpen"] = new("Đang dùng", "In use"),
        ["PriorityMinutes"] = new("Phút ưu tiên", "Minutes of priority"),
        ["SlotMinutes"] = new("Phút mỗi lượt hẹn", "Minutes of an appointment"),
        ["SlotCapacity"] = new("Số lượt hẹn cùng giờ", "Appointments at one time"),
        ["DaysAhead"] = new("Đặt trước (ngày)", "Days ahead"),
        ["ArrivalMinutes"] = new("Phút đến trước, sau giờ hẹn", "Minutes before and after an appointment"),
        ["LeastAnswers"] = new("Số phiếu tối thiểu để công bố", "Least answers to be shown"),
        ["IsOn"] = new("Bật", "On"),
        ["LowMark"] = new("Điểm thấp từ mức này trở xuống", "A mark is low at"),
        ["ReminderDays"] = new("Nhắc sau (ngày)", "Remind after (days)"),
        ["ClosedAt"] = new("Đóng lúc", "Closed at"),
        ["Holder"] = new("Người đứng tên", "Holder"),
        ["Issuer"] = new("Nơi cấp", "Issuer"),
        ["Token"] = new("Thiết bị lưu khóa", "Token"),
        ["RemovedAt"] = new("Thôi dùng lúc", "Put aside at"),
        ["KeyId"] = new("Dấu vân tay", "Fingerprint"),
        ["PredecessorId"] = new("Thay cho khóa", "In place of the key"),
        ["SinceOn"] = new("Bị lộ từ ngày", "Disclosed since"),
        ["Reason"] = new("Lý do", "Reason"),
        ["HasPaper"] = new("Có giấy in", "Has paper"),
    };

    private static readonly Dictionary<string, Text> Values = new()
    {
        ["True"] = new("có", "yes"),
        ["False"] = new("không", "no"),
        ["Local"] = new("cổng của cơ quan", "own portal"),
        ["NationalSync"] = new("Cổng Dịch vụ công quốc gia", "national portal"),
        ["Year"] = new("năm", "year"),
        ["WorkingHours"] = new("giờ làm việc", "working hours"),
        ["ReceptionHours"] = new("giờ tiếp nhận", "reception hours"),
        ["WeeklyRest"] = new("nghỉ hằng tuần", "weekly rest"),
        ["Holiday"] = new("ngày nghỉ", "holiday"),
        ["MakeUpDay"] = new("ngày làm bù", "make-up day"),
        ["SameDayCutOff"] = new("mốc trả trong ngày", "same-day cut-off"),
        ["NearlyDue"] = new("mốc sắp đến hạn", "nearly due"),
        ["Monday"] = new("thứ Hai", "Monday"),
        ["Tuesday"] = new("thứ Ba", "Tuesday"),
        ["Wednesday"] = new("thứ Tư", "Wednesday"),
        ["Thursday"] = new("thứ Năm", "Thursday"),
        ["Friday"] = new("thứ Sáu", "Friday"),
        ["Saturday"] = new("thứ Bảy", "Saturday"),
        ["Sunday"] = new("Chủ nhật", "Sunday"),
    };

    /// <summary>What happened, as a heading: "Giao vai trò: Chuyên viên thụ lý".</summary>
    public static Text Title(OrganisationLogLine line) => line.Type switch
    {
        "AgencyAdded" => new("Lập cơ quan", "Agency founded"),
        "AgencyChanged" => new("Sửa thông tin cơ quan", "Agency changed"),
        "UnitAdded" => new("Đơn vị: thông tin mới", "Unit: as from a day"),
        "UnitChanged" => Ended(line) ? new("Đơn vị: đặt ngày cuối", "Unit: last day set") : new("Đơn vị: sửa thông tin", "Unit changed"),
        "PositionAdded" => new("Chức vụ: thông tin mới", "Position: as from a day"),
        "PositionChanged" => Ended(line) ? new("Chức vụ: đặt ngày cuối", "Position: last day set") : new("Chức vụ: sửa thông tin", "Position changed"),
        "PersonAdded" => new("Thêm người", "Person added"),
        "PersonChanged" => new("Sửa thông tin cán bộ", "Person changed"),
        "PersonRoleAdded" => With(new("Giao vai trò", "Role given"), Roles.NameOf(line.Called)),
        "PersonRoleChanged" => With(new("Kết thúc vai trò", "Role ended"), Roles.NameOf(line.Called)),
        "DeputyAdded" => With(new("Giao làm cấp phó", "Deputy named"), Roles.NameOf(line.Called)),
        "DeputyChanged" => With(new("Kết thúc cấp phó", "Deputy ended"), Roles.NameOf(line.Called)),
        "DelegationAdded" => With(new("Ủy quyền", "Delegation"), new(line.Called, line.Called)),
        "DelegationChanged" => With(new("Thu hồi ủy quyền", "Delegation revoked"), new(line.Called, line.Called)),
        "AccountAdded" => new("Tạo tài khoản", "Account opened"),
        "AccountChanged" => new("Đặt mật khẩu mới", "New password"),
        "CalendarAdded" => new("Lịch làm việc: thêm", "Calendar: added"),
        "CalendarChanged" => new("Lịch làm việc: bỏ", "Calendar: removed"),
        "QueueFieldAdded" => new("Lĩnh vực lấy số: thêm", "Queue field added"),
        "QueueFieldChanged" => new("Lĩnh vực lấy số: sửa", "Queue field changed"),
        "QueueCounterAdded" => new("Quầy: thêm", "Counter added"),
        "QueueCounterChanged" => new("Quầy: sửa", "Counter changed"),
        "PriorityGroupAdded" => new("Nhóm ưu tiên: thêm", "Priority group added"),
        "PriorityGroupChanged" => new("Nhóm ưu tiên: sửa", "Priority group changed"),
        "QueueRulesAdded" or "QueueRulesChanged" => new("Quy tắc lấy số, đặt lịch: đặt lại", "Rules of queue and appointments set"),
        "SurveyRulesAdded" or "SurveyRulesChanged" => new("Quy tắc đánh giá hài lòng: đặt lại", "Rules of the satisfaction survey set"),
        "TriggerSwitchAdded" or "TriggerSwitchChanged" => With(new("Tự động lập báo cáo không phù hợp", "Automatic nonconformity reports"), new(line.Called, line.Called)),
        "CollectionRulesAdded" or "CollectionRulesChanged" => new("Ngày nhắc nhận kết quả: đặt lại", "Days of reminders set"),
        "SigningKeyAdded" => new("Chứng thư số: đăng ký", "Certificate registered"),
        "SigningKeyChanged" => new("Chứng thư số: thôi dùng", "Certificate put aside"),
        "SealingKeyAdded" => With(new("Khóa niêm phong: đổi khóa mới", "Sealing key renewed"), new(line.Called, line.Called)),
        "SealingKeyRevocationAdded" => new("Khóa niêm phong: báo bị lộ", "Sealing key named as disclosed"),
        "QueueDeviceAdded" => new("Thiết bị lấy số: mở địa chỉ", "Queue device opened"),
        "QueueDeviceChanged" => new("Thiết bị lấy số: thay đổi", "Queue device changed"),
        _ => new(line.Type, line.Type),
    };

    /// <summary>What changed, in words; who and when stand in the line already and are not said again.</summary>
    public static IEnumerable<(Text Label, Text? Before, Text? After)> Changes(OrganisationLogLine line) =>
        line.Fields.Where(field => Labels.ContainsKey(field.Field) && !Repeats(line, field))
            .Select(field => (Labels[field.Field], Words(field.Field, field.Before), Words(field.Field, field.After)));

    private static bool Ended(OrganisationLogLine line) => line.Fields.Any(field => field.Field == nameof(IPeriod.ToOn) && field.After is not null);

    /// <summary>The English name and the role are in the line already.</summary>
    private static bool Repeats(OrganisationLogLine line, FieldChange field) =>
        (field.Field == nameof(PersonRole.Role) && field.After == line.Called)
        || (field.Field == nameof(Unit.NameEn) && line.Fields.Any(other => other.Field == nameof(Unit.NameVi) && other.After == field.After));

    private static Text With(Text what, Text whose) => new($"{what.Vi}: {whose.Vi}", $"{what.En}: {whose.En}");

    private static Text? Words(string field, string? value) => value switch
    {
        null => null,
        _ when Values.TryGetValue(value, out var words) => words,
        _ when field == nameof(Agency.Level) => AgencyKinds.Levels.GetValueOrDefault(value) ?? new(value, value),
        _ when field == nameof(Agency.Kind) => AgencyKinds.All.GetValueOrDefault(value) ?? new(value, value),
        _ when field == nameof(PersonRole.Role) => Roles.NameOf(value),
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) => Day(on),
        _ => new(value, value),
    };

    private static Text Day(DateOnly on)
    {
        var day = on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return new(day, day);
    }
}
