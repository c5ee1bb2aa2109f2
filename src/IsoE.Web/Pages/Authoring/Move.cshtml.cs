using IsoE.Office.Moves;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Reports;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>A batch of dossiers to be moved: the decision, and afterwards the report.</summary>
public sealed class MoveModel(MoveReport report, PrintMove print, DecideMove decide, ProcedureLibrary library) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public MoveView View { get; private set; } = null!;

    public MoveRow Move => View.Move;

    public ProcedureVersion Target => library.Get(Move.Code, Move.ToVersion);

    /// <summary>Whoever proposed it does not decide.</summary>
    public bool MayDecide => Move.Status == MoveStatus.Proposed && Visitor.May(Right.ApproveMove) && Move.ProposedBy != Actor.PersonId;

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnGetPdf(CancellationToken cancel) => (await print.Run(Actor, Id, T.Language, cancel)).Shown();

    public Task<IActionResult> OnPostApprove(CancellationToken cancel) => Act(() => decide.Approve(Actor, Id, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostReject(CancellationToken cancel) => Act(() => decide.Reject(Actor, Id, Reason ?? "", CommandId, cancel), cancel);

    private Task<IActionResult> Act(Func<Task> act, CancellationToken cancel) => Act(Id, act, () => Load(cancel));

    private async Task Load(CancellationToken cancel)
    {
        NewCommand();
        View = await report.Run(Actor, Id, cancel);
    }
}
