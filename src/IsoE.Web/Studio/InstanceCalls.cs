using System.Text.Json.Nodes;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Web.Identity;
using IsoE.Workflows;

namespace IsoE.Web.Studio;

/// <summary>Studio's calls on a running dossier: where it stands on the diagram, and its journal.</summary>
/// <remarks>What people typed is left out: Studio shows how the procedure runs, the dossier's page shows its content.</remarks>
public static class InstanceCalls
{
    public static void MapInstanceCalls(this RouteGroupBuilder elsa)
    {
        elsa.MapGet("/workflow-instances/{id}", Instance);
        elsa.MapGet("/workflow-instances/{id}/execution-state", State);
        elsa.MapGet("/workflow-instances/{id}/variables", () => new ElsaList<object>([]));
        elsa.MapPost("/workflow-instances/{id}/journal", Journal);
        elsa.MapPost("/activity-executions/report", Report);
        elsa.MapGet("/activity-executions/list", Executions);
        elsa.MapGet("/activity-execution-summaries/list", Executions);
        elsa.MapGet("/activity-executions/by-id", Execution);
        elsa.MapGet("/activity-executions/{executionId}/call-stack", CallStack);
    }

    private static async Task<object> Instance(string id, Visitor visitor, FindDossier find, InstanceHistory history, CancellationToken cancel)
    {
        var (view, run) = await Read(id, visitor, find, history, cancel);
        var (status, subStatus) = StatusOf(run);
        var dossier = view.Dossier;
        return new
        {
            id,
            definitionId = dossier.ProcedureCode,
            definitionVersionId = $"{dossier.ProcedureCode}-v{dossier.ProcedureVersion}",
            version = dossier.ProcedureVersion,
            status,
            subStatus,
            correlationId = dossier.Code,
            name = dossier.Code,
            incidentCount = view.Incidents.Count,
            createdAt = dossier.ReceivedAt,
            updatedAt = run.UpdatedAt,
            finishedAt = dossier.FinishedAt,
            workflowState = StateOf(id, dossier, run, status, subStatus),
        };
    }

    private static object StateOf(string id, DossierRow dossier, DossierRun run, string status, string subStatus) => new
    {
        id,
        definitionId = dossier.ProcedureCode,
        definitionVersionId = $"{dossier.ProcedureCode}-v{dossier.ProcedureVersion}",
        definitionVersion = dossier.ProcedureVersion,
        status,
        subStatus,
        bookmarks = Array.Empty<object>(),
        incidents = Array.Empty<object>(),
        completionCallbacks = Array.Empty<object>(),
        activityExecutionContexts = Array.Empty<object>(),
        input = new JsonObject(),
        output = new JsonObject(),
        properties = new JsonObject(),
        createdAt = dossier.ReceivedAt,
        updatedAt = run.UpdatedAt,
    };

    private static async Task<object> State(string id, Visitor visitor, FindDossier find, InstanceHistory history, CancellationToken cancel)
    {
        var (_, run) = await Read(id, visitor, find, history, cancel);
        var (status, subStatus) = StatusOf(run);
        return new { status, workflowSubStatus = subStatus, updatedAt = run.UpdatedAt };
    }

    private static async Task<object> Journal(
        string id, int? skip, int? take, Visitor visitor, FindDossier find, InstanceHistory history, CancellationToken cancel)
    {
        var (_, run) = await Read(id, visitor, find, history, cancel);
        var lines = run.Journal;
        return new { items = lines.Skip(skip ?? 0).Take(take ?? 100), totalCount = lines.Count };
    }

    private static async Task<object> Report(
        JsonObject request, Visitor visitor, FindDossier find, InstanceHistory history, CancellationToken cancel)
    {
        var id = request["workflowInstanceId"]?.ToString() ?? "";
        var (_, run) = await Read(id, visitor, find, history, cancel);
        return new
        {
            stats = run.Executions.GroupBy(each => each.ActivityId).Select(group => new
            {
                activityId = group.Key,
                activityNodeId = group.First().ActivityNodeId,
                startedCount = group.Count(),
                completedCount = group.Count(each => each.Status == "Completed"),
                uncompletedCount = group.Count(each => each.Status != "Completed"),
                isBlocked = group.Any(each => each.HasBookmarks),
                isFaulted = group.Any(each => each.Status == "Faulted"),
                metadata = new JsonObject(),
            })
        };
    }

    private static async Task<ElsaList<ElsaExecution>> Executions(
        string workflowInstanceId, string? activityNodeId, Visitor visitor, FindDossier find, InstanceHistory history, CancellationToken cancel)
    {
        var (_, run) = await Read(workflowInstanceId, visitor, find, history, cancel);
        return new ElsaList<ElsaExecution>([.. run.Executions.Where(each => activityNodeId is null || each.ActivityNodeId == activityNodeId)]);
    }

    private static async Task<ElsaExecution> Execution(
        string id, Visitor visitor, FindDossier find, InstanceHistory history, CancellationToken cancel)
    {
        var (instance, _) = ElsaExecution.Split(id);
        var (_, run) = await Read(instance, visitor, find, history, cancel);
        return run.Executions.FirstOrDefault(each => each.Id == id) ?? throw Unknown();
    }

    private static object CallStack(string executionId) =>
        new { activityExecutionId = executionId, items = Array.Empty<object>(), totalCount = 0 };

    private static async Task<(DossierView View, DossierRun Run)> Read(
        string id, Visitor visitor, FindDossier find, InstanceHistory history, CancellationToken cancel)
    {
        var view = await find.Run(visitor.Actor, id, cancel) ?? throw Unknown();
        var events = await history.Read(view.Dossier.AgencyId, view.Dossier.InstanceId, cancel);
        return (view, DossierRun.Of(view, events));
    }

    private static (string Status, string SubStatus) StatusOf(DossierRun run) =>
        run.Ended is { } ended ? ("Finished", ended) : ("Running", run.IsFaulted ? "Faulted" : "Suspended");

    private static RejectedException Unknown() => new("dossier-unknown", new Text(
        "Không tìm thấy hồ sơ này trong cơ quan.", "There is no such dossier at the agency."));
}
