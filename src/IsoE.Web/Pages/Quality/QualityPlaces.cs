using IsoE.Office.Organisation;
using IsoE.Web.Identity;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Quality;

/// <summary>A page of the quality system as the hub shows it.</summary>
/// <param name="About">What one finds there, in a line.</param>
/// <param name="Rights">One of them is enough.</param>
public sealed record QualityPlace(string Page, string Icon, Text Name, Text About, params IReadOnlyList<Right> Rights);

/// <summary>Places that belong together.</summary>
public sealed record QualityGroup(Text Name, IReadOnlyList<QualityPlace> Places);

/// <summary>The pages of the quality system, reached from one entry of the main menu.</summary>
public static class QualityPlaces
{
    public static IReadOnlyList<QualityGroup> All { get; } =
    [
        new(new("Bằng chứng", "Evidence"),
        [
            new("/Organisation/Log", "history", new("Nhật ký tổ chức", "Log of the organisation"),
                new("Ai đã đổi người, đơn vị, quyền, quy tắc, lúc nào.", "Who changed people, units, rights and rules, and when."), Right.ReadAuditLog),
            new("/Reports/Register", "books", new("Sổ theo dõi hồ sơ", "Register of dossiers"),
                new("Mọi hồ sơ của một kỳ, in được thành sổ.", "Every dossier of a period, to be printed as a book."), Right.ExportDossiers),
        ]),
        new(new("Hoạch định", "Planning"),
        [
            new("/Authoring/ExternalDocuments", "scale", new("Tài liệu bên ngoài", "External documents"),
                new("Luật, nghị định, tiêu chuẩn đang áp dụng và ai rà soát.", "Laws, decrees, standards in use and who reviews them."), Right.ReadQuality),
        ]),
        new(new("Đánh giá và cải tiến", "Audit and improvement"),
        [
        ]),
        new(new("Đo lường", "Measuring"),
        [
            new("/Reports/Satisfaction", "message", new("Mức độ hài lòng", "Satisfaction"),
                new("Người dân đánh giá thế nào, theo thủ tục, đơn vị, cán bộ.", "What people say, by procedure, unit and officer."), Right.ReadQuality),
            new("/Queue/Figures", "clock", new("Thời gian chờ tại quầy", "Waiting at the counter"),
                new("Chờ và phục vụ theo giờ, theo quầy.", "Waiting and service by hour and counter."), Right.ReadReports),
        ]),
    ];

    /// <summary>Who holds one of these finds something there.</summary>
    public static IReadOnlyList<Right> Rights { get; } = [.. All.SelectMany(group => group.Places).SelectMany(place => place.Rights).Distinct()];

    /// <summary>What this person may open; groups with nothing to open are left out.</summary>
    public static IReadOnlyList<QualityGroup> For(Visitor visitor) =>
        [.. All.Select(group => group with { Places = [.. group.Places.Where(place => place.Rights.Any(visitor.May))] }).Where(group => group.Places.Count > 0)];
}
