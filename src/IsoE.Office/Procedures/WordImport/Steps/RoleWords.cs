using System.Text.RegularExpressions;
using IsoE.Office.Organisation;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Knows which of our roles an office means by the words it uses for who acts.</summary>
internal static partial class RoleWords
{
    /// <summary>Particular words before general ones: "Chuyên viên trực Bộ phận Một cửa" receives dossiers.</summary>
    private static readonly (string Role, Regex Words, Confidence Confidence)[] Known =
    [
        (Roles.Citizen, CitizenWords(), Confidence.Certain),
        (Roles.Qmr, QmrWords(), Confidence.Certain),
        (Roles.IsoSecretary, IsoSecretaryWords(), Confidence.Certain),
        (Roles.InternalAuditor, AuditorWords(), Confidence.Certain),
        (Roles.ExternalAgency, OtherAgencyWords(), Confidence.Likely),
        (Roles.ReturnOfficer, ReturnWords(), Confidence.Certain),
        (Roles.Cashier, CashierWords(), Confidence.Certain),
        (Roles.OneStopHead, OneStopHeadWords(), Confidence.Likely),
        (Roles.ReceptionOfficer, ReceptionWords(), Confidence.Certain),
        (Roles.KsttOfficer, KsttWords(), Confidence.Likely),
        (Roles.DivisionHead, DivisionHeadWords(), Confidence.Certain),
        (Roles.AgencyLeader, LeaderWords(), Confidence.Certain),
        (Roles.Clerk, ClerkWords(), Confidence.Certain),
        (Roles.Specialist, SpecialistWords(), Confidence.Certain),
        (Roles.AgencyLeader, SomeLeader(), Confidence.Guessed),
        (Roles.System, SystemWords(), Confidence.Likely),
    ];

    /// <summary>The role a plain text names; null when it names none of ours.</summary>
    public static (string Role, Confidence Confidence)? Of(string plain)
    {
        foreach (var (role, words, confidence) in Known)
            if (words.IsMatch(plain)) return (role, confidence);
        return null;
    }

    /// <summary>Whether a text begins with the words for a person, so that it may stand as one of several.</summary>
    public static bool BeginsPerson(string plain) => PersonWords().IsMatch(plain);

    [GeneratedRegex(@"^(?:cac )?(?:to chuc|ca nhan|cong dan|nguoi (?:dan|nop|yeu cau|de nghi|khieu nai|to cao|su dung dat)|doanh nghiep|chu dau tu|khach hang|ho gia dinh|nguoi co nhu cau)")]
    private static partial Regex CitizenWords();

    [GeneratedRegex(@"dai dien lanh dao|\bqmr\b|\bdd ?ld(?:cl)?\b")]
    private static partial Regex QmrWords();

    [GeneratedRegex(@"thu ky (?:ban )?(?:chi dao )?iso|\b(?:ban|to|thuong truc) iso\b|can bo iso|thu ky ban chi dao iso")]
    private static partial Regex IsoSecretaryWords();

    [GeneratedRegex(@"danh gia vien|doan danh gia|chuyen gia danh gia|nhom danh gia")]
    private static partial Regex AuditorWords();

    [GeneratedRegex(@"^(?:can bo |nhan vien |cong chuc |lanh dao )?(?:(?:chi cuc|co quan|cuc) thue|kho bac|co quan (?:phoi hop|lien quan|duoc (?:hoi|lay) y kien|co tham quyen khac)|don vi phoi hop|buu (?:chinh|dien|cuc)|ngan hang|co quan cong an|toa an|vien kiem sat)")]
    private static partial Regex OtherAgencyWords();

    [GeneratedRegex(@"(?<!tiep nhan (?:va |, |& ?|- ?|/ ?|ho so va )?)(?<!hen )\btra (?:ket qua|kq)\b")]
    private static partial Regex ReturnWords();

    [GeneratedRegex(@"thu quy|thu ngan|\bthu (?:phi|le phi|tien)\b")]
    private static partial Regex CashierWords();

    [GeneratedRegex(@"^(?:nguoi |can bo )?(?:phu trach|truong|lanh dao|giam doc|ld|pgd|gd) (?:bo phan |bp |trung tam |tt ?)?(?:mot cua|tiep nhan|phuc vu hanh chinh cong|ttpvhcc|pvhcc|tn ?& ?tkq)")]
    private static partial Regex OneStopHeadWords();

