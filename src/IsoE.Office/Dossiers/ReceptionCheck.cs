using System.Text.Json;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>Checks what is handed in against the procedure: case, applicant, form, components.</summary>
internal static class ReceptionCheck
{
    private static readonly FormField[] ApplicantFields =
    [
        Field("name", new("Họ tên hoặc tên tổ chức", "Name"), FieldType.Text, required: true),
        Field("phone", new("Số điện thoại", "Telephone"), FieldType.Phone, required: false),
        Field("email", new("Thư điện tử", "E-mail"), FieldType.Text, required: false, pattern: @"[^@\s]+@[^@\s]+\.[^@\s]+"),
        Field("address", new("Địa chỉ", "Address"), FieldType.Text, required: false),
        Field("representative", new("Người nộp thay", "Representative"), FieldType.Text, required: false),
    ];

    private static readonly FormField Citizen =
        Field("identityNumber", new("Số giấy tờ tùy thân", "Number of the identity paper"), FieldType.Text, required: false);

    private static readonly FormField Organisation = Field(
        "identityNumber", new("Mã số doanh nghiệp, mã số thuế", "Business or tax number"), FieldType.Text, required: false, pattern: @"[0-9]{10}(-?[0-9]{3})?|[0-9]{12}");

    /// <summary>Ids of dossiers are made by <c>RowId.New</c> when a page is opened.</summary>
    /// <exception cref="RejectedException"><c>dossier-id</c>.</exception>
    public static void RefuseForeignId(string dossierId)
    {
        if (dossierId.Length != 32 || !dossierId.All(char.IsAsciiHexDigitLower))
            throw new RejectedException("dossier-id", new Text(
                "Mã định danh nội bộ của hồ sơ không hợp lệ. Mở lại trang rồi nhập lại.",
                "The internal id of the dossier is not valid. Open the page again."));
    }

    /// <summary>Nothing internal comes in at the counter.</summary>
    /// <exception cref="RejectedException"><c>procedure-internal</c>.</exception>
    public static void RefuseInternal(Procedure procedure)
    {
        if (procedure.IsInternal) throw new RejectedException("procedure-internal", new Text(
            $"{procedure.Code} là quy trình nội bộ, không tiếp nhận tại Bộ phận Một cửa. Dùng chức năng Lập hồ sơ nội bộ.",
            $"{procedure.Code} is an internal procedure and is not received at the counter. Use “Open an internal dossier”."))
        { Field = "ProcedureCode" };
    }

    /// <exception cref="RejectedException"><c>case-unknown</c>.</exception>
    public static ProcedureCase CaseOf(Procedure procedure, string caseId) =>
        procedure.FindCase(caseId) ?? throw new RejectedException("case-unknown", new Text(
            $"Thủ tục {procedure.Code} không có trường hợp “{caseId}”. Chọn một trong: {string.Join("; ", procedure.Cases.Select(each => each.Name.Vi))}.",
            $"Procedure {procedure.Code} has no case “{caseId}”. Choose one of: {string.Join("; ", procedure.Cases.Select(each => each.Name.En))}."))
        { Field = "CaseId" };

    /// <summary>The applicant, normalised.</summary>
    /// <exception cref="RejectedException"><c>form-invalid</c>; the fields' ids begin with <c>applicant.</c></exception>
    public static Applicant ApplicantOf(Applicant entered, DateOnly today)
    {
        FormField[] fields = [.. ApplicantFields, entered.Kind == ApplicantKind.Citizen ? Citizen : Organisation];
        var typed = new Dictionary<string, string?>
        {
            ["name"] = entered.Name,
            ["identityNumber"] = entered.IdentityNumber,
            ["phone"] = entered.Phone,
            ["email"] = entered.Email,
            ["address"] = entered.Address,
            ["representative"] = entered.Representative,
        };
        var check = FormValidation.Validate(fields, typed, FormAnswers.ForDossier("", today));
        var errors = new Dictionary<string, Text>(check.Errors);
        var number = Value("identityNumber");
        if (entered.BirthOn > today) errors["birthOn"] = new Text(
            "Ngày sinh không được sau hôm nay. Xem lại giấy tờ tùy thân.", "The date of birth must not lie after today. Look at the paper again.");
        if (entered.Kind == ApplicantKind.Citizen && number is { } typedNumber)
        {
            (number, var wrong) = IdentityPaper.Check(typedNumber, errors.ContainsKey("birthOn") ? null : entered.BirthOn, today);
            if (wrong is not null) errors["identityNumber"] = wrong;
        }

        if (errors.Count > 0) throw TaskForms.Invalid(errors.ToDictionary(error => $"applicant.{error.Key}", error => error.Value));
        return new Applicant(
            entered.Kind, Value("name")!, number, Value("phone"), Value("email"), Value("address"), Value("representative"), entered.BirthOn);

        string? Value(string id) => check.Values.TryGetProperty(id, out var value) ? value.GetString() : null;
    }

