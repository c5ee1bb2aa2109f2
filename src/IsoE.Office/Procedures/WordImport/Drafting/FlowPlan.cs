using IsoE.Office.Organisation;
using IsoE.Office.Procedures.WordImport.Steps;
using IsoE.Workflows;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Procedures.WordImport.Drafting;

/// <summary>Plans the flow: every step is reached, and from every step the end is reached.</summary>
internal sealed class FlowPlan
{
    private readonly List<ImportedStep> steps;
    private readonly List<ImportRemark> remarks = [];

    private FlowPlan(StepSheet sheet)
    {
        steps = [.. sheet.Steps];
        if (steps.Count > 1 && steps[0].Performer.Value?.Role == Roles.Citizen) DropSubmission();
        Steps = Settled(Ways(Numbered()));
    }

    public IReadOnlyList<PlannedStep> Steps { get; }

    /// <summary>What was decided beyond the document's words.</summary>
    public IReadOnlyList<ImportRemark> Remarks => remarks;

    public static FlowPlan Of(StepSheet sheet) => new(sheet);

    // Papers are handed in before the agency's first step: the reception itself is that step.
    private void DropSubmission()
    {
        remarks.Add(new ImportRemark(1, new Text(
            $"“{steps[0].Title.Value}” là việc của người nộp, diễn ra trước khi tiếp nhận, nên không thành một công việc trong hệ thống.",
            $"“{steps[0].Title.Value}” is done by the applicant before reception, so it is no task in the system.")));
        steps.RemoveAt(0);
    }

