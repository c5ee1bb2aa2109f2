using System.Collections.Frozen;
using IsoE.Workflows;

namespace IsoE.Office.Organisation;

/// <summary>The role codes a procedure may name, and what they are called.</summary>
/// <remarks>Roles are a closed list: a definition that names another one is refused when it is loaded.</remarks>
public static class Roles
{
    public const string Citizen = "citizen";
    public const string ReceptionOfficer = "reception_officer";
    public const string ReturnOfficer = "return_officer";
    public const string Cashier = "cashier";
    public const string Specialist = "specialist";
    public const string DivisionHead = "division_head";
    public const string AgencyLeader = "agency_leader";
    public const string Clerk = "clerk";
    public const string OneStopHead = "one_stop_head";
    public const string KsttOfficer = "kstt_officer";
    public const string Qmr = "qmr";
    public const string IsoSecretary = "iso_secretary";
    public const string InternalAuditor = "internal_auditor";
    public const string ExternalAuditor = "external_auditor";
    public const string TenantAdmin = "tenant_admin";
    public const string PlatformAdmin = "platform_admin";
    public const string ExternalAgency = "external_agency";
    public const string System = "system";

    /// <summary>Every role with its name, in the order in which lists show them.</summary>
    public static IReadOnlyDictionary<string, Text> All { get; } = new Dictionary<string, Text>
    {
        [Citizen] = new("Cá nhân, tổ chức nộp hồ sơ", "Applicant"),
        [ReceptionOfficer] = new("Cán bộ tiếp nhận", "Reception officer"),
        [ReturnOfficer] = new("Cán bộ trả kết quả", "Return officer"),
        [Cashier] = new("Cán bộ thu phí, lệ phí", "Cashier"),
        [Specialist] = new("Chuyên viên thụ lý", "Specialist"),
        [DivisionHead] = new("Lãnh đạo phòng", "Head of division"),
        [AgencyLeader] = new("Lãnh đạo cơ quan", "Agency leader"),
        [Clerk] = new("Văn thư", "Records clerk"),
        [OneStopHead] = new("Phụ trách Bộ phận Một cửa", "Head of the one-stop counter"),
        [KsttOfficer] = new("Cán bộ kiểm soát thủ tục hành chính", "Procedure control officer"),
        [Qmr] = new("Đại diện lãnh đạo về chất lượng", "Quality management representative"),
        [IsoSecretary] = new("Thư ký ISO", "ISO secretary"),
        [InternalAuditor] = new("Đánh giá viên nội bộ", "Internal auditor"),
        [ExternalAuditor] = new("Đánh giá viên bên ngoài", "External auditor"),
        [TenantAdmin] = new("Quản trị hệ thống của cơ quan", "Agency administrator"),
        [PlatformAdmin] = new("Quản trị nền tảng", "Platform administrator"),
        [ExternalAgency] = new("Cơ quan phối hợp", "Co-operating agency"),
        [System] = new("Hệ thống", "System"),
    };

    /// <summary>The roles that keep the system running and therefore decide on no dossier (SoD-7).</summary>
    public static IReadOnlySet<string> Administrators { get; } =
        new[] { TenantAdmin, PlatformAdmin }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The role one level above, to which a late task escalates and which signs for a delay; null at the top.</summary>
    public static string? SuperiorOf(string role) => role switch
    {
        ReceptionOfficer or ReturnOfficer or Cashier => OneStopHead,
        Specialist => DivisionHead,
        IsoSecretary or InternalAuditor => Qmr,
        OneStopHead or DivisionHead or Clerk or KsttOfficer or Qmr => AgencyLeader,
        _ => null,
    };

    /// <summary>Whether <paramref name="higher"/> stands above <paramref name="role"/>, directly or further up.</summary>
    public static bool IsAbove(string higher, string role) =>
        SuperiorOf(role) is { } next && (next == higher || IsAbove(higher, next));

    /// <summary>The name of a role; a role no longer in the list shows its code.</summary>
    public static Text NameOf(string role) => All.GetValueOrDefault(role) ?? new Text(role, role);
}
