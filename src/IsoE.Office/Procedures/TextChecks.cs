using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>What the ISO text must hold by itself.</summary>
internal static class TextChecks
{
    /// <param name="from">The day from which it is to be in force; null where that is not known yet.</param>
    public static IEnumerable<(string Place, Text Message)> Of(Procedure text, DateOnly? from) =>
        Twice("cases", text.Cases.Select(c => c.Id))
            .Concat(Twice("components", text.Components.Select(c => c.Id)))
            .Concat(Twice("form", text.Form.Select(f => f.Id)))
            .Concat(Twice("taskForms", text.TaskForms.Select(f => f.Id)))
            .Concat(text.TaskForms.SelectMany(f => Twice($"taskForms.{f.Id}", f.Fields.Select(x => x.Id))))
            .Concat(Twice("records", text.Records.Select(r => r.Code)))
            .Concat(Twice("blankForms", text.BlankForms.Select(b => b.Number)))
            .Concat(Twice("versions", text.Versions.Select(v => $"{v.Version}")))
            .Concat(Empty(text))
            .Concat(Law(text, from))
            .Concat(Forms(text))
            .Concat(Signatures(text))
            .Concat(Openers(text))
            .Concat(Confidentiality(text))
            .Concat(People(text));

    private static IEnumerable<(string Place, Text Message)> Twice(string place, IEnumerable<string> ids) =>
        ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => (place, new Text(
            $"Mã \"{g.Key}\" được dùng {g.Count()} lần.", $"The id \"{g.Key}\" is used {g.Count()} times.")));

    private static IEnumerable<(string Place, Text Message)> Empty(Procedure text)
    {
        if (text.Cases.Count == 0) yield return ("cases", new Text("Phải có ít nhất một trường hợp.", "At least one case is needed."));
        if (text.Components.Count == 0 && !text.IsOpenedByOfficers) yield return ("components", new Text("Phải có thành phần hồ sơ.", "At least one component is needed."));
        if (text.LegalBasis.Count == 0) yield return ("legalBasis", new Text("Phải nêu cơ sở pháp lý.", "The legal basis is missing."));
    }

    private static IEnumerable<(string Place, Text Message)> Law(Procedure text, DateOnly? since) =>
        from law in text.LegalBasis
        where law.EffectiveTo < since
        select ("legalBasis", new Text(
            $"Văn bản {law.Number} hết hiệu lực trước ngày phiên bản có hiệu lực.",
            $"{law.Number} expired before the version comes into force."));

    private static IEnumerable<(string Place, Text Message)> Forms(Procedure text)
    {
        var known = text.BlankForms.Select(b => b.Number).ToHashSet(StringComparer.Ordinal);
        var named = text.Records.Where(r => r.Form is not null).Select(r => ($"records.{r.Code}", r.Form!))
            .Concat(text.Components.Where(c => c.BlankForm is not null).Select(c => ($"components.{c.Id}", c.BlankForm!)));
        return from n in named
               where !known.Contains(n.Item2)
               select (n.Item1, new Text(
                   $"Biểu mẫu \"{n.Item2}\" không có trong danh mục biểu mẫu.", $"The form \"{n.Item2}\" is not in the list of forms."));
    }

    private static IEnumerable<(string Place, Text Message)> Confidentiality(Procedure text)
    {
        if (text.Confidentiality is not null && text.IsOpenedByOfficers) yield return ("confidentiality", new Text(
            "Hồ sơ do cán bộ tự lập (openedBy) không thể là hồ sơ bảo mật.", "Dossiers that officers open themselves (openedBy) cannot be confidential."));
    }

    /// <summary>People of the agency are chosen by the agency, never by an applicant.</summary>
    private static IEnumerable<(string Place, Text Message)> People(Procedure text)
    {
        foreach (var field in text.Form.Where(field => field.Type == FieldType.Person))
            yield return ($"form.{field.Id}", new Text(
                "Người nộp hồ sơ không chọn được người của cơ quan; trường kiểu person chỉ dùng trong biểu mẫu công việc.",
                "An applicant cannot choose a person of the agency; a field of type person belongs in a task form."));
        foreach (var (form, field) in text.TaskForms.SelectMany(form => form.Fields.Select(field => (form, field))))
            if (field.Role is { } role && !Roles.All.ContainsKey(role))
                yield return ($"taskForms.{form.Id}.{field.Id}", new Text($"Không có vai trò \"{role}\".", $"There is no role \"{role}\"."));
    }

    private static IEnumerable<(string Place, Text Message)> Openers(Procedure text)
    {
        if (text.IsOpenedByOfficers && !text.IsInternal) yield return ("openedBy", new Text(
            "Chỉ quy trình nội bộ (level: internal) mới do cán bộ tự lập hồ sơ.", "Only internal procedures (level: internal) are opened by officers."));
        foreach (var role in text.OpenedBy.Where(role => !Roles.All.ContainsKey(role)))
            yield return ("openedBy", new Text($"Không có vai trò \"{role}\".", $"There is no role \"{role}\"."));
        foreach (var role in text.OpenedBy.Where(role => Roles.All.ContainsKey(role) && Rights.Of(Right.OpenInternalDossier, role) == Reach.None))
            yield return ("openedBy", new Text(
                $"Vai trò \"{role}\" không có quyền lập hồ sơ nội bộ.", $"The role \"{role}\" may not open internal dossiers."));
    }

    private static IEnumerable<(string Place, Text Message)> Signatures(Procedure text)
    {
        ControlSignature[] all = [text.Control.Drafted, text.Control.Reviewed, text.Control.Approved];
        return from s in all
               where !Roles.All.ContainsKey(s.Role)
               select ("control", new Text($"Không có vai trò \"{s.Role}\".", $"There is no role \"{s.Role}\"."));
    }
}