    [GeneratedRegex(@"mot cua|\btiep nhan\b|tn ?(?:&|va|-|\+) ?(?:tkq|tra)|tn ?tkq|\btnhs\b|\bcc ?mc\b|(?:tt ?)?pvhcc|tthcc|\bhcc\b|hanh chinh cong|tiep (?:cong )?dan|\bbpmc\b|\bbp ?mc\b|\bbptn|quay (?:tiep|giao|so|thu)|nhan ho so|bo phan tn\b|\bbp tn\b")]
    private static partial Regex ReceptionWords();

    [GeneratedRegex(@"kiem soat (?:thu tuc hanh chinh|tthc)|\bkstt(?:hc)?\b")]
    private static partial Regex KsttWords();

    [GeneratedRegex(@"van thu|^(?:nv |cb |cc |bp |bo phan )?vt\b|\bvt-lt\b|^(?:nv |cb |can bo |cong chuc |nhan vien |bo phan )?luu tru\b")]
    private static partial Regex ClerkWords();

    [GeneratedRegex(@"(?:lanh dao|ld|truong|pho|phu trach|dung dau|chi huy)\.? (?:cac )?(?:phong|van phong|vp|p\.|bo phan|ban|to|khoa|doi|don vi chuyen mon|chi nhanh)\b|\b(?:truong|pho)[ /,]*(?:hoac |va )?(?:pho|truong)?[ /]*(?:phong|khoa|bo phan|ban|to|doi)\b|pho truong phong|\b(?:t|p|tp|ptp)\.? ?phong\b|^(?:tp|ptp|ldp|ld phong|tp/ptp)\b|chanh van phong|pho chanh|\bcvp\b|ke toan truong")]
    private static partial Regex DivisionHeadWords();

    [GeneratedRegex(@"chu tich|\bp?ct\b(?![.\-]? ?(?:cong|hd))|(?:lanh dao|ld|dung dau|ban lanh dao|bld) (?:ubnd|ub\b|uy ban|hdnd|co quan|so|xa|phuong|huyen|quan|tinh|thanh pho|don vi|chi cuc|cuc|vien|truong|ban quan ly|trung tam|bo)\b|giam doc|^p?gd\b|\bp?gd (?:so|tt|trung tam)|thu truong|hieu truong|cuc truong|tong cuc|vien truong|bo truong|ldub|\bldubnd\b|\bld ubnd\b|truong ban quan ly")]
    private static partial Regex LeaderWords();

    [GeneratedRegex(@"(?:^|[(:]\s*|\b(?:dong chi|d/c|cac|mot|bo phan|bp|-) )(?:chuyen vien|cv\b|cong chuc|can bo|vien chuc|(?:tham dinh|kiem tra|thanh tra|dang ky|ke toan) vien|nhan vien|(?:cc|cb|cbcc|nv|ccvc|cbccvc|kts|ks)\b|nguoi (?:duoc (?:phan cong|giao)|thu ly|xu ly|tham dinh|soan thao|tham muu|phu trach)|ke toan|ho tich|dia chinh|tu phap|can su)|chuyen vien|\bcv\b")]
    private static partial Regex SpecialistWords();

    [GeneratedRegex(@"lanh dao|^ld\b|nguoi co tham quyen|cap co tham quyen|nguoi dung dau")]
    private static partial Regex SomeLeader();

    [GeneratedRegex(@"^(?:he thong|phan mem|tu dong)")]
    private static partial Regex SystemWords();

    [GeneratedRegex(@"^(?:dong chi |d/c |cac |mot |ong |ba )?(?:chuyen vien|cv\b|cong chuc|can bo|vien chuc|nhan vien|lanh dao|ld\b|truong|pho|giam doc|p?gd\b|chu tich|p?ct\b|van thu|vt\b|thu quy|thu ky|bo phan|bp\b|to chuc|ca nhan|cong dan|nguoi|thu truong|chanh|ke toan|doan|to |cc\b|cb|nv\b|trung tam|ttpvhcc|phong |van phong|don vi|co quan|chi cuc|ubnd|uy ban|so |hoi dong|ban )")]
    private static partial Regex PersonWords();
}
