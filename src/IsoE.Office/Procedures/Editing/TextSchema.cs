using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Editing;

/// <summary>How a value of the ISO text is entered.</summary>
public enum TextKind
{
    Line,
    Area,

    /// <summary>In Vietnamese and English.</summary>
    Bilingual,
    BilingualArea,
    Date,
    Time,
    Number,
    Limit,

    /// <summary>Years, or for ever.</summary>
    Retention,
    Flag,
    Choice,

    /// <summary>Several of the choices.</summary>
    Choices,

    /// <summary>Single words, one a line.</summary>
    Words,

    /// <summary>Values to choose from, one a line.</summary>
    Options,

    /// <summary>A condition over fields, chosen line by line or written as an expression.</summary>
    Condition,

    /// <summary>A formula over fields.</summary>
    Expression,

    /// <summary>Where the values come from, and whether somebody has looked.</summary>
    Source,
    Role,
}

/// <summary>A value of the ISO text.</summary>
/// <param name="Key">Path from the mapping it stands in: <c>name</c>, <c>control.drafted.role</c>.</param>
/// <param name="Choices">For <see cref="TextKind.Choice"/> and <see cref="TextKind.Choices"/>.</param>
/// <param name="For">Types of a form's field for which it is asked; all when null.</param>
public sealed record TextField(
    string Key, TextKind Kind, Text Label, bool Required = false, Text? Hint = null,
    IReadOnlyList<KeyValuePair<string, Text>>? Choices = null, IReadOnlyList<string>? For = null);

/// <summary>A part of the ISO text that is edited as one form, or as a list of such.</summary>
/// <param name="Key">Name of the part in addresses; for a list, the key of it.</param>
/// <param name="IsList">Whether the fields are those of each item.</param>
/// <param name="Path">Where the list stands when it is not at the top.</param>
/// <param name="Inner">The list inside each item, for task forms and cases.</param>
/// <param name="IsWhole">Whether the fields stand in a mapping named by the key, which is there or not as a whole.</param>
public sealed record TextGroup(
    string Key, Text Title, Text About, IReadOnlyList<TextField> Fields, bool IsList = false, string Path = "", TextGroup? Inner = null, bool IsWhole = false)
{
    /// <summary>Keys of the mapping in the order in which they are written.</summary>
    public IReadOnlyList<string> Order => [.. Fields.Select(each => each.Key), .. Inner is null ? Array.Empty<string>() : [Inner.Key]];
}

/// <summary>The ISO text as an author sees it: every value of the front matter with its name, in the order of the document.</summary>
public static class TextSchema
{
    private static readonly TextField Id = new("id", TextKind.Line, new("Mã", "Id"), Required: true, Hint: new("Chữ không dấu; biểu thức và bước gọi theo mã này.", "ASCII; expressions and steps use it."));
    private static readonly TextField Name = new("name", TextKind.Bilingual, new("Tên", "Name"), Required: true);
    private static readonly TextField Source = new("source", TextKind.Source, new("Nguồn của thông tin", "Where it comes from"), Required: true);

