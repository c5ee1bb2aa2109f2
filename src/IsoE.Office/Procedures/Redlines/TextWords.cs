using IsoE.Office.Procedures.Redlines.Trees;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>What the values of an ISO text's front matter are called. One without a name here is called by its key.</summary>
internal static class TextWords
{
    private static readonly Dictionary<string, (ChangeKind Kind, Text Name, Text Item)> Lists = new(StringComparer.Ordinal)
    {
        ["cases"] = (ChangeKind.Case, new("các trường hợp", "cases"), new("trường hợp", "case")),
        ["legalBasis"] = (ChangeKind.LegalBasis, new("cơ sở pháp lý", "legal basis"), new("căn cứ pháp lý", "legal basis")),
        ["components"] = (ChangeKind.Component, new("thành phần hồ sơ", "components"), new("thành phần hồ sơ", "component")),
        ["fees"] = (ChangeKind.Fee, new("phí, lệ phí", "fees"), new("khoản thu", "fee")),
        ["form"] = (ChangeKind.FormField, new("tờ khai", "dossier form"), new("tờ khai, trường", "dossier form, field")),
        ["taskForms"] = (ChangeKind.TaskForm, new("biểu mẫu nhập liệu", "task forms"), new("biểu mẫu nhập liệu", "task form")),
        ["fields"] = (ChangeKind.TaskForm, new("các trường", "fields"), new("trường", "field")),
        ["options"] = (ChangeKind.FormField, new("các lựa chọn", "options"), new("lựa chọn", "option")),
        ["records"] = (ChangeKind.RecordKept, new("hồ sơ lưu", "records"), new("hồ sơ lưu", "record")),
        ["blankForms"] = (ChangeKind.BlankForm, new("biểu mẫu", "blank forms"), new("biểu mẫu", "blank form")),
        ["applicants"] = (ChangeKind.Matter, new("đối tượng thực hiện", "applicants"), new("đối tượng thực hiện", "applicant")),
        ["constraints"] = (ChangeKind.Matter, new("yêu cầu, điều kiện", "constraints"), new("yêu cầu, điều kiện", "constraint")),
        ["abbreviations"] = (ChangeKind.Matter, new("chữ viết tắt", "abbreviations"), new("chữ viết tắt", "abbreviation")),
        ["executors"] = (ChangeKind.Matter, new("cơ quan thực hiện", "executors"), new("cơ quan thực hiện", "executor")),
        ["control"] = (ChangeKind.Control, new("kiểm soát tài liệu", "document control"), new("kiểm soát tài liệu", "document control")),
        ["revisions"] = (ChangeKind.Control, new("lần sửa đổi", "revisions"), new("lần sửa đổi", "revision")),
        ["distribution"] = (ChangeKind.Control, new("nơi nhận", "distribution"), new("nơi nhận", "receiver")),
        ["versions"] = (ChangeKind.Control, new("các phiên bản", "versions"), new("phiên bản", "version")),
        ["supplement"] = (ChangeKind.Matter, new("bổ sung hồ sơ", "supplement"), new("bổ sung hồ sơ", "supplement")),
    };

