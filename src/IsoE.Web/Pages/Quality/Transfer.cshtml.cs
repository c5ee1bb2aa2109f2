using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Web.Documents;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>One hand-over: its dossiers, register and package, and the answer of who receives it.</summary>
public sealed class TransferModel(ReadTransfers read, AnswerTransfer answer, ProcedureLibrary procedures) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Sha256 { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public TransferView View { get; private set; } = null!;

    public TransferRow Transfer => View.Transfer;

    private bool MayHandle => Visitor.MayInWholeAgency(Right.ManageRetention) || Visitor.MayInWholeAgency(Right.ApproveDisposal);

    public bool MayDownload => Transfer.Status is TransferStatus.Ready && MayHandle;

    public bool IsOwn => Transfer.IsOpen && Transfer.MadeBy == Actor.PersonId;

    public bool MayReceive => MayDownload && !IsOwn;

    /// <summary>A package that cannot be made is given up by sending it back.</summary>
    public bool MaySendBack => Transfer.IsOpen && MayHandle && !IsOwn;

    public static string TagOf(TransferStatus status) => status switch
    {
        TransferStatus.Received => "ontime",
        TransferStatus.SentBack => "late",
        TransferStatus.Ready => "soon",
        _ => "now",
    };

    public Text ProcedureOf(TransferLineRow line) => procedures.Get(line.ProcedureCode, line.ProcedureVersion).Procedure.Name;

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnGetRegister(CancellationToken cancel) => (await read.Register(Actor, Id, cancel)).Shown();

    public async Task<IActionResult> OnGetPackage(CancellationToken cancel)
    {
        var (content, name) = await read.Package(Actor, Id, cancel);
        return File(content, "application/zip", name);
    }

    public Task<IActionResult> OnPostReceive(CancellationToken cancel) => Act(() => answer.Receive(Actor, Id, Sha256, Note, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostSendBack(CancellationToken cancel) => Act(() => answer.SendBack(Actor, Id, Reason, CommandId, cancel), cancel);

    private Task<IActionResult> Act(Func<Task> act, CancellationToken cancel) => Act(Id, act, () => Load(cancel));

    private async Task Load(CancellationToken cancel)
    {
        NewCommand();
        View = await read.Get(Actor, Id, cancel);
    }
}
