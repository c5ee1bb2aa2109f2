using IsoE.Office.Organisation;
using IsoE.Office.Quality.Registers;
using IsoE.Web.Identity;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Quality;

/// <summary>A page of the quality system as the hub shows it.</summary>
/// <param name="About">What one finds there, in a line.</param>
/// <param name="Rights">One of them is enough.</param>
public sealed record QualityPlace(string Page, string Icon, Text Name, Text About, params IReadOnlyList<Right> Rights)
{
    /// <summary>Part of the address for pages that show one of several; null for all others.</summary>
    public string? Id { get; init; }

    /// <summary>For those only whose rights reach the whole agency.</summary>
    public bool NeedsWhole { get; init; }

    public bool IsOpenTo(Visitor visitor) => Rights.Any(NeedsWhole ? visitor.MayInWholeAgency : visitor.May);

    /// <summary>A register of the quality system.</summary>
    public static QualityPlace Of(string register)
    {
        var it = QualityRegisters.Get(register);
        return new QualityPlace("/Quality/Register", it.Icon, it.Name, it.About, it.IsAcknowledged ? Right.ReadDocument : Right.ReadRegisters) { Id = register };
    }
}

/// <summary>Places that belong together.</summary>
public sealed record QualityGroup(Text Name, IReadOnlyList<QualityPlace> Places);

