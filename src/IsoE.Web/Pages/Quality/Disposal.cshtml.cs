using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Web.Documents;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>One list of dossiers to be destroyed or erased: the decision of the second person, and afterwards what became of each.</summary>
public sealed class DisposalModel(ReadDisposals read, DecideDisposal decide, ProcedureLibrary procedures) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? DossierId { get; set; }

    [BindProperty]
    public string? TakenOutReason { get; set; }

    public DisposalView View { get; private set; } = null!;

    public DisposalRow List => View.List;

    private bool IsOpen => List.Status == DisposalStatus.Proposed;

    public bool IsOwn => IsOpen && List.ProposedBy == Actor.PersonId;

    /// <summary>Whoever proposed it does not decide.</summary>
    public bool MayDecide => IsOpen && !IsOwn && Visitor.MayInWholeAgency(Right.ApproveDisposal);

    public bool MayTakeOut => IsOpen && (Visitor.MayInWholeAgency(Right.ApproveDisposal) || Visitor.MayInWholeAgency(Right.ManageRetention));

    public static string TagOf(DisposalStatus status) => status switch
    {
        DisposalStatus.Done => "ontime",
        DisposalStatus.Rejected => "late",
        DisposalStatus.Proposed => "soon",
        _ => "now",
    };

    public Text ProcedureOf(DisposalLineRow line) => procedures.Get(line.ProcedureCode, line.ProcedureVersion).Procedure.Name;

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnGetMinutes(CancellationToken cancel) => (await read.Minutes(Actor, Id, cancel)).Shown();

    public Task<IActionResult> OnPostApprove(CancellationToken cancel) => Act(() => decide.Approve(Actor, Id, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostReject(CancellationToken cancel) => Act(() => decide.Reject(Actor, Id, Reason, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostTakeOut(CancellationToken cancel) =>
        Act(() => decide.TakeOut(Actor, Id, DossierId ?? "", TakenOutReason, CommandId, cancel), cancel);

    private Task<IActionResult> Act(Func<Task> act, CancellationToken cancel) => Act(Id, act, () => Load(cancel));

    private async Task Load(CancellationToken cancel)
    {
        NewCommand();
        View = await read.Get(Actor, Id, cancel);
    }
}
