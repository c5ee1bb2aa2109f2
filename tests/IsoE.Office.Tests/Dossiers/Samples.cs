using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>People and papers of the tests.</summary>
public static class Samples
{
    public static readonly DateOnly Founded = new(2025, 7, 1);

    public static readonly (string Id, string Name, string[] Roles)[] People =
    [
        ("reception", "Nguyễn Thị Mai", [Roles.ReceptionOfficer]),
        ("reception2", "Trần Văn Hùng", [Roles.ReceptionOfficer]),
        ("return", "Lê Thị Hoa", [Roles.ReturnOfficer]),
        ("cashier", "Phạm Thị Lan", [Roles.Cashier]),
        ("cashier2", "Dương Thị Nga", [Roles.Cashier]),
        ("cashier3", "Kiều Thị Oanh", [Roles.Cashier]),
        ("onestop", "Võ Minh Tuấn", [Roles.OneStopHead]),
        ("specialist", "Đặng Quốc Bảo", [Roles.Specialist]),
        ("specialist2", "Bùi Thị Thu", [Roles.Specialist]),
        ("head", "Đỗ Văn Thành", [Roles.DivisionHead]),
        ("clerk", "Lý Thị Hạnh", [Roles.Clerk]),
        ("leader", "Huỳnh Văn Phúc", [Roles.AgencyLeader]),
        ("leader2", "Hồ Văn Lợi", [Roles.AgencyLeader]),
        ("qmr", "Mai Thị Kim", [Roles.Qmr]),
        ("iso", "Cao Thị Yến", [Roles.IsoSecretary]),
        ("kstt", "Trương Thị Ngọc", [Roles.KsttOfficer]),
        ("auditor", "Phan Văn Đức", [Roles.InternalAuditor]),
        ("auditor2", "Lâm Thị Hồng", [Roles.InternalAuditor]),
        ("admin", "Nguyễn Quang Huy", [Roles.TenantAdmin]),
        ("all-hands", "Tạ Văn Đa", [Roles.ReceptionOfficer, Roles.Specialist, Roles.DivisionHead, Roles.Clerk, Roles.ReturnOfficer, Roles.Cashier, Roles.AgencyLeader]),
    ];

    public static readonly object Receiving = new { pages = 8, originalsChecked = true };
    public static readonly object Eligible = new { nameUnique = true, businessCode = "0312345678", conditionalLines = false };
    public static readonly object Supplement = new { items = "Hợp đồng thuê nhà\nBản sao căn cước", reason = "Chưa đủ", legalGround = "NĐ 168/2025" };
    public static readonly object Issuing = new { number = "05/HKD", issuedOn = "02/11/2026" };
    public static readonly object Returning = new { receivedBy = "Nguyễn Văn Đào", way = "counter" };

    public static Applicant Applicant { get; } = new(
        ApplicantKind.Citizen, "Nguyễn Văn Đào", "079085001234", "0912345678", null, "12 Lê Lợi, phường An Hòa Đông");

    /// <summary>A household business, forwarded at once; limit three working days, one component, fee 100.000.</summary>
    public static Reception Business(string id) => new(
        id,
        "1.001612",
        "standard",
        Channel.Direct,
        Applicant,
        ReturnWay.Counter,
        JsonSerializer.SerializeToElement(new
        {
            businessName = "Hộ kinh doanh Đào Tiên",
            ownerIdentity = "079085001234",
            businessAddress = "12 Lê Lợi",
            placeKind = "owned",
            businessLines = "4711 - Bán lẻ lương thực",
            capital = 50_000_000,
            workers = 2,
            startOn = "01/12/2026",
            isHousehold = false,
            filedByAgent = false,
            dataAvailable = true,
        }),
        [new ComponentCheck("request", 1, 0, ComponentStates.Enough)],
        1,
        null,
        [],
        ForwardAtOnce: true,
        JsonSerializer.SerializeToElement(Receiving),
        DuplicateReason: "Hộ kinh doanh khác");

