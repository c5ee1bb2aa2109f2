using IsoE.Office.DocumentControl;
using IsoE.Office.Procedures.Editing;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>A page about one document: what is common to its steps, its text, its preview and its review.</summary>
public abstract class DraftScreen(OpenDocument open) : Screen
{
    /// <summary>Id of the document.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The revision the author had before them.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public DocumentView View { get; private set; } = null!;

    /// <summary>The flow; null while it cannot be read.</summary>
    public FlowDraft? Flow { get; private set; }

    public IReadOnlyList<DefinitionError> FlowErrors { get; private set; } = [];

    /// <summary>The ISO text; null while it cannot be read.</summary>
    public TextDraft? Written { get; private set; }

    public Text? TextProblem { get; private set; }

    public bool MayEdit => View.Actions.Contains(DocumentAction.Edit);

    public DocumentRow Row => View.Row;

    /// <exception cref="RejectedException">There is no such document.</exception>
    protected virtual async Task Load(CancellationToken cancel)
    {
        View = await open.Run(Actor, Id, cancel);
        (Flow, FlowErrors) = FlowDraft.Read(View.Content.Flow);
        (Written, TextProblem) = TextDraft.Read(View.Content.Text);
        Revision = Row.Revision;
        CommandId = Guid.CreateVersion7().ToString("N");
    }
}
