using IsoE.Office.Dossiers;
using IsoE.Web.Markup;
using IsoE.Workflows.Execution;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Hands the result over and closes the dossier.</summary>
public sealed class ReturnResultModel(FindDossier find, Office.Dossiers.ReturnResult hand, TimeProvider clock) : DossierScreen(find)
{
    [BindProperty]
    public string? Receiver { get; set; }

    [BindProperty]
    public string? ReceiverIdentityNumber { get; set; }

    [BindProperty]
    public ReturnWay Way { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Somebody else than the applicant takes it.</summary>
    [BindProperty]
    public bool IsAuthorised { get; set; }

    [BindProperty]
    public string? Authorisation { get; set; }

    /// <summary>Components whose originals are given back.</summary>
    [BindProperty]
    public List<string> Originals { get; set; } = [];

    [BindProperty]
    public string? HeldReason { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    public IReadOnlyList<FieldView> Fields => Form().Common();

    public IReadOnlyList<SelectListItem> Ways =>
    [
        new(T["Tại quầy", "At the counter"], nameof(ReturnWay.Counter)),
        new(T["Bưu chính công ích", "Public post"], nameof(ReturnWay.Post)),
        new(T["Bản điện tử", "Electronic"], nameof(ReturnWay.Online)),
    ];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var page = await Show(cancel);
        if (page is PageResult) (Receiver, Way) = (View.Dossier.ApplicantName, View.Dossier.ReturnWay);
        return page;
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Act(
        id => hand.Run(Actor, new ReturnForm(
            id, Receiver ?? "", ReceiverIdentityNumber, Way, Note, Values(), CommandId, IsAuthorised ? Authorisation ?? "" : null, Originals, HeldReason), cancel), cancel, InputOf);

    /// <summary>The step's own form asks for the same; it is filled with what stands above.</summary>
    private System.Text.Json.JsonElement Values()
    {
        var answers = new Dictionary<string, string?>(Answers);
        var asked = StepFields.Of(View, IsReturn, answers, clock.GetUtcNow());
        foreach (var (field, value) in new[] { ("receivedBy", Receiver), ("way", Way.ToString().ToLowerInvariant()) })
            if (asked.Fields.Any(each => each.Id == field)) answers[field] = value;
        return asked.Values(null);
    }

    private TypedForm Form() => StepFields.Of(View, IsReturn, Answers, clock.GetUtcNow(), "receivedBy", "way");

    private string InputOf(string field) => Form().Fields.Any(each => each.Id == field) ? FieldView.NameOf(field)
        : field == "receivedBy" ? nameof(Receiver) : field;

    private static bool IsReturn(UserTask task) => task.Milestone == Milestones.Returned;
}
