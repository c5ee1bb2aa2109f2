using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>What an author saves.</summary>
/// <param name="BaseRevision">The revision the author had before them.</param>
public sealed record DraftSave(string CommandId, int BaseRevision, ProcedureContent Content);

/// <summary>What became of a save.</summary>
public abstract record SaveOutcome
{
    /// <summary>The draft has this revision now.</summary>
    public sealed record Saved(int Revision) : SaveOutcome;

    /// <summary>Somebody else saved first. The draft was not changed; both contents are to be shown side by side.</summary>
    /// <param name="Revision">The revision that stands; a merged content is saved on it.</param>
    /// <param name="Aside">The revision under which the author's own content has been kept.</param>
    /// <param name="Base">What both began with.</param>
    public sealed record Conflict(int Revision, int Aside, ProcedureContent Base, ProcedureContent Theirs, string ByName, DateTimeOffset At) : SaveOutcome;
}

/// <summary>Saves a draft. What is saved need not be right, nor even readable: that is asked when it is handed in.</summary>
public sealed class SaveDraft(InstanceRunner instances, DraftRevisions revisions)
{
    /// <summary>Bytes of UTF-8 of one text; the reader of definitions has the same bound.</summary>
    public const int LargestText = 5 * 1024 * 1024;

    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>document-unknown</c>, <c>document-status</c>, <c>content-too-large</c>.
    /// </exception>
    public async Task<SaveOutcome> Run(Actor actor, string documentId, DraftSave save, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.DraftProcedure);
        RefuseLarge(save.Content);
        int? standing = null;
        var name = ContentName.Of(save.Content);
        try
        {
            var result = await instances.Run(DocumentSteps.Request(actor, documentId, save.CommandId), Decide, cancel);
            return new SaveOutcome.Saved(result.Events.Select(e => e.Fact).OfType<DraftSaved>().Single().Revision);
        }
        catch (ForestalledException) when (standing is { } revision)
        {
            return await Conflict(documentId, save, revision, await SetAside(actor, documentId, save, cancel), cancel);
        }

        void Decide(Step step)
        {
            var row = DocumentSteps.Get(step, DocumentStatus.Draft);
            if (row.Revision != save.BaseRevision)
            {
                standing = row.Revision;
                throw new ForestalledException();
            }

            var number = row.LastRevision + 1;
            step.Record(new DraftSaved(number, row.Revision, name ?? row.Name, DocumentSteps.HashOf(save.Content), actor.Name));
            step.Insert(Row(step, number, row.Revision, save.Content, actor.Name));
        }
    }

    private async Task<int> SetAside(Actor actor, string documentId, DraftSave save, CancellationToken cancel)
    {
        var request = DocumentSteps.Request(actor, documentId, $"aside:{save.CommandId}");
        var result = await instances.Run(request, step =>
        {
            var row = DocumentSteps.Get(step, DocumentStatus.Draft);
            var number = row.LastRevision + 1;
            step.Record(new DraftSetAside(number, save.BaseRevision, DocumentSteps.HashOf(save.Content), actor.Name));
            step.Insert(Row(step, number, save.BaseRevision, save.Content, actor.Name, isAside: true));
        }, cancel);
        return result.Events.Select(e => e.Fact).OfType<DraftSetAside>().Single().Revision;
    }

    internal static DraftRevisionRow Row(Step step, int number, int parent, ProcedureContent content, string byName, bool isAside = false) => new()
    {
        AgencyId = step.AgencyId,
        InstanceId = step.InstanceId,
        Number = number,
        Parent = parent,
        IsAside = isAside,
        Content = DraftRevisionRow.Pack(content),
        SavedBy = step.Actor,
        SavedByName = byName,
        SavedAt = step.Now,
    };

    private async Task<SaveOutcome> Conflict(string documentId, DraftSave save, int standing, int aside, CancellationToken cancel)
    {
        var theirs = await revisions.Get(documentId, standing, cancel);
        var common = await revisions.Content(documentId, save.BaseRevision, cancel);
        return new SaveOutcome.Conflict(standing, aside, common, theirs.Unpack(), theirs.SavedByName, theirs.SavedAt);
    }

    private static void RefuseLarge(ProcedureContent content)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(content.Flow) <= LargestText && System.Text.Encoding.UTF8.GetByteCount(content.Text) <= LargestText)
            return;
        throw new RejectedException("content-too-large", new Text(
            "Nội dung lớn hơn 5 MB nên không lưu được; bản dự thảo trước đó vẫn còn nguyên. Hãy tách quy trình thành các quy trình con.",
            "The content is larger than 5 MB and was not saved; the draft is as it was. Split the procedure into sub-procedures."));
    }

    /// <summary>Leaves the step when the draft is not what the author had before them.</summary>
    private sealed class ForestalledException : Exception;
}