    private static readonly Dictionary<string, Text> Fields = new(StringComparer.Ordinal)
    {
        ["code"] = new("mã", "code"),
        ["name"] = new("tên", "name"),
        ["title"] = new("tên", "title"),
        ["field"] = new("lĩnh vực", "field"),
        ["fieldCode"] = new("mã lĩnh vực", "field code"),
        ["level"] = new("cấp thực hiện", "level"),
        ["kind"] = new("loại", "kind"),
        ["publishingAgency"] = new("cơ quan công bố", "publishing agency"),
        ["executingAgency"] = new("cơ quan thực hiện", "executing agency"),
        ["source"] = new("nguồn", "source"),
        ["role"] = new("vai trò", "role"),
        ["number"] = new("số hiệu", "number"),
        ["issue"] = new("lần ban hành", "issue"),
        ["issuedOn"] = new("ngày ban hành", "date of issue"),
        ["drafted"] = new("người soạn thảo", "drafter"),
        ["reviewed"] = new("người xem xét", "reviewer"),
        ["approved"] = new("người phê duyệt", "approver"),
        ["on"] = new("ngày", "date"),
        ["part"] = new("phần liên quan", "part"),
        ["description"] = new("nội dung", "description"),
        ["to"] = new("nơi nhận", "receiver"),
        ["version"] = new("phiên bản", "version"),
        ["effectiveFrom"] = new("ngày có hiệu lực", "effective from"),
        ["effectiveTo"] = new("ngày hết hiệu lực", "effective to"),
        ["limit"] = new("thời hạn", "time limit"),
        ["startsAt"] = new("thời điểm bắt đầu tính", "start of the clock"),
        ["sets"] = new("số bộ hồ sơ", "number of sets"),
        ["max"] = new("tối đa", "maximum"),
        ["min"] = new("tối thiểu", "minimum"),
        ["result"] = new("kết quả", "result"),
        ["onlineLevel"] = new("mức độ dịch vụ công trực tuyến", "online level"),
        ["sameDayCutOff"] = new("giờ chốt trả trong ngày", "same-day cut-off"),
        ["originals"] = new("số bản chính", "originals"),
        ["required"] = new("bắt buộc", "required"),
        ["condition"] = new("điều kiện", "condition"),
        ["when"] = new("biểu thức điều kiện", "condition as expression"),
        ["act"] = new("cách nộp", "act"),
        ["channels"] = new("kênh nộp", "channels"),
        ["blankForm"] = new("biểu mẫu", "blank form"),
        ["amount"] = new("mức thu", "amount"),
        ["formula"] = new("công thức tính", "formula"),
        ["rule"] = new("quy định", "rule"),
        ["label"] = new("nhãn", "label"),
        ["hint"] = new("gợi ý", "hint"),
        ["type"] = new("kiểu dữ liệu", "type"),
        ["maxLength"] = new("độ dài tối đa", "maximum length"),
        ["pattern"] = new("mẫu kiểm tra", "pattern"),
        ["dates"] = new("khoảng ngày", "range of dates"),
        ["repeated"] = new("trường hỏi lặp lại", "repeated fields"),
        ["times"] = new("lặp lại nhiều nhất", "at most"),
        ["visibleWhen"] = new("điều kiện hiển thị", "visible when"),
        ["outcomes"] = new("áp dụng cho kết quả", "for the outcomes"),
        ["template"] = new("mẫu in", "template"),
        ["retention"] = new("thời hạn lưu", "retention"),
        ["signedBy"] = new("người ký", "signed by"),
        ["sealed"] = new("cơ quan ký số", "sealed"),
        ["place"] = new("nơi lưu", "place kept"),
        ["legalBasis"] = new("căn cứ", "legal basis"),
        ["short"] = new("chữ viết tắt", "abbreviation"),
        ["meaning"] = new("nghĩa", "meaning"),
        ["id"] = new("mã", "id"),
        ["vi"] = new("tiếng Việt", "Vietnamese"),
        ["en"] = new("tiếng Anh", "English"),
    };

    public static Text Whole { get; } = new("văn bản quy trình", "ISO text");

    public static ChangeKind KindOf(string topKey) => Lists.TryGetValue(topKey, out var list) ? list.Kind : ChangeKind.Matter;

    /// <param name="owner">The list or group the value stands in; empty at the top.</param>
    public static Text Label(string owner, string key) => (owner, key) switch
    {
        ("records", "form") => new("biểu mẫu", "blank form"),
        ("components", "copies") => new("số bản sao", "copies"),
        ("distribution", "copies") => new("số bản", "copies"),
        ("supplement", "max") => new("số lần được yêu cầu", "requests allowed"),
        ("blankForms", "legalBasis") => new("căn cứ", "legal basis"),
        _ when Lists.TryGetValue(key, out var list) => list.Name,
        _ => Fields.GetValueOrDefault(key) ?? new($"“{key}”", $"“{key}”"),
    };

    /// <summary>"trường hợp “Nhà ở riêng lẻ”"; by its key where it has no name.</summary>
    public static Text Item(TextItem item, Tree tree)
    {
        var kind = Lists.TryGetValue(item.List, out var list) ? list.Item : Say.Plain(item.List);
        if (item.List is "legalBasis" or "blankForms" or "versions") return new Text($"{kind.Vi} {item.Key}", $"{kind.En} {item.Key}");
        var name = Name(tree, "name") ?? Name(tree, "title") ?? Name(tree, "label") ?? Name(tree) ?? Say.Plain(item.Key);
        return new Text($"{kind.Vi} “{name.Vi}”", $"{kind.En} “{name.En}”");
    }

    private static Text? Name(Tree tree, params string[] path) =>
        tree.Text([.. path, "vi"]) is { } vi ? new Text(vi, tree.Text([.. path, "en"]) ?? vi) : null;
}
