using IsoE.Documents.Drawing.Flow;
using IsoE.Office.Dossiers;
using IsoE.Office.Messages;
using IsoE.Office.Procedures;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Records;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Office.Records.Signing;
using IsoE.Office.Tasks;
using IsoE.Web.Pages.Signatures;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>One dossier: where it stands, what can be done now, its papers, its life.</summary>
public sealed class DossierModel(
    FindDossier find, OpenRecord records, DossierMessages messages, FindSignedFiles signed, WaitingPapers papers, PaperSigners signers, LinkTicket tickets, ReadLegalHolds holds, TimeProvider clock) : DossierScreen(find)
{
    public FlowDiagram Diagram { get; private set; } = null!;
    public DateTimeOffset Now { get; private set; }
    public IReadOnlyList<KeyValuePair<Text, Text>> Stated { get; private set; } = [];
    public IReadOnlyList<RecordRow> Records { get; private set; } = [];

    /// <summary>Ids of records that wait for signatures.</summary>
    public IReadOnlySet<string> Awaited { get; private set; } = new HashSet<string>();

    /// <summary>Ids of those that wait for the visitor.</summary>
    public IReadOnlySet<string> ToSign { get; private set; } = new HashSet<string>();

    /// <summary>Files of the dossier that carry signatures, with what was found about them.</summary>
    public IReadOnlyList<SignedFile> Signed { get; private set; } = [];

    /// <summary>What was sent, by the place in history it tells of.</summary>
    public ILookup<long?, MessageLine> Messages { get; private set; } = null!;

    /// <summary>What keeps it from being destroyed.</summary>
    public IReadOnlyList<LegalHoldRow> Holds { get; private set; } = [];

    public IReadOnlyList<ActionLink> Links { get; private set; } = [];

    public Text? PauseReason => View.Dossier.ReadPauses().LastOrDefault(pause => pause.To is null) is { } pause
        ? PauseReasons.NameOf(pause.WaitsFor)
        : null;

    /// <summary>The queue number the applicant came with; null for none.</summary>
    public TicketRow? Ticket { get; private set; }

    /// <summary>The person has just opened it and is told its number.</summary>
    public bool JustOpened { get; private set; }

    /// <param name="opened">The page follows the opening of an internal dossier.</param>
    public async Task<IActionResult> OnGet(bool opened, CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        JustOpened = opened && View.Dossier.IsInternal;
        Now = clock.GetUtcNow();
        Records = await records.Of(View, cancel);
        Signed = [.. (await signed.Run(View.Dossier.InstanceId, Records, View.Papers, cancel)).Select(file => new SignedFile(T[file.Name], file.Found))];
        Awaited = await signers.Awaited(Records, cancel);
        if (Awaited.Count > 0) ToSign = (await papers.Of(Actor, View.Dossier.InstanceId, cancel)).Select(paper => paper.Record.Id).ToHashSet();
        Messages = (await messages.Of(View.Dossier.InstanceId, cancel)).ToLookup(message => message.Sequence);
        Holds = await holds.On(View.Dossier, cancel);
        Ticket = await tickets.Find(View.Dossier.InstanceId, cancel);
        var steps = View.Steps.ToLookup(step => step.Value, step => step.Key);
        Diagram = ProcedureDiagram.Of(
            View.Procedure, T.Language, new FlowPosition(steps[StepState.Done].ToHashSet(), View.Waits.Keys.ToHashSet()));
        Stated = FormWords.Read(View.Procedure.Procedure.Form, View.Dossier.ReadForm());
        Links = [.. View.Actions.Where(ActionLink.All.ContainsKey).Select(action => ActionLink.All[action])];
        return Page();
    }

    /// <summary>Whether the person holds the role the task asks for; the task's page tells of any further obstacle.</summary>
    public bool MayDo(TaskRow task) =>
        Actor.GrantFor(task.Role, task.UnitCode, View.Dossier.ProcedureCode) is not null
        && (task.AssigneeId is null || task.AssigneeId == Actor.PersonId);
}