    private static readonly TextGroup FormFields = new(
        "form", new("Tờ khai hồ sơ", "Dossier form"),
        new("Những gì người nộp khai khi nộp hồ sơ.", "What the applicant declares."),
        [
            Id with { Hint = new("Kiểu camelCase, ví dụ businessName.", "camelCase, for example businessName.") },
            new("label", TextKind.Bilingual, new("Tên trường", "Label"), Required: true),
            new("hint", TextKind.Bilingual, new("Chú thích dưới tên", "Hint")),
            new("type", TextKind.Choice, new("Kiểu", "Type"), Required: true, Choices: Words(
                ("text", "Một dòng chữ", "One line of text"), ("multiline", "Nhiều dòng chữ", "Several lines"), ("choice", "Chọn một trong danh sách", "One of a list"), ("yesNo", "Có hoặc không", "Yes or no"),
                ("date", "Ngày", "Date"), ("integer", "Số nguyên", "Whole number"), ("number", "Số", "Number"), ("money", "Số tiền", "Amount of money"),
                ("identityNumber", "Số định danh", "Identity number"), ("phone", "Điện thoại", "Phone"), ("agency", "Cơ quan", "Agency"),
                ("person", "Người của cơ quan", "A person of the agency"))),
            new("role", TextKind.Role, new("Người giữ vai trò", "Who holds the role"), Required: true, For: ["person"]),
            new("required", TextKind.Flag, new("Bắt buộc nhập", "Has to be entered")),
            new("mustBeYes", TextKind.Flag, new("Phải là “Có” mới hoàn thành được bước", "Only a yes completes the step"), For: ["yesNo"]),
            new("options", TextKind.Options, new("Các lựa chọn", "Choices"), Hint: new("Mỗi dòng một lựa chọn: Tiếng Việt | English.", "One a line: Tiếng Việt | English."), For: ["choice"]),
            new("min", TextKind.Number, new("Nhỏ nhất", "Least"), For: ["integer", "number", "money"]),
            new("max", TextKind.Number, new("Lớn nhất", "Greatest"), For: ["integer", "number", "money"]),
            new("maxLength", TextKind.Number, new("Số ký tự nhiều nhất", "Most characters"), For: ["text", "multiline"]),
            new("pattern", TextKind.Line, new("Mẫu phải khớp", "Pattern"), Hint: new("Biểu thức chính quy, để trống nếu không cần.", "A regular expression; empty for none."), For: ["text"]),
            new("dates", TextKind.Choice, new("Ngày được phép", "Dates allowed"), Choices: Words(("any", "mọi ngày", "any"), ("past", "đến hôm nay", "up to today"), ("future", "từ hôm nay", "from today")), For: ["date"]),
            new("visibleWhen", TextKind.Condition, new("Chỉ hỏi khi", "Asked only when"), Hint: new("Ví dụ variables.placeKind == 'rented' hoặc getInput('case') == 'works'.", "For example variables.placeKind == 'rented' or getInput('case') == 'works'.")),
        ],
        IsList: true);

    private static readonly TextGroup TaskFields = FormFields with
    {
        Key = "fields",
        Title = new("Các trường", "Fields"),
        About = new("Người thực hiện nhập khi hoàn thành bước.", "What is entered when the step is completed."),
        Fields = [.. FormFields.Fields, new("outcomes", TextKind.Words, new("Chỉ hỏi với kết quả", "Asked only with the outcomes"), Hint: new("Mã kết quả, mỗi dòng một mã; để trống là mọi kết quả.", "Ids of outcomes, one a line; empty for every one."))],
    };