    private List<PlannedStep> Numbered()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal) { "start", "finish", "flow" };
        var planned = new List<PlannedStep>();
        foreach (var step in steps)
        {
            var id = ReadableId.Unique(ReadableId.Of(step.Title.Value ?? ""), ids.Contains);
            ids.Add(id);
            planned.Add(Planned(id, step));
        }
        return planned;
    }

    private PlannedStep Planned(string id, ImportedStep step)
    {
        var (role, time) = (step.Performer.Value?.Role, step.Time.Value!);
        var clock = time.IsOutside || (time.Limit is null && role == Roles.ReturnOfficer) ? Clocks.Outside : Clocks.Counts;
        if (role == Roles.ExternalAgency)
        {
            remarks.Add(new ImportRemark(step.Number, new Text(
                "Cơ quan khác thực hiện: dự thảo là một bước chờ; có thể đổi thành quy trình con.",
                "Another agency acts: the draft waits for it; it can be made a sub-procedure.")));
            return new PlannedStep(id, step) { IsWait = true, Limit = time.Limit, Clock = time.IsOutside ? Clocks.Pauses : clock, WaitsFor = time.IsOutside ? Pauses.Agency : null };
        }
        if (role == Roles.Citizen)
        {
            remarks.Add(new ImportRemark(step.Number, new Text(
                "Người nộp thực hiện: dự thảo giao cán bộ tiếp nhận ghi nhận, đồng hồ tạm dừng.",
                "The applicant acts: the draft lets the reception officer record it, the clock pauses.")));
            return new PlannedStep(id, step) { Role = Roles.ReceptionOfficer, Limit = time.Limit, Clock = Clocks.Pauses, WaitsFor = Pauses.Applicant };
        }
        return new PlannedStep(id, step) { Role = role == Roles.System ? null : role, Limit = time.Limit, Clock = clock };
    }

    private List<PlannedStep> Ways(List<PlannedStep> planned)
    {
        var all = planned.Select((step, i) => step with { Ways = step.IsWait ? Waiting(i) : Chosen(step, i) }).ToList();
        for (var i = 1; i < all.Count; i++)
        {
            if (all.Exists(step => step != all[i] && step.Ways.Any(way => way.Target == i))) continue;
            // Every other step passes it by: the step before gets a way of its own to it.
            all[i - 1] = all[i - 1] with { Ways = [.. all[i - 1].Ways, new PlannedWay("Forwarded", Onward, i)] };
            remarks.Add(new ImportRemark(all[i].Step.Number, new Text(
                "Không câu nào dẫn tới bước này; dự thảo nối từ bước ngay trước.", "No sentence leads here; the draft connects it with the step before.")));
        }
        return all;
    }

    private static readonly Text Onward = new("Chuyển bước tiếp theo", "Forward");

    private List<PlannedWay> Waiting(int index) =>
    [
        new(EventWait.Received, new Text("Đã có kết quả", "Received"), Next(index)),
        new(EventWait.Timeout, new Text("Hết thời hạn", "Time is up"), Next(index)),
    ];

    private int? Next(int index) => index + 1 < steps.Count ? index + 1 : null;

    private List<PlannedWay> Chosen(PlannedStep planned, int index)
    {
        var step = planned.Step;
        var failures = step.Branches.Where(branch => !branch.Value!.Passed).Select(branch => Failure(branch.Value!, step, index))
            .OfType<PlannedWay>().DistinctBy(way => way.Target).Select((way, i) => i == 0 ? way : way with { Outcome = $"{way.Outcome}{i + 1}" }).ToList();
        var ahead = step.Branches.Where(branch => branch.Value!.Passed).Select(branch => PositionOf(branch.Value!.Target)).FirstOrDefault(target => target > index);
        var forward = failures.Count > 0 ? new PlannedWay("Passed", new Text("Đạt", "Passed"), ahead ?? Next(index))
            : Next(index) is null ? new PlannedWay("Completed", new Text("Hoàn thành", "Completed"), null)
            : new PlannedWay("Forwarded", Onward, ahead ?? Next(index));
        return [forward, .. failures.Where(way => way.Target != forward.Target)];
    }

    private PlannedWay? Failure(StepBranch branch, ImportedStep step, int index)
    {
        var target = PositionOf(branch.Target) ?? (branch.Ends && Next(index) is not null ? steps.Count - 1 : branch.Target is null && !branch.Ends ? index - 1 : null);
        if (target is null or < 0 || target == index)
        {
            remarks.Add(new ImportRemark(step.Number, new Text(
                $"Chưa thành lối rẽ: “{branch.Condition}”.", $"Not made a way of its own: “{branch.Condition}”.")));
            return null;
        }
        if (branch.Target is null) remarks.Add(new ImportRemark(step.Number, new Text(
            $"“{branch.Condition}” không nói chuyển về đâu; dự thảo nối tới bước {target + 1}.", $"“{branch.Condition}” does not say where to; the draft leads to step {target + 1}.")));
        return target < index
            ? new PlannedWay("SentBack", new Text($"Không đạt, trả lại bước {target + 1}", $"Not passed, back to step {target + 1}"), target) { IsFailure = true }
            : new PlannedWay("NotPassed", new Text($"Không đạt, chuyển bước {target + 1}", $"Not passed, on to step {target + 1}"), target) { IsFailure = true };
    }

    /// <summary>Position in the plan of the document's step; a step that was left out stands for the one after it.</summary>
    private int? PositionOf(int? number)
    {
        if (number is null) return null;
        var at = steps.FindIndex(step => step.Number >= number);
        return at < 0 ? null : at;
    }

    /// <summary>Marks where the dossier is settled and where its result is returned.</summary>
    private List<PlannedStep> Settled(List<PlannedStep> planned)
    {
        var last = planned.Count - 1;
        var returned = planned[last].Role == Roles.ReturnOfficer;
        if (returned) planned[last] = planned[last] with { Milestone = Milestones.Returned };
        else remarks.Add(new ImportRemark(null, new Text(
            "Văn bản không có bước trả kết quả ở cuối; nếu quy trình giải quyết hồ sơ của người dân, hãy thêm.",
            "The document does not end with the return of the result; add that step if citizens' dossiers are settled.")));
        var settling = planned.FindLastIndex(returned && last > 0 ? last - 1 : last, step => !step.IsWait);
        if (settling >= 0 && planned[settling].Milestone is null) planned[settling] = planned[settling] with { Milestone = Milestones.Settled };
        return planned;
    }
}
