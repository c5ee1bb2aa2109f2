using System.Text.Json;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Web.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Api;

/// <summary>A task as the API gives it; instants are UTC.</summary>
/// <param name="Version">To be named when completing: a task changed in between is refused.</param>
public sealed record TaskAnswer(
    string Id, string DossierCode, string TitleVi, string TitleEn, string Role, string? AssigneeName, DateTimeOffset? DueAt, string Status, int Version)
{
    internal static TaskAnswer Of(TaskRow task) => new(
        task.Id, task.DossierCode, task.Title.Vi, task.Title.En, task.Role, task.AssigneeName, task.Due, task.Status.ToString(), task.Version);
}

/// <param name="Next">Value of <c>after</c> for the following page; null on the last.</param>
public sealed record TaskPageAnswer(IReadOnlyList<TaskAnswer> Tasks, string? Next);

/// <param name="CommandId">Idempotency key: sent again, the first answer is returned.</param>
/// <param name="Values">Values of the task's form by field id.</param>
public sealed record TaskCompletionRequest(int Version, string? Outcome, JsonElement Values, string CommandId);

/// <summary><c>GET /api/tasks</c>, <c>POST /api/tasks/{id}/claim</c>, <c>POST /api/tasks/{id}/complete</c></summary>
/// <remarks>Cookies are not sent by other sites (SameSite) and bodies are JSON, which forms cannot send.</remarks>
public static class TaskApi
{
    private const int PageSize = 50;

    public static void MapTaskApi(this IEndpointRouteBuilder routes)
    {
        var tasks = routes.MapGroup("/api/tasks").RequireAuthorization(Right.DoTask.Code).ProducesRefusals();
        tasks.MapGet("/", List).WithName("ListTasks").WithSummary("Tasks of the person signed in: mine, unit or done.");
        tasks.MapPost("/{id}/claim", Claim).WithName("ClaimTask").WithSummary("Takes a task. A taken one is refused with 422.");
        tasks.MapPost("/{id}/complete", Complete).WithName("CompleteTask").WithSummary("Completes a task by an outcome. Of two people exactly one wins.");
    }

    private static async Task<Ok<TaskPageAnswer>> List(
        Visitor visitor, Inbox inbox, InboxList? list, string? role, string? after, CancellationToken cancel)
    {
        var page = await inbox.Read(visitor.Actor, list ?? InboxList.Mine, role, InboxCursor.Parse(after), PageSize, cancel);
        return TypedResults.Ok(new TaskPageAnswer([.. page.Tasks.Select(TaskAnswer.Of)], page.Next?.ToString()));
    }

    private static async Task<NoContent> Claim(
        string id, [FromHeader(Name = "Idempotency-Key")] string commandId, Visitor visitor, ClaimTask claim, CancellationToken cancel)
    {
        await claim.Run(visitor.Actor, id, commandId, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Complete(
        string id, TaskCompletionRequest request, Visitor visitor, CompleteTask complete, CancellationToken cancel)
    {
        var completion = new TaskCompletion(id, request.Version, request.Outcome, request.Values, request.CommandId);
        await complete.Run(visitor.Actor, completion, cancel);
        return TypedResults.NoContent();
    }
}