    /// <summary>The parts in the order of the document.</summary>
    public static IReadOnlyList<TextGroup> All { get; } =
    [
        new("general", new("Thông tin chung", "General"), new("Tên, lĩnh vực, cơ quan và kết quả.", "Name, field, agencies and result."),
        [
            Name,
            new("field", TextKind.Bilingual, new("Lĩnh vực", "Field"), Required: true),
            new("fieldCode", TextKind.Line, new("Mã lĩnh vực", "Code of the field")),
            new("level", TextKind.Choice, new("Cấp thực hiện", "Level"), Required: true, Choices: Words(("commune", "cấp xã", "commune"), ("province", "cấp tỉnh", "province"), ("internal", "nội bộ", "internal"))),
            new("publishingAgency", TextKind.Bilingual, new("Cơ quan công bố", "Published by"), Required: true),
            new("executingAgency", TextKind.Bilingual, new("Cơ quan thực hiện", "Done by"), Required: true),
            new("result", TextKind.Bilingual, new("Kết quả", "Result"), Required: true),
            new("sets", TextKind.Number, new("Số bộ hồ sơ", "Sets of papers"), Required: true),
            new("onlineLevel", TextKind.Choice, new("Dịch vụ công trực tuyến", "Online service"), Required: true, Choices: Words(("full", "toàn trình", "full"), ("partial", "một phần", "partial"), ("info", "cung cấp thông tin", "information"))),
            new("sameDayCutOff", TextKind.Time, new("Giờ nhận cuối để trả trong ngày", "Same-day cut-off"), Hint: new("Ví dụ 15:00; chỉ dùng cho thủ tục trả trong ngày.", "For example 15:00; only for procedures of one day.")),
            new("openedBy", TextKind.Words, new("Hồ sơ nội bộ do ai lập", "Who opens it, for internal procedures"), Hint: new($"Mỗi dòng một mã vai trò; để trống nếu hồ sơ do người dân nộp. Các mã: {string.Join(", ", Roles.All.Keys)}.", $"A role a line; empty when applicants submit it. Roles: {string.Join(", ", Roles.All.Keys)}.")),
            new("answer", TextKind.Words, new("Trả lời cho quy trình đã gọi", "What it answers to the procedure that started it"), Hint: new("Mỗi dòng một trường của biểu mẫu bước: biểu mẫu.trường.", "One field of a step's form a line: form.field.")),
            Source,
        ]),
        new("executors", new("Cơ quan được giải quyết", "Agencies in charge"), new("Cấp và loại cơ quan mà pháp luật giao thủ tục; để trống là mọi cơ quan có quy trình này.", "Level and kind of the agencies to which the law gives the procedure; empty for every agency that has it."),
        [
            new("level", TextKind.Choice, new("Cấp", "Level"), Required: true, Choices: [.. AgencyKinds.Levels]),
            new("kind", TextKind.Choice, new("Loại cơ quan", "Kind"), Required: true, Choices: [.. AgencyKinds.All]),
        ], IsList: true),
        new("applicants", new("Đối tượng thực hiện", "Applicants"), new("Ai được nộp hồ sơ.", "Who may submit."), Both(), IsList: true),
        new("cases", new("Trường hợp, thời hạn", "Cases and limits"), new("Mỗi trường hợp có thời hạn theo luật riêng.", "Each case has its own legal limit."),
        [
            Id, Name,
            new("limit", TextKind.Limit, new("Thời hạn giải quyết", "Legal limit"), Required: true),
            new("startsAt", TextKind.Choice, new("Tính từ", "Counted from"), Choices: Words(("accepted", "khi hồ sơ hợp lệ được tiếp nhận", "acceptance of a valid dossier"), ("received", "khi nhận", "receipt"))),
            Source,
        ], IsList: true, Inner: new("prolongations", new("Được gia hạn", "Lawful prolongations"), new("Mỗi lần gia hạn mà pháp luật cho phép.", "Each prolongation that the law allows."),
        [
            new("limit", TextKind.Limit, new("Thêm", "By"), Required: true),
            new("ground", TextKind.Bilingual, new("Khi nào", "Ground"), Required: true),
            Source,
        ], IsList: true)),
        new("supplement", new("Bổ sung hồ sơ", "Supplement"), new("Được yêu cầu bổ sung mấy lần, trong bao lâu.", "How often a supplement may be asked for, and how long it may take."),
        [
            new("supplement.max", TextKind.Number, new("Số lần nhiều nhất", "Most requests"), Required: true),
            new("supplement.limit", TextKind.Limit, new("Thời hạn bổ sung", "Time to supply"), Required: true),
            new("supplement.source", TextKind.Source, new("Nguồn của thông tin", "Where it comes from"), Required: true),
        ], IsWhole: true),
        new("confidentiality", new("Bảo mật", "Confidentiality"), new("Chỉ dùng khi hồ sơ chỉ được giao đích danh xem và xử lý; để trống thì hồ sơ không mật.", "Only where named people alone may see and work on the dossier; empty when it is not confidential."),
        [
            new("confidentiality.rule", TextKind.BilingualArea, new("Quy định bảo mật", "The rule")),
            new("confidentiality.source", TextKind.Source, new("Nguồn của thông tin", "Where it comes from")),
        ], IsWhole: true),
        new("legalBasis", new("Cơ sở pháp lý", "Legal basis"), new("Văn bản quy phạm với ngày hiệu lực.", "The texts it rests on, with their effective dates."),
        [
            new("number", TextKind.Line, new("Số, ký hiệu", "Number"), Required: true, Hint: new("Ví dụ 118/2025/NĐ-CP.", "For example 118/2025/NĐ-CP.")),
            new("title", TextKind.Bilingual, new("Tên văn bản", "Title"), Required: true),
            new("effectiveFrom", TextKind.Date, new("Hiệu lực từ", "In force from")),
            new("effectiveTo", TextKind.Date, new("Hiệu lực đến hết", "In force until")),
            Source,
        ], IsList: true),
        new("components", new("Thành phần hồ sơ", "Papers"), new("Giấy tờ phải nộp, xuất trình hoặc được tra cứu.", "Papers to hand in, to show, or that are looked up."),
        [
            Id, Name,
            new("originals", TextKind.Number, new("Số bản chính", "Originals")),
            new("copies", TextKind.Number, new("Số bản sao", "Copies")),
            new("required", TextKind.Choice, new("Khi nào cần", "When needed"), Required: true, Choices: Words(("always", "luôn luôn", "always"), ("conditional", "tùy trường hợp", "in some cases"))),
            new("condition", TextKind.Bilingual, new("Trường hợp cần, bằng lời", "The cases in words")),
            new("when", TextKind.Condition, new("Trường hợp cần, để máy tự biết", "The cases as a condition"), Hint: new("Ví dụ getInput('form').placeKind == 'rented'. Để trống nếu chỉ người mới xác định được.", "For example getInput('form').placeKind == 'rented'. Empty when only a person can tell.")),
            new("act", TextKind.Choice, new("Cách thực hiện", "What is done with it"), Required: true, Choices: Words(("submit", "nộp", "handed in"), ("show", "xuất trình", "shown"), ("lookUp", "cơ quan tra cứu", "looked up by the agency"))),
            new("channels", TextKind.Choices, new("Chỉ với hình thức nộp", "Only when submitted"), Choices: Words(("direct", "trực tiếp", "in person"), ("online", "trực tuyến", "online"), ("post", "bưu chính", "by post"))),
            new("blankForm", TextKind.Line, new("Theo biểu mẫu số", "On the form")),
            Source,
        ], IsList: true),
        new("fees", new("Phí, lệ phí", "Fees"), new("Mức thu cố định hoặc theo công thức.", "Fixed amounts or formulas."),
        [
            Id,
            new("kind", TextKind.Choice, new("Loại", "Kind"), Required: true, Choices: Words(("fee", "phí", "fee for a service"), ("statutory", "lệ phí", "statutory fee"))),
            Name,
            new("amount", TextKind.Number, new("Mức cố định (đồng)", "Fixed amount (đồng)")),
            new("formula", TextKind.Expression, new("Công thức (đồng)", "Formula (đồng)"), Hint: new("Ví dụ Math.min(200000, getInput('form').pages * 2000).", "For example Math.min(200000, getInput('form').pages * 2000).")),
            new("rule", TextKind.Bilingual, new("Cách tính, bằng lời", "The rule in words"), Required: true),
            Source,
        ], IsList: true),
        FormFields,
        new("taskForms", new("Biểu mẫu của các bước", "Forms of the steps"), new("Người thực hiện nhập gì khi hoàn thành một bước.", "What is entered when a step is completed."),
        [
            Id,
            new("title", TextKind.Bilingual, new("Tên biểu mẫu", "Title"), Required: true),
            new("repeated", TextKind.Words, new("Trường hỏi lặp lại", "Fields that are repeated"), Hint: new("Các trường đứng liền nhau, mỗi dòng một mã; khi nhập được đánh số từ 1, hỏi tiếp khi trường đầu đã nhập.", "Fields that stand one after the other, an id a line; numbered from 1 when they are entered, the next ones asked for once the first is filled in.")),
            new("times", TextKind.Number, new("Lặp lại nhiều nhất", "At most"), Hint: new("Số lần, từ 2 đến 50.", "How often, 2 to 50.")),
        ], IsList: true, Inner: TaskFields),
        new("blankForms", new("Danh mục biểu mẫu", "List of forms"), new("Mục 6 của tài liệu.", "Part 6 of the document."),
        [
            new("number", TextKind.Line, new("Mã hiệu", "Number"), Required: true, Hint: new("Ví dụ BM-15.01 hoặc Mẫu số 01.", "For example BM-15.01 or Mẫu số 01.")),
            Name,
            new("legalBasis", TextKind.Line, new("Ban hành theo", "Issued by")),
            Source,
        ], IsList: true),
        new("records", new("Hồ sơ lưu", "Records"), new("Mục 7 của tài liệu: hồ sơ chất lượng và thời gian lưu.", "Part 7 of the document: quality records and how long they are kept."),
        [
            new("code", TextKind.Line, new("Mã", "Code"), Required: true), Name,
            new("template", TextKind.Choice, new("In theo mẫu", "Printed as"), Choices: Words(
                ("form-01", "Mẫu 01: giấy tiếp nhận", "Form 01: receipt"), ("form-02", "Mẫu 02: yêu cầu bổ sung", "Form 02: supplement request"), ("form-03", "Mẫu 03: từ chối", "Form 03: refusal"),
                ("form-04", "Mẫu 04: xin lỗi, gia hạn", "Form 04: apology"), ("form-05", "Mẫu 05: dừng giải quyết", "Form 05: stopping"), ("form-06", "Mẫu 06: phiếu kiểm soát", "Form 06: control sheet"),
                ("step-record", "Phiếu của bước", "Sheet of the step"))),
            new("retention", TextKind.Retention, new("Thời gian lưu", "Kept for"), Required: true, Hint: new("Số năm như 10y, hoặc permanent là vĩnh viễn.", "Years such as 10y, or permanent.")),
            new("place", TextKind.Bilingual, new("Nơi lưu", "Where"), Required: true),
            new("form", TextKind.Line, new("Theo biểu mẫu số", "On the form")),
            new("signedBy", TextKind.Choice, new("Người ký khi đã ban hành", "Signed once issued by"), Hint: new("Để trống là theo quy định chung của mẫu in.", "Empty: as its form says."), Choices:
                [new(PaperSigning.Issuer, new("người ban hành", "who issued it")), new(PaperSigning.Nobody, new("không ai", "nobody")), .. Roles.All]),
            new("sealed", TextKind.Flag, new("Cơ quan ký số (đóng dấu) bên cạnh", "The agency signs (seals) it beside")),
            Source,
        ], IsList: true),
        new("constraints", new("Yêu cầu, điều kiện", "Conditions"), new("Điều kiện mà luồng bước không diễn tả được.", "What the steps cannot express."), Both(), IsList: true),
        new("abbreviations", new("Từ viết tắt", "Abbreviations"), new("Mục 4 của tài liệu.", "Part 4 of the document."),
            [new("short", TextKind.Line, new("Viết tắt", "Short"), Required: true), new("meaning", TextKind.Bilingual, new("Nghĩa", "Meaning"), Required: true)], IsList: true),
        new("control", new("Trang kiểm soát", "Control page"), new("Vai trò soạn thảo, xem xét, phê duyệt. Số, lần ban hành và ngày do hệ thống ghi khi ban hành.", "The roles that draft, review and approve. Number, issue and date are given by the system."),
        [
            .. Signature("drafted", new("soạn thảo", "drafting")), .. Signature("reviewed", new("xem xét", "reviewing")), .. Signature("approved", new("phê duyệt", "approving")),
        ]),
        new("distribution", new("Phân phối tài liệu", "Distribution"), new("Ai giữ bản có kiểm soát.", "Who holds a controlled copy."),
            [new("to", TextKind.Bilingual, new("Nơi nhận", "To"), Required: true), new("copies", TextKind.Number, new("Số bản", "Copies"), Required: true)], IsList: true, Path: "control"),
    ];

