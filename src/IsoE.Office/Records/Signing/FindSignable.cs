using IsoE.Documents.Typesetting;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Printing;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Signing;

/// <summary>The document that a step can sign, with the key that it can be signed with.</summary>
/// <param name="Pdf">The very bytes that are shown, and signed if they are still the same then.</param>
/// <param name="Record">Code of the record it is, or becomes.</param>
/// <param name="Outcome">The outcome that signs it; null for the only one.</param>
/// <param name="Sequence">The state of the dossier that it shows.</param>
public sealed record SignableDocument(byte[] Pdf, string Record, Text Title, string? Outcome, SigningKeyRow Key, Agency Agency, long Sequence)
{
    public string Sha256 { get; } = PutSignature.HashOf(Pdf);
}

/// <summary>
/// Finds what a step signs. The leader whose decision leads to the result signs it as it will be issued; the clerk who numbers and
/// issues it puts the agency's signature beside, on the same bytes.
/// </summary>
public sealed class FindSignable(
    OfficeDb db, OpenSigningKey keys, ProcedureLibraries libraries, ReadDossierMoment moments, Typesetter typesetter, AttachmentStore files, TimeProvider clock)
{
    private const string SentBack = "SentBack";

    /// <summary>What the actor can sign at the open task; null when nothing is to be signed there, or no key is registered for it.</summary>
    public async Task<SignableDocument?> Run(Actor actor, string taskId, CancellationToken cancel)
    {
        var task = await db.Set<TaskRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == taskId && row.Status == TaskState.Open, cancel);
        if (task is null) return null;
        var isSigner = SignedResults.Signers.Contains(task.DeclaredRole);
        if (!isSigner && task.Milestone != Milestones.Settled) return null;
        if (await keys.Find(actor, isSeal: !isSigner, cancel) is not { } key) return null;
        var instance = await db.Instances.AsNoTracking().SingleAsync(row => row.InstanceId == task.InstanceId, cancel);
        var version = libraries.Of(actor.AgencyId).Get(instance.DefinitionId!, instance.DefinitionVersion!.Value);
        var workflow = WorkflowInstanceJson.Read(instance.State!);
        if (!workflow.Bookmarks.TryGetValue(task.BookmarkId, out var bookmark) || bookmark.Wait is not UserTask wait) return null;
        var outcome = wait.Outcomes.FirstOrDefault(each => each != SentBack);
        if (RecordOf(actor, task, version.Definition, workflow, outcome) is not { } code
            || version.Procedure.FindRecord(code) is not { Template: null } kind) return null;
        var pdf = isSigner ? await Draft(actor, task, kind, instance.Sequence, cancel) : await Signed(task, code, cancel);
        if (pdf is null) return null;
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        return new SignableDocument(pdf, code, kind.Name, outcome, key, agency, instance.Sequence);
    }

    /// <summary>The record that settles the dossier: of the task itself, or of the step that its decision leads to.</summary>
    private string? RecordOf(Actor actor, TaskRow task, WorkflowDefinition definition, WorkflowInstance workflow, string? outcome)
    {
        if (task.Milestone == Milestones.Settled) return definition.Activities.GetValueOrDefault(task.ActivityId)?.LiteralText("record");
        try
        {
            // What would follow is asked of the engine itself, which changes nothing by deciding.
            var result = TaskResult.Of(actor, outcome, clock.GetUtcNow(), default);
            return Engine.Decide(definition, workflow, new ResumeBookmark("draft", clock.GetUtcNow(), task.BookmarkId, outcome, result))
                .OfType<ActivitySuspended>()
                .Where(next => next.Bookmark.Wait is UserTask { Milestone: Milestones.Settled })
                .Select(next => definition.Activities.GetValueOrDefault(next.Bookmark.ActivityId)?.LiteralText("record"))
                .FirstOrDefault();
        }
        catch (RejectedException)
        {
            return null;
        }
    }

    private async Task<byte[]> Draft(Actor actor, TaskRow task, RecordKind kind, long sequence, CancellationToken cancel)
    {
        var moment = await moments.Run(actor.AgencyId, task.InstanceId, sequence, cancel);
        return await typesetter.Render(ResultDraft.Of(moment, kind, actor.PersonId).ToJob(moment.History[^1].At, overrides: actor.AgencyId), cancel);
    }

    /// <summary>The agency puts its signature only beside that of a person.</summary>
    private async Task<byte[]?> Signed(TaskRow task, string code, CancellationToken cancel)
    {
        return await db.Current(task.InstanceId, code, cancel) is { } signed ? await files.Read(signed.Sha256, cancel) : null;
    }
}
