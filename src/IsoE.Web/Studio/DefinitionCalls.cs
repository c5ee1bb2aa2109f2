using System.Text;
using System.Text.Json.Nodes;
using IsoE.Office.DocumentControl;
using IsoE.Web.Identity;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Text = IsoE.Workflows.Text;

namespace IsoE.Web.Studio;

/// <summary>Studio's calls on definitions: read, save, publish, versions, export and import.</summary>
public static class DefinitionCalls
{
    private const long LargestBody = 12 * 1024 * 1024;

    public static void MapDefinitionCalls(this RouteGroupBuilder elsa)
    {
        elsa.MapGet("/workflow-definitions", List);
        elsa.MapGet("/workflow-definitions/by-definition-id/{id}", ByDefinitionId);
        elsa.MapGet("/workflow-definitions/by-id/{versionId}", ById);
        elsa.MapGet("/workflow-definitions/{id}/export", Export);
        elsa.MapGet("/workflow-definitions/validation/is-name-unique", () => Results.Json(new { isUnique = true }));
        elsa.MapPost("/workflow-definitions", Save).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        elsa.MapPost("/workflow-definitions/import", Import).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        elsa.MapPost("/workflow-definitions/{id}/revert/{version:int}", Revert);
        elsa.MapPost("/workflow-definitions/{id}/retract", Retract);
        elsa.MapPost("/workflow-definitions/{id}/execute", Execute);
        elsa.MapDelete("/workflow-definition-versions/{versionId}", Delete);
    }

    private static async Task<JsonObject> List(string procedure, ElsaVersions versions, CancellationToken cancel)
    {
        var all = await versions.Of(procedure, cancel);
        return new JsonObject
        {
            ["items"] = new JsonArray([.. all.Select(ElsaDefinition.Summary)]),
            ["totalCount"] = all.Count,
            ["links"] = new JsonArray(),
        };
    }

    private static async Task<JsonObject> ByDefinitionId(
        string procedure, string? versionOptions, ElsaVersions versions, CancellationToken cancel) =>
        ElsaDefinition.Of(await Wanted(procedure, versionOptions, versions, cancel));

    private static async Task<JsonObject> ById(string procedure, string versionId, ElsaVersions versions, CancellationToken cancel) =>
        ElsaDefinition.Of(await versions.ById(procedure, versionId, cancel));

    /// <summary>The definition as it is kept, as a file.</summary>
    private static async Task<IResult> Export(string procedure, string? versionOptions, ElsaVersions versions, CancellationToken cancel)
    {
        var version = await Wanted(procedure, versionOptions, versions, cancel);
        return Results.File(Encoding.UTF8.GetBytes(version.Flow), "application/json", $"{version.Code}-v{version.Version}.json");
    }

    private static async Task<JsonObject> Save(
        string procedure, JsonObject body, Visitor visitor, ElsaVersions versions, SaveDraft save, OpenDocument open, SubmitForReview submit,
        CancellationToken cancel)
    {
        var model = body["model"] as JsonObject ?? throw NoModel();
        var saved = await Keep(procedure, model, visitor, versions, save, open, cancel);
        if (body["publish"]?.GetValue<bool>() == true)
            await submit.Run(visitor.Actor, saved.DocumentId!, saved.Revision!.Value, Edited, NewCommand(), cancel);
        return new JsonObject
        {
            ["workflowDefinition"] = ElsaDefinition.Of(await versions.Latest(procedure, cancel)),
            ["alreadyPublished"] = false,
            ["consumingWorkflowCount"] = 0,
            ["validationErrors"] = new JsonArray(),
        };
    }

    /// <summary>Takes the content of a file into the draft.</summary>
    private static async Task<JsonObject> Import(
        string procedure, JsonObject model, Visitor visitor, ElsaVersions versions, SaveDraft save, OpenDocument open, CancellationToken cancel)
    {
        var draft = Draft(await versions.Latest(procedure, cancel));
        model["id"] = draft.Id;
        await Keep(procedure, model, visitor, versions, save, open, cancel);
        return ElsaDefinition.Of(await versions.Latest(procedure, cancel));
    }