    /// <summary>The sections of the body, in the order of the document, with what belongs into each.</summary>
    public static IReadOnlyList<TextSection> Sections { get; } =
    [
        new("Mục đích", "Quy trình bảo đảm điều gì."),
        new("Phạm vi", "Áp dụng cho ai, việc gì, ở đâu."),
        new("Tài liệu viện dẫn", "Tiêu chuẩn và quy trình liên quan, mỗi dòng một gạch đầu dòng."),
        new("Định nghĩa và chữ viết tắt", "Từ cần giải thích; chữ viết tắt nhập ở bảng riêng."),
        new("Yêu cầu và lưu ý", "Điều người thực hiện phải nhớ."),
        new("Summary in English", "The procedure in a few sentences of English."),
    ];

    public static TextGroup? Find(string? key) => All.FirstOrDefault(group => group.Key == key);

    private static TextField[] Both() =>
        [new("vi", TextKind.Line, new("Tiếng Việt", "Vietnamese"), Required: true), new("en", TextKind.Line, new("Tiếng Anh", "English"), Required: true)];

    private static TextField[] Signature(string duty, Text name) =>
    [
        new($"control.{duty}.role", TextKind.Role, new($"Vai trò {name.Vi}", $"Role {name.En}"), Required: true),
        new($"control.{duty}.title", TextKind.Bilingual, new($"Chức danh {name.Vi}", $"Title {name.En}"), Required: true),
    ];

    private static KeyValuePair<string, Text>[] Words(params (string Word, string Vi, string En)[] words) =>
        [.. words.Select(word => KeyValuePair.Create(word.Word, new Text(word.Vi, word.En)))];
}
