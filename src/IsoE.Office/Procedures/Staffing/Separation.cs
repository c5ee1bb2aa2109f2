using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Procedures.Staffing;

/// <summary>
/// Whether on every way through the flow there are enough people to keep apart what <c>separateFrom</c> and the rules
/// SoD-1, 3, 4 and 5 keep apart. Exact: duties that never meet on one way do not hinder each other.
/// </summary>
internal sealed class Separation(Procedure? text, IReadOnlyList<Duty> tasks, FlowRuns runs, Staff staff)
{
    private const int MostFindings = 5;
    private const int MostSets = 2_000;

    private static readonly Text Sod1 = new("SoD-1: người thẩm định không ký duyệt", "SoD-1: who appraises does not sign");
    private static readonly Text Sod3 = new("SoD-3: người xác định phí không thu phí", "SoD-3: who sets a fee does not collect it");
    private static readonly Text Sod4 = new("SoD-4: người thu không hủy biên lai của mình", "SoD-4: a cashier does not cancel the own receipt");
    private static readonly Text Sod5 = new("SoD-5: một người không làm cả tiếp nhận, giải quyết và trả kết quả", "SoD-5: nobody receives, settles and returns alone");

    private readonly List<Finding> findings = [];
    private readonly HashSet<string> tried = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Findings()
    {
        var (duties, rules) = Rules();
        Search(new Assignment(duties, rules), [.. duties]);
        return findings;
    }

    /// <summary>Looks for duties that meet on one way and cannot be shared out; a way misses at least one of those that never meet.</summary>
    private void Search(Assignment assignment, List<Duty> among)
    {
        if (findings.Count == MostFindings || tried.Count > MostSets || !tried.Add(string.Join('|', among.Select(duty => duty.Id))))
        {
            return;
        }

        if (assignment.Conflict(among) is not { } conflict)
        {
            return;
        }

        if (runs.Through([.. conflict.Where(duty => duty.IsTask).Select(duty => duty.Id)]) is { } path)
        {
            Add(assignment, conflict, path);
        }

        foreach (var duty in conflict)
        {
            Search(assignment, [.. among.Where(other => other != duty)]);
        }
    }

    private void Add(Assignment assignment, IReadOnlyList<Duty> conflict, FlowPath path)
    {
        string[] ids = [.. conflict.Where(duty => duty.IsTask).Select(duty => duty.Id)];
        if (findings.Exists(finding => finding.ActivityIds.SequenceEqual(ids)))
        {
            return;
        }

        var rules = assignment.RulesAmong(conflict).Select(rule => rule.Rule).Distinct().ToList();
        findings.Add(new Finding(FindingCodes.Inseparable, Severity.Refusal, new Text(
            $"Không đủ người để tách biệt trên một đường đi: {string.Join("; ", conflict.Select(duty => $"“{duty.Title.Vi}” chỉ có {Names(duty)}"))} ({string.Join("; ", rules.Select(rule => rule.Vi))}). Hãy giao vai trò hoặc ủy quyền cho người khác.",
            $"There are too few people to keep apart on one way: {string.Join("; ", conflict.Select(duty => $"'{duty.Title.En}' has only {Names(duty)}"))} ({string.Join("; ", rules.Select(rule => rule.En))}). Give the role, or delegate it, to somebody else."),
            ids)
        {
            Path = path,
        });
    }

    private (List<Duty> Duties, List<Apart> Rules) Rules()
    {
        var (duties, rules) = (tasks.ToList(), new List<Apart>());
        foreach (var later in tasks)
        {
            rules.AddRange(Earlier(later, later.SeparateFrom.Contains).Select(first => new Apart([first.Id, later.Id], Named(first, later))));
            if (later.Role == Roles.AgencyLeader)
                rules.AddRange(Earlier(later, id => RoleOf(id) == Roles.Specialist).Select(first => new Apart([first.Id, later.Id], Sod1)));
        }

        if (text is not null) AddDeeds(text, duties, rules);
        return (duties, rules);
    }

    private void AddDeeds(Procedure procedure, List<Duty> duties, List<Apart> rules)
    {
        var cashiers = tasks.Where(task => task.Role == Roles.Cashier).ToList();
        if (procedure.Fees.Any(fee => fee.Amount is null && fee.Formula is null)) Keep(Right.SetFee, cashiers, Sod3);
        Keep(Right.CancelReceipt, cashiers, Sod4);
        var returns = tasks.Where(task => task.Milestone == Milestones.Returned).ToList();
        var receive = Duty.With(Right.ReceiveDossier, staff);
        if (procedure.IsInternal || returns.Count == 0 || receive.People.Count == 0) return;
        duties.Add(receive);
        rules.AddRange(
            from settle in tasks.Where(task => task.Milestone is Milestones.Settled or Milestones.Refused)
            from back in returns
            select new Apart([receive.Id, settle.Id, back.Id], Sod5));

        void Keep(Right right, List<Duty> from, Text rule)
        {
            var deed = Duty.With(right, staff);
            if (from.Count == 0 || deed.People.Count == 0) return;
            duties.Add(deed);
            rules.AddRange(from.Select(task => new Apart([deed.Id, task.Id], rule)));
        }
    }

    private IEnumerable<Duty> Earlier(Duty later, Func<string, bool> which) =>
        tasks.Where(task => task != later && which(task.Id) && runs.CanPrecede(task.Id, later.Id));

    private string? RoleOf(string id) => tasks.First(task => task.Id == id).Role;

    private static Text Named(Duty first, Duty later) => new(
        $"“{later.Title.Vi}” phải do người khác người làm “{first.Title.Vi}”", $"'{later.Title.En}' is for somebody else than '{first.Title.En}'");

    private static string Names(Duty duty) => duty.People.Count == 0
        ? "–"
        : string.Join(", ", duty.People.Take(5).Select(person => person.Name)) + (duty.People.Count > 5 ? ", …" : "");
}