    /// <summary>A certificate of marital status; the applicant lived in another commune.</summary>
    public static Reception Marital(string id) => Business(id) with
    {
        ProcedureCode = "1.004873",
        Form = JsonSerializer.SerializeToElement(new
        {
            fullName = "Nguyễn Văn Đào",
            identityNumber = "079085001234",
            dateOfBirth = "01/02/1985",
            sex = "male",
            ethnicity = "Kinh",
            residence = "12 Lê Lợi",
            status = "single",
            purpose = "property",
            livedElsewhere = true,
            formerAddress = "Ấp 2",
            formerFrom = "01/01/2006",
            formerTo = "01/01/2012",
            isReissue = false,
            filedByAgent = false,
        }),
        Components =
        [
            new ComponentCheck("declaration-form", 1, 0, ComponentStates.Enough),
            new ComponentCheck("identity", 1, 0, ComponentStates.Enough),
        ],
    };

    /// <summary>A construction permit for a house: fee collected by a cashier while the clock stands still.</summary>
    public static Reception House(string id) => Business(id) with
    {
        ProcedureCode = "1.013225",
        CaseId = "house",
        Form = JsonSerializer.SerializeToElement(new
        {
            ownerIdentity = "079085001234",
            siteAddress = "12 Lê Lợi",
            parcel = "thửa 215, tờ bản đồ 12",
            landArea = 80,
            buildingArea = 60,
            totalArea = 180,
            floors = 3,
            height = 11,
            adjacent = false,
            fireSafety = false,
            nearHeritage = false,
            designer = "Công ty tư vấn thiết kế Bình Minh",
        }),
        Components =
        [
            new ComponentCheck("application", 1, 1, ComponentStates.Enough),
            new ComponentCheck("land-papers", 1, 1, ComponentStates.Enough),
            new ComponentCheck("drawings", 2, 0, ComponentStates.Enough),
        ],
    };

    /// <summary>A construction permit for works of class III near a heritage site.</summary>
    public static Reception Works(string id) => House(id) with
    {
        CaseId = "works",
        Form = JsonSerializer.SerializeToElement(new
        {
            ownerIdentity = "079085001234",
            siteAddress = "12 Lê Lợi",
            parcel = "thửa 215, tờ bản đồ 12",
            landArea = 800,
            buildingArea = 400,
            totalArea = 1200,
            floors = 3,
            height = 11,
            worksClass = "III",
            function = "Kho",
            adjacent = false,
            fireSafety = false,
            nearHeritage = false,
            designer = "Công ty tư vấn thiết kế Bình Minh",
        }),
        Components =
        [
            new ComponentCheck("application", 1, 1, ComponentStates.Enough),
            new ComponentCheck("land-papers", 1, 1, ComponentStates.Enough),
            new ComponentCheck("drawings", 2, 0, ComponentStates.Enough),
            new ComponentCheck("appraisal-report", 0, 1, ComponentStates.Enough),
        ],
    };

    /// <summary>A minor nonconformity of the economy division.</summary>
    public static InternalOpening Nonconformity(string id) => new(
        id,
        "QT-04",
        "minor",
        JsonSerializer.SerializeToElement(new
        {
            title = "Hẹn trả không đúng thời hạn",
            description = "Ba hồ sơ hẹn trả dài hơn thời hạn của quy trình.",
            evidence = "Giấy tiếp nhận các hồ sơ 0012, 0015, 0021.",
            detectedOn = "02/11/2026",
            origin = "work",
            unit = "economy",
            relatedDossier = "H29.150-261102-0012",
        }),
        []);

    /// <summary>A first complaint; its term runs only from acceptance.</summary>
    public static Reception Complaint(string id) => Business(id) with
    {
        ProcedureCode = "2.002409",
        Form = JsonSerializer.SerializeToElement(new
        {
            subject = "act",
            knownOn = "20/10/2026",
            respondent = "Phòng Kinh tế",
            matter = "land",
            content = "Không nhận đơn xin xác nhận",
            severalPeople = false,
            byAgent = false,
            inCourt = false,
        }),
        Components = [new ComponentCheck("complaint", 1, 0, ComponentStates.Enough)],
        ForwardAtOnce = false,
        ReceptionValues = default,
    };

    /// <summary>A denunciation: open to named people only.</summary>
    public static Reception Denunciation(string id) => Complaint(id) with
    {
        ProcedureCode = "2.002396",
        Form = JsonSerializer.SerializeToElement(new
        {
            denounced = "Ông Nguyễn Văn Tám",
            denouncedOffice = "Trưởng khu phố 3",
            content = "Thu tiền của dân không có biên lai",
            protection = "secrecy",
            representedBy = false,
            sentElsewhere = false,
        }),
        Components = [new ComponentCheck("letter", 1, 0, ComponentStates.Enough)],
    };
}