/// <summary>The pages of the quality system, reached from one entry of the main menu.</summary>
public static class QualityPlaces
{
    public static IReadOnlyList<QualityGroup> All { get; } =
    [
        new(new("Bằng chứng", "Evidence"),
        [
            new("/Evidence/Seals", "shield-check", new("Niêm phong", "Seals"),
                new("Mã gốc có chữ ký trên toàn bộ lịch sử và tệp; tải về giữ bên ngoài, kiểm tra.", "A signed root over all history and files; to keep outside, and to check."), Right.ReadAuditLog) { NeedsWhole = true },
            new("/Evidence/Pack", "file-certificate", new("Gói bằng chứng", "Evidence pack"),
                new("Một tệp PDF tự chứng minh các hồ sơ, cả khi không có IsoE.", "One PDF that proves dossiers by itself, without IsoE."), Right.ExportAuditLog) { NeedsWhole = true },
            new("/Quality/Matrix", "list-check", new("Ma trận điều khoản – bằng chứng", "Clause–evidence matrix"),
                new("Điều khoản nào có bằng chứng gì, còn thiếu gì.", "Which clause has which evidence, and what is missing."), Right.ReadQuality) { NeedsWhole = true },
            new("/Organisation/Log", "history", new("Nhật ký tổ chức", "Log of the organisation"),
                new("Ai đã đổi người, đơn vị, quyền, quy tắc, lúc nào.", "Who changed people, units, rights and rules, and when."), Right.ReadAuditLog),
            new("/Organisation/Reads", "search", new("Nhật ký xem dữ liệu cá nhân", "Log of reads of personal data"),
                new("Ai đã mở hồ sơ nào, tìm ai, xuất danh sách lúc nào.", "Who opened which dossier, searched or exported, and when."), Right.ReadAuditLog),
            new("/Quality/Subject", "user-check", new("Trả lời chủ thể dữ liệu", "Answer to a data subject"),
                new("Mọi dữ liệu cơ quan giữ về một người, ai đã xem, tải về được.", "Everything kept about a person, who has seen it, to download."), Right.AnswerSubject),
            new("/Quality/Retention", "books", new("Thời hạn lưu hồ sơ", "Retention of records"),
                new("Hồ sơ nào lưu bao lâu, bao nhiêu đã hết hạn.", "What is kept how long, and how much has reached its end."), Right.ReadRetention) { NeedsWhole = true },
            new("/Quality/Holds", "lock", new("Lệnh giữ hồ sơ", "Legal holds"),
                new("Hồ sơ nào không được hủy dù hết hạn, vì sao.", "What must not be destroyed though its term is over, and why."), Right.ReadRetention) { NeedsWhole = true },
            new("/Quality/Transfers", "folder", new("Nộp lưu hồ sơ", "Hand-over to the archive"),
                new("Gói có siêu dữ liệu, bằng chứng và mục lục; người khác xác nhận tiếp nhận.", "A package with metadata, proofs and register; somebody else acknowledges it."), Right.ReadRetention) { NeedsWhole = true },
            new("/Quality/Disposals", "clipboard-list", new("Danh mục hủy hồ sơ", "Disposal lists"),
                new("Hồ sơ hết thời hạn: một người lập, người khác phê duyệt, biên bản hủy.", "What is due: one proposes, another approves, minutes of destruction."), Right.ReadRetention) { NeedsWhole = true },
            new("/Reports/Register", "books", new("Sổ theo dõi hồ sơ", "Register of dossiers"),
                new("Mọi hồ sơ của một kỳ, in được thành sổ.", "Every dossier of a period, to be printed as a book."), Right.ExportDossiers),
        ]),
        new(new("Hoạch định", "Planning"),
        [
            QualityPlace.Of("policy"),
            QualityPlace.Of("scope"),
            QualityPlace.Of("context"),
            QualityPlace.Of("parties"),
            QualityPlace.Of("risks"),
            QualityPlace.Of("objectives"),
            QualityPlace.Of("training"),
            QualityPlace.Of("providers"),
            new("/Authoring/ExternalDocuments", "scale", new("Tài liệu bên ngoài", "External documents"),
                new("Luật, nghị định, tiêu chuẩn đang áp dụng và ai rà soát.", "Laws, decrees, standards in use and who reviews them."), Right.ReadQuality),
        ]),
        new(new("Đánh giá và cải tiến", "Audit and improvement"),
        [
            new("/Quality/Nonconformities", "alert-triangle", new("Sự không phù hợp", "Nonconformities"),
                new("Sổ theo dõi, nguyên nhân, hành động, xu hướng; phiếu tự mở và gộp theo nguyên nhân.", "Register, causes, actions, trend; reports that open by themselves, one for a cause."), Right.ReadQuality),
            new("/Quality/Audits", "clipboard-list", new("Đánh giá nội bộ", "Internal audits"),
                new("Phiếu kiểm tra, rút mẫu, phát hiện, báo cáo; đoàn không đánh giá đơn vị mình.", "Checklists, samples, findings, reports; nobody audits the own unit."), Right.ReadQuality),
            new("/Quality/Reviews", "users", new("Xem xét của lãnh đạo", "Management reviews"),
                new("Đầu vào do hệ thống tổng hợp, kết luận và hồ sơ thực hiện.", "Input assembled by the system, decisions and the dossiers that carry them out."), Right.ReadQuality),
            new("/Quality/Auditors", "user-check", new("Đánh giá viên bên ngoài", "External auditors"),
                new("Mời có ngày, có phạm vi; quyền tự hết.", "Invited for days and a scope; access ends by itself."), Right.InviteAuditor),
            QualityPlace.Of("programme"),
            new("/Quality/Actions", "arrow-forward-up", new("Việc phải làm để cải tiến", "Actions for improvement"),
                new("Kết luận của lãnh đạo, hành động khắc phục: ai làm, hạn, kết quả, việc quá hạn.", "Decisions of reviews, corrective actions: who does them, until when, what came of it, what is late."), Right.ReadQuality),
        ]),
        new(new("Đo lường", "Measuring"),
        [
            QualityPlace.Of("petitions"),
            new("/Reports/Improvement/Index", "route", new("Cải tiến từ nhật ký", "Improvement from the log"),
                new("Sơ đồ thực tế, đối chiếu quy trình, điểm nghẽn, làm lại; nhập nhật ký từ nơi khác.", "Process map, conformance, bottlenecks, rework; logs from elsewhere."), Right.ReadReports),
            new("/Reports/Satisfaction", "message", new("Mức độ hài lòng", "Satisfaction"),
                new("Người dân đánh giá thế nào, theo thủ tục, đơn vị, cán bộ.", "What people say, by procedure, unit and officer."), Right.ReadRegisters),
            new("/Queue/Figures", "clock", new("Thời gian chờ tại quầy", "Waiting at the counter"),
                new("Chờ và phục vụ theo giờ, theo quầy.", "Waiting and service by hour and counter."), Right.ReadReports),
        ]),
    ];

    /// <summary>Who holds one of these finds something there.</summary>
    public static IReadOnlyList<Right> Rights { get; } = [.. All.SelectMany(group => group.Places).SelectMany(place => place.Rights).Distinct()];

    /// <summary>What this person may open; groups with nothing to open are left out.</summary>
    public static IReadOnlyList<QualityGroup> For(Visitor visitor) =>
        [.. All.Select(group => group with { Places = [.. group.Places.Where(place => place.IsOpenTo(visitor))] }).Where(group => group.Places.Count > 0)];
}
