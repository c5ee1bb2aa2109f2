using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>Lets a procedure go on whose clock waits for a supplement or a payment, be it by a task or by an event.</summary>
public sealed class WaitingFor(Completion completion)
{
    /// <summary>Resumes what waits; does nothing when nothing does.</summary>
    /// <param name="waitsFor">See <see cref="Pauses"/>.</param>
    /// <param name="outcome">Outcome of the task; null takes the first that is not taken by its time limit.</param>
    /// <param name="values">Values of the task's form.</param>
    public Obstacle? Resume(Step step, Actor actor, string waitsFor, string? outcome, JsonElement values)
    {
        var bookmark = step.Workflow?.Bookmarks.Values.FirstOrDefault(open => DossierReactions.PauseOf(open.Wait) == waitsFor);
        var commandId = $"{step.CommandId}-resume";
        switch (bookmark?.Wait)
        {
            case UserTask wait:
                var task = step.All<TaskRow>().Single(row => row.BookmarkId == bookmark.Id);
                return completion.Complete(step, task, AtTheDesk(actor, wait), outcome ?? Regular(wait), values, commandId);
            case EventWait { EventName: { } name }:
                step.Send(new PublishEvent(commandId, step.Now, name, TaskResult.Of(actor, outcome, step.Now, values)));
                return null;
            default:
                return null;
        }
    }

    /// <summary>Applicants who bring something online do what the desk would do for them.</summary>
    private static Actor AtTheDesk(Actor actor, UserTask wait) =>
        actor.PersonId == Actor.ApplicantId ? actor with { Grants = [.. actor.Grants, new Grant(wait.Role)] } : actor;

    /// <summary>The form of the task that waits, or null when it is no task or has none.</summary>
    internal static string? FormOf(Step step, string waitsFor) => step.Workflow?.Bookmarks.Values
        .Select(open => open.Wait).OfType<UserTask>()
        .FirstOrDefault(task => DossierReactions.PauseOf(task) == waitsFor)?.Form;

    /// <summary>The outcome by which the wait ends well.</summary>
    internal static string Regular(UserTask wait) =>
        wait.Outcomes.FirstOrDefault(outcome => outcome != wait.OnTimeout) ?? wait.Outcomes[0];
}