    /// <summary>Puts the flow of an earlier version into the draft.</summary>
    private static async Task<JsonObject> Revert(
        string procedure, int version, Visitor visitor, ElsaVersions versions, SaveDraft save, OpenDocument open, CancellationToken cancel)
    {
        var draft = Draft(await versions.Latest(procedure, cancel));
        var earlier = await versions.Get(procedure, version, cancel);
        await Write(draft, earlier.Flow, visitor, save, open, cancel);
        return ElsaDefinition.Summary(await versions.Latest(procedure, cancel));
    }

    private static async Task<IResult> Delete(
        string procedure, string versionId, Visitor visitor, ElsaVersions versions, ReturnDocument documents, CancellationToken cancel)
    {
        var draft = Draft(await versions.ById(procedure, versionId, cancel));
        await documents.Withdraw(visitor.Actor, draft.DocumentId!, "Rút trong Elsa Studio.", NewCommand(), cancel);
        return Results.NoContent();
    }

    private static JsonObject Retract() => throw new RejectedException("published-stays", new Text(
        "Phiên bản đã ban hành không thu hồi được; hãy lập phiên bản mới hoặc bãi bỏ thủ tục.",
        "A published version cannot be taken back; begin a new version, or repeal the procedure."));

    private static JsonObject Execute() => throw new RejectedException("dossiers-only", new Text(
        "Quy trình chỉ chạy khi có hồ sơ được tiếp nhận.", "A procedure runs only for a dossier that has been received."));

    private static async Task<ElsaVersion> Keep(
        string procedure, JsonObject model, Visitor visitor, ElsaVersions versions, SaveDraft save, OpenDocument open, CancellationToken cancel)
    {
        var draft = Draft(await versions.Latest(procedure, cancel));
        var basis = ElsaVersion.RevisionIn(model["id"]?.ToString() ?? "");
        if (basis != draft.Revision) throw Older(draft);
        var flow = PostedDefinition.Merge(draft, model);
        if (flow != draft.Flow) await Write(draft, flow, visitor, save, open, cancel);
        return await versions.Latest(procedure, cancel);
    }

    private static async Task Write(
        ElsaVersion draft, string flow, Visitor visitor, SaveDraft save, OpenDocument open, CancellationToken cancel)
    {
        var content = await open.Revision(visitor.Actor, draft.DocumentId!, draft.Revision!.Value, cancel);
        var outcome = await save.Run(
            visitor.Actor, draft.DocumentId!, new DraftSave(NewCommand(), draft.Revision.Value, content with { Flow = flow }), cancel);
        if (outcome is SaveOutcome.Conflict) throw Older(draft);
    }

    private static async Task<ElsaVersion> Wanted(string procedure, string? options, ElsaVersions versions, CancellationToken cancel)
    {
        if (int.TryParse(options, out var number)) return await versions.Get(procedure, number, cancel);
        if (options is not "Published") return await versions.Latest(procedure, cancel);
        return (await versions.Of(procedure, cancel)).FirstOrDefault(version => version.IsPublished)
            ?? throw new RejectedException("procedure-not-in-force", new Text(
                $"Thủ tục {procedure} chưa có phiên bản hiệu lực.", $"No version of procedure {procedure} is in force."));
    }

    private static ElsaVersion Draft(ElsaVersion version) => version is { Revision: not null, DocumentId: not null }
        ? version
        : throw new RejectedException("no-draft", new Text(
            $"Phiên bản {version.Version} của {version.Code} đã ban hành nên không sửa được. Hãy lập bản sửa đổi ở trang soạn thảo.",
            $"Version {version.Version} of {version.Code} has been published and cannot be changed. Begin a revision on the authoring page."));

    private static RejectedException Older(ElsaVersion draft) => new("draft-changed", new Text(
        $"Bản dự thảo {draft.Code} đã được lưu ở nơi khác sau khi bạn mở. Chưa có gì bị mất; hãy tải lại trang để lấy bản mới nhất rồi sửa tiếp.",
        $"The draft of {draft.Code} has been saved elsewhere since you opened it. Nothing is lost; reload the page to get the newest and go on."));

    private static RejectedException NoModel() => new("model-missing", new Text(
        "Yêu cầu lưu thiếu “model”.", "The request to save lacks its “model”."));

    private static Text Edited { get; } = new("Sửa đổi lưu đồ bằng Elsa Studio.", "Flow revised in Elsa Studio.");

    private static string NewCommand() => Guid.CreateVersion7().ToString("N");
}