    /// <summary>The dossier form, normalised.</summary>
    /// <exception cref="RejectedException"><c>form-invalid</c> with a sentence for each field.</exception>
    public static JsonElement FormOf(Procedure procedure, string caseId, JsonElement entered, DateOnly today)
    {
        var check = FormValidation.Validate(procedure.Form, entered, FormAnswers.ForDossier(caseId, today));
        return check.IsValid ? check.Values : throw TaskForms.Invalid(check.Errors);
    }

    /// <summary>The checks of all components of the procedure, in its order.</summary>
    /// <exception cref="RejectedException"><c>component-unknown</c>, <c>components-missing</c> naming them.</exception>
    public static IReadOnlyList<ComponentCheck> ComponentsOf(
        Procedure procedure, Channel channel, FormAnswers answers, IReadOnlyList<ComponentCheck> found)
    {
        RefuseUnknown(procedure, found);
        RefuseHeld(procedure, found);
        var checks = procedure.Components.Select(component => Complete(component, found, component.IsRequired(answers, channel))).ToList();
        var missing = procedure.Components.Zip(checks)
            .Where(pair => IsLacking(pair.First, pair.Second, pair.First.IsRequired(answers, channel)))
            .Select(pair => Wanted(pair.First)).ToList();
        if (missing.Count == 0) return checks;
        throw new RejectedException("components-missing", new Text(
            $"Hồ sơ chưa đủ thành phần: {string.Join("; ", missing.Select(name => name.Vi))}. Đề nghị bổ sung, hoặc lập phiếu từ chối tiếp nhận.",
            $"The dossier lacks: {string.Join("; ", missing.Select(name => name.En))}. Have them added, or issue a refusal slip."))
        { Field = "Components" };
    }

    /// <summary>What nobody ticked: the agency looks up what it can, unless the case does not ask for it.</summary>
    private static ComponentCheck Complete(DossierComponent component, IReadOnlyList<ComponentCheck> found, bool? isRequired) =>
        found.FirstOrDefault(check => check.ComponentId == component.Id)
        ?? new ComponentCheck(
            component.Id, 0, 0, component.Act == ComponentAct.LookUp && isRequired != false ? ComponentStates.Enough : ComponentStates.NotNeeded);

    private static bool IsLacking(DossierComponent component, ComponentCheck check, bool? isRequired)
    {
        // What the agency looks up itself is never missing at the counter.
        if (component.Act == ComponentAct.LookUp) return false;
        if (check.State == ComponentStates.Missing) return isRequired != false;
        if (isRequired != true) return false;
        return check.State != ComponentStates.Enough || check.Originals < component.Originals || check.Copies < component.Copies;
    }

    private static Text Wanted(DossierComponent component)
    {
        var (vi, en) = (component.Originals, component.Copies) switch
        {
            (0, 0) => ("", ""),
            (var originals, 0) => ($" ({originals} bản chính)", $" (originals: {originals})"),
            (0, var copies) => ($" ({copies} bản sao)", $" (copies: {copies})"),
            var (originals, copies) => ($" ({originals} bản chính, {copies} bản sao)", $" (originals: {originals}, copies: {copies})"),
        };
        return new Text(component.Name.Vi + vi, component.Name.En + en);
    }

    /// <exception cref="RejectedException"><c>component-unknown</c>.</exception>
    public static void RefuseUnknown(Procedure procedure, IReadOnlyList<ComponentCheck> found)
    {
        if (found.FirstOrDefault(check => procedure.FindComponent(check.ComponentId) is null) is { } unknown)
            throw new RejectedException("component-unknown", new Text(
                $"Thủ tục {procedure.Code} không có thành phần hồ sơ “{unknown.ComponentId}”.",
                $"Procedure {procedure.Code} has no component “{unknown.ComponentId}”."))
            { Field = "Components" };
    }

    /// <summary>Only originals that were handed in can be kept.</summary>
    private static void RefuseHeld(Procedure procedure, IReadOnlyList<ComponentCheck> found)
    {
        if (found.FirstOrDefault(check => check.Held < 0 || check.Held > check.Originals) is not { } wrong) return;
        var name = procedure.FindComponent(wrong.ComponentId)!.Name;
        throw new RejectedException("component-held", new Text(
            $"{name.Vi}: số bản chính tạm giữ ({wrong.Held}) không được nhiều hơn số bản chính đã nhận ({wrong.Originals}).",
            $"{name.En}: more originals are kept ({wrong.Held}) than were handed in ({wrong.Originals})."))
        { Field = "Components" };
    }

    private static FormField Field(string id, Text label, FieldType type, bool required, string? pattern = null) =>
        new(id, label, null, type, required, [], null, null, null, pattern, DateRange.Any, null, []);
}
