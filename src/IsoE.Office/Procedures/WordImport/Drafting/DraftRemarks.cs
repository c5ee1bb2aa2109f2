using IsoE.Office.Organisation;
using IsoE.Office.Procedures.WordImport.Steps;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Drafting;

/// <summary>Tells the author everything that has to be looked at, step by step, then for the document as a whole.</summary>
internal static class DraftRemarks
{
    public static IReadOnlyList<ImportRemark> Of(WordProcedure word, FlowPlan plan) =>
    [
        .. word.Sheet.Steps.SelectMany(step => OfStep(step).Concat(plan.Remarks.Where(remark => remark.Step == step.Number))),
        .. plan.Remarks.Where(remark => remark.Step is null),
        .. word.Remarks,
        .. OfWhole(word, plan),
    ];

    private static IEnumerable<ImportRemark> OfStep(ImportedStep step)
    {
        IEnumerable<Text?> own = [step.Title.Remark, step.Performer.Remark, step.Time.Remark, OfUnit(step)];
        return own.OfType<Text>().Select(remark => new ImportRemark(step.Number, remark));
    }

    // Who receives and returns is one counter for the whole agency.
    private static Text? OfUnit(ImportedStep step) =>
        step.Performer.Value is { Unit: { Length: > 0 } unit, UnitCode: null, Role: not (null or Roles.ReceptionOfficer or Roles.ReturnOfficer or Roles.Clerk) }
        ? new Text($"Đơn vị “{unit}” chưa khớp với đơn vị nào của cơ quan; công việc đến mọi người giữ vai trò.", $"The unit “{unit}” matches none of the agency; the task goes to everybody with the role.")
        : null;

    private static IEnumerable<ImportRemark> OfWhole(WordProcedure word, FlowPlan plan)
    {
        var days = word.Sheet.Steps.Where(step => step.Time is { Confidence: Confidence.Likely, Value.Limit: { Unit: TimeUnit.WorkingDays or TimeUnit.WorkingHours } }).Select(step => step.Number).ToList();
        if (days.Count > 0) yield return new ImportRemark(null, new Text(
            $"“Ngày” ở bước {string.Join(", ", days)} được hiểu là ngày làm việc (8 giờ).", $"“Ngày” in step {string.Join(", ", days)} is taken as a working day (8 hours)."));
        var (limit, _) = DraftLimit.Of(word, plan);
        var (sum, legal) = (DraftLimit.Sum(plan), DraftLimit.WorkingMinutes(limit));
        if (sum > legal) yield return new ImportRemark(null, new Text(
            $"Các bước cộng lại {Hours(sum)} giờ, vượt thời hạn {limit.Describe().Vi} ({Hours(legal)} giờ).", $"The steps add up to {Hours(sum)} hours, more than the limit of {limit.Describe().En} ({Hours(legal)} hours)."));
        if (word.Text.Limit is null && word.Sheet.Total is null) yield return new ImportRemark(null, new Text(
            $"Văn bản không ghi thời hạn giải quyết; dự thảo ghi {limit.Describe().Vi} bằng tổng các bước.", $"The document gives no limit; the draft takes the sum of the steps, {limit.Describe().En}."));
        if (word.Text.Laws.Count == 0) yield return new ImportRemark(null, new Text("Không tìm thấy cơ sở pháp lý trong văn bản.", "No legal basis was found in the document."));
        if (word.Text.Papers.Count == 0) yield return new ImportRemark(null, new Text("Không tìm thấy thành phần hồ sơ trong văn bản.", "No components of the dossier were found in the document."));
        if (word.Text.Records.Count == 0) yield return new ImportRemark(null, new Text("Không tìm thấy mục hồ sơ lưu trong văn bản.", "No records were found in the document."));
        yield return new ImportRemark(null, new Text(
            "Phần tiếng Anh tạm chép tiếng Việt; mọi giá trị nhập từ tệp mang nguồn “unverified” cho đến khi được đối chiếu.",
            "English is the Vietnamese for now; every imported value carries the source “unverified” until it is checked."));
        if (word.NotUnderstood.Count > 0) yield return new ImportRemark(null, new Text(
            $"{word.NotUnderstood.Count} ô, đoạn của tệp không vào dự thảo; xem danh sách.", $"{word.NotUnderstood.Count} cells and paragraphs of the file are not in the draft; see the list."));
    }

    private static string Hours(int minutes) => (minutes / 60m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
