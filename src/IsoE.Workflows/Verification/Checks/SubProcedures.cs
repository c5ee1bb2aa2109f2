using IsoE.Workflows.Activities;
using IsoE.Workflows.Verification.Time;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>A procedure that a step starts exists, has the case named, and ends with nothing the step does not expect.</summary>
internal sealed class SubProcedures : ICheck
{
    public IEnumerable<Finding> Run(Subject subject)
    {
        var steps = subject.Steps.Where(step => step.Type is SubProcedure).ToList();
        return Stopped(subject).Concat(subject.Context.Procedures is not { } known ? []
            : from step in steps
              where step.LiteralText("procedure") is not null
              from finding in Check(subject, step, step.LiteralText("procedure")!, known)
              select finding);
    }

    private static IEnumerable<Finding> Check(
        Subject subject, Activity step, string code, IReadOnlyDictionary<string, KnownProcedure> known)
    {
        if (!known.TryGetValue(code, out var procedure))
        {
            return [new Finding(FindingCodes.UnknownProcedure, Severity.Refusal, new Text(
                $"Bước “{step.Called().Vi}” mở quy trình “{code}” không có.",
                $"'{step.Called().En}' starts the procedure '{code}', which does not exist."), [step.Id])];
        }

        return UnknownCase(step, code, procedure).Concat(Unexpected(subject, step, code, procedure)).Concat(TooLong(subject, step, code));
    }

    private static IEnumerable<Finding> UnknownCase(Activity step, string code, KnownProcedure procedure)
    {
        if (step.LiteralText("case") is { } @case && !procedure.Limits.ContainsKey(@case))
        {
            yield return new Finding(FindingCodes.UnknownCase, Severity.Refusal, new Text(
                $"Bước “{step.Called().Vi}” mở quy trình “{code}” theo trường hợp “{@case}” không có; các trường hợp: {string.Join(", ", procedure.Limits.Keys)}.",
                $"'{step.Called().En}' starts '{code}' in the case '{@case}', which it does not have; its cases: {string.Join(", ", procedure.Limits.Keys)}."),
                [step.Id]);
        }
    }

    /// <summary>
    /// The other agency may stop its dossier, or it is withdrawn there: an outcome nobody names. On a flowchart the branch
    /// would end there in silence.
    /// </summary>
    private static IEnumerable<Finding> Stopped(Subject subject) =>
        from flowchart in subject.Flowcharts
        from step in flowchart.Activities
        where step.Type is SubProcedure && flowchart.Connections.Any(c => c.Source == step.Id) && !TakesAny(subject, step)
            && !(step.LiteralText("onTimeout") is { } taken && step.Outcomes?.Contains(taken) == true)
        select new Finding(FindingCodes.StoppedSubProcedure, Severity.Refusal, new Text(
            $"Nếu quy trình mà bước “{step.Called().Vi}” mở bị dừng hoặc rút, nhánh này kết thúc mà không ai biết; hãy thêm kết quả “Done” dẫn tới bước xử lý, hoặc đặt thời hạn với kết quả khi hết hạn.",
            $"Should the procedure that '{step.Called().En}' starts be stopped or withdrawn, this branch ends and nobody knows; add the outcome 'Done' leading to a step that deals with it, or a time limit with the outcome to take when it passes."),
            [step.Id]);

    private static bool TakesAny(Subject subject, Activity step) =>
        subject.Flowcharts.Any(flowchart => flowchart.Connections.Any(c => c.Source == step.Id && c.Port == "Done"));

    private static IEnumerable<Finding> Unexpected(Subject subject, Activity step, string code, KnownProcedure procedure)
    {
        if (TakesAny(subject, step) || step.Outcomes is not { } expected)
        {
            yield break;
        }

        foreach (var outcome in procedure.Outcomes.Except(expected))
        {
            yield return new Finding(FindingCodes.UnexpectedOutcome, Severity.Refusal, new Text(
                $"Quy trình “{code}” có thể kết thúc với “{outcome}” mà bước “{step.Called().Vi}” không có kết quả này; hãy thêm kết quả hoặc nối lối Done.",
                $"'{code}' may end with '{outcome}', which '{step.Called().En}' does not expect; add the outcome or connect Done."), [step.Id]);
        }
    }

    private static IEnumerable<Finding> TooLong(Subject subject, Activity step, string code)
    {
        var hours = new StepHours(subject.Context, new Constants(new Dictionary<string, System.Text.Json.JsonElement>()));
        if (hours.Limit(step) is { } own && hours.LimitOfStarted(step) is { } legal && hours.Hours(legal) > hours.Hours(own))
        {
            yield return new Finding(FindingCodes.SubProcedureTakesLonger, Severity.Warning, new Text(
                $"Bước “{step.Called().Vi}” chỉ chờ {own.Describe().Vi} trong khi quy trình “{code}” được phép kéo dài {legal.Describe().Vi}.",
                $"'{step.Called().En}' waits {own.Describe().En} only, while '{code}' may take {legal.Describe().En}."), [step.Id]);
        }
    }
}
