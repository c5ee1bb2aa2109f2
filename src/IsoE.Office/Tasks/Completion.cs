using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tasks;

/// <summary>The decision to complete one task inside a step, with all the checks on who and what. Shared by commands.</summary>
public sealed class Completion(IEnumerable<ITaskRule> rules, IEnumerable<ITaskEntry> entries, TaskForms forms)
{
    /// <summary>Completes the task, or returns the segregation rule in the way; then the step must be refused.</summary>
    /// <param name="values">Values by field as typed, checked against the task's form.</param>
    /// <param name="commandId">Id of the engine's command.</param>
    /// <exception cref="RejectedException">
    /// <c>sod-7</c>, <c>not-your-role</c>, <c>task-taken</c>, <c>outcome-unknown</c>, <c>form-invalid</c>, or one of a rule.
    /// </exception>
    public Obstacle? Complete(Step step, TaskRow task, Actor actor, string? outcome, JsonElement values, string commandId)
    {
        var grant = OpenTask.GrantFor(task, actor);
        var wait = OpenTask.WaitOf(step, task);
        var chosen = ChooseOutcome(wait, outcome);
        if (OpenTask.BreachBy(step, task, actor) is { } breach) return Of(breach);
        var entered = entries.Aggregate(
            forms.Check(step, wait.Form, chosen, values, [.. entries.SelectMany(entry => entry.FilledIn(wait))]),
            (before, entry) => entry.Enter(step, wait, chosen, before));
        if (grant.OnBehalfOf is { } principal)
            step.Record(new ActedOnBehalf(task.BookmarkId, actor.Name, principal, grant.Role, grant.DelegationId));
        var result = TaskResult.Of(actor, chosen, step.Now, entered);
        var events = step.Send(new ResumeBookmark(commandId, step.Now, task.BookmarkId, chosen, result));
        var found = rules.Select(rule => rule.Check(step, task, actor, events)).FirstOrDefault(breach => breach is not null);
        return found is null ? null : Of(found);

        Obstacle Of(Breach inTheWay) => new(inTheWay, task.Role, task.UnitCode);
    }

    private static string ChooseOutcome(UserTask wait, string? outcome)
    {
        if (string.IsNullOrEmpty(outcome) && wait.Outcomes.Count == 1) return wait.Outcomes[0];
        if (outcome is not null && wait.Outcomes.Contains(outcome, StringComparer.Ordinal)) return outcome;
        var labels = wait.Outcomes.Select(id => wait.OutcomeLabels.GetValueOrDefault(id) ?? new Text(id, id)).ToList();
        throw new RejectedException("outcome-unknown", new Text(
            $"Chọn một kết quả xử lý: {string.Join("; ", labels.Select(label => label.Vi))}.",
            $"Choose an outcome: {string.Join("; ", labels.Select(label => label.En))}."))
        { Field = "Outcome" };
    }
}
