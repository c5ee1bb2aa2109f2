using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IsoE.Office.DocumentControl;
using IsoE.Office.Procedures.Editing;
using IsoE.Workflows;
using IsoE.Workflows.Editing;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>
/// A page on which a draft is edited. Every change is saved at once; the answer is the part called <c>editor</c> as it
/// is now, or the page of the conflict when somebody else saved first.
/// </summary>
public abstract class EditScreen(OpenDocument open, EditDraft edit, TurnDraft turn, DraftRevisions revisions) : DraftScreen(open)
{
    /// <summary>The own content that was set aside and not yet put together with what stands; null for none.</summary>
    public int? Aside { get; private set; }

    /// <summary>Name of the partial that shows the part called <c>editor</c>.</summary>
    protected abstract string Part { get; }

    public Task<IActionResult> OnPostUndo(CancellationToken cancel) => Turned(Turn.Undo, cancel);

    public Task<IActionResult> OnPostRedo(CancellationToken cancel) => Turned(Turn.Redo, cancel);

    protected override async Task Load(CancellationToken cancel)
    {
        await base.Load(cancel);
        Aside = MayEdit ? await revisions.Aside(Id, Actor.PersonId, cancel) : null;
    }

    /// <summary>The address of the page after a change, for browsers without script.</summary>
    protected virtual object Here => new { Id };

    /// <summary>Saves edits as one change.</summary>
    /// <param name="saved">What the page does once they are saved.</param>
    /// <param name="read">Reads the edits from what was posted, given the draft its author had before them.</param>
    protected async Task<IActionResult> Change(Func<FlowDraft?, TextDraft?, (IReadOnlyList<FlowEdit> Flow, IReadOnlyList<TextEdit> Text)> read, CancellationToken cancel, Action? saved = null)
    {
        var (revision, command) = (Revision, CommandId);
        await Load(cancel);
        try
        {
            var (before, written) = revision == Row.Revision ? (Flow, Written) : await Earlier(revision, cancel);
            var (flow, text) = read(before, written);
            if (flow.Count + text.Count > 0
                && await edit.Run(Actor, Id, new DraftEdit(CommandOf(command, flow, text), revision, flow, text), cancel) is SaveOutcome.Conflict conflict)
                return ToConflict(conflict.Aside);
        }
        catch (RejectedException rejected)
        {
            return Refused(rejected);
        }

        await Load(cancel);
        saved?.Invoke();
        return Done();
    }

    /// <summary>Keeps what was typed for the form to show again.</summary>
    protected virtual void Keep(IFormCollection typed)
    {
    }

    protected IActionResult Refused(RejectedException rejected)
    {
        Keep(Request.Form);
        ModelState.AddModelError(rejected.Field is null ? "" : $"Set[{rejected.Field}]", T[rejected.Reason]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return WantsPart ? Partial(Part, this) : Page();
    }

    protected IActionResult Done()
    {
        ModelState.Clear();
        return WantsPart ? Partial(Part, this) : RedirectToPage(Here);
    }

    private async Task<(FlowDraft?, TextDraft?)> Earlier(int revision, CancellationToken cancel)
    {
        var content = await revisions.Content(Id, revision, cancel);
        return (FlowDraft.Read(content.Flow).Draft, TextDraft.Read(content.Text).Draft);
    }

    private async Task<IActionResult> Turned(Turn way, CancellationToken cancel)
    {
        var (revision, command) = (Revision, CommandId);
        try
        {
            await turn.Run(Actor, Id, revision, way, $"{command}:{way}:{revision}", cancel);
        }
        catch (RejectedException rejected)
        {
            await Load(cancel);
            return Refused(rejected);
        }

        await Load(cancel);
        return Done();
    }

    private IActionResult ToConflict(int aside)
    {
        var address = Url.Page("/Authoring/Conflict", new { Id, aside })!;
        if (!WantsPart) return Redirect(address);
        Response.Headers["HX-Redirect"] = address;
        return new EmptyResult();
    }

    /// <summary>The same edit sent twice is one; two edits of one page are two.</summary>
    private static string CommandOf(string command, IReadOnlyList<FlowEdit> flow, IReadOnlyList<TextEdit> text)
    {
        var said = string.Join('\n', flow.Concat<object>(text).Select(each => $"{each.GetType().Name} {JsonSerializer.Serialize(each, each.GetType())}"));
        return $"{command}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 8))}";
    }
}
