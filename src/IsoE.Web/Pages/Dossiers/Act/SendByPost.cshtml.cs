using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Post;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Sends a result by public post and records where it is.</summary>
public sealed class SendByPostModel(FindDossier find, OrderPost order, MovePost move, ListUncollected list) : DossierScreen(find)
{
    [BindProperty]
    public string? Sender { get; set; }

    [BindProperty]
    public string? Receiver { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Fee { get; set; }

    [BindProperty]
    public PostState State { get; set; }

    [BindProperty]
    public string? TrackingNumber { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<PostOrderRow> Orders { get; private set; } = [];

    /// <summary>The consignment that is underway; null when one can be ordered.</summary>
    public PostOrderRow? Underway => Orders.FirstOrDefault(each => each.IsUnderway);

    public IEnumerable<SelectListItem> NextStates => MovePost.After(Underway!.State).Select(state => new SelectListItem(T[PostStates.NameOf(state)], $"{state}"));

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var page = await Show(cancel);
        if (page is not PageResult) return page;
        await Load(cancel);
        (Sender, Receiver, Phone, Address, Fee) = (T[Visitor.Agency!.Name], View.Dossier.ApplicantName, View.Dossier.Phone, View.Dossier.Address, "0");
        if (Underway is { } underway) (State, TrackingNumber) = (MovePost.After(underway.State)[0], underway.TrackingNumber);
        return page;
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await Load(cancel);
        var fee = Shown.ReadMoney(Fee);
        Expect(fee is null, nameof(Fee), "Nhập số tiền bằng đồng, ví dụ 25.000.", "Enter whole đồng, for example 25.000.");
        return await Act(id => order.Run(Actor, new PostForm(id, Sender, Receiver, Phone, Address, fee, CommandId), cancel), cancel, field => field == "Amount" ? nameof(Fee) : field);
    }

    public async Task<IActionResult> OnPostMove(CancellationToken cancel)
    {
        await Load(cancel);
        return await Act(id => move.Run(Actor, id, State, TrackingNumber, Note, CommandId, cancel), cancel);
    }

    private async Task Load(CancellationToken cancel)
    {
        if (await Find(cancel)) Orders = await list.PostOf(View.Dossier.InstanceId, cancel);
    }
}
