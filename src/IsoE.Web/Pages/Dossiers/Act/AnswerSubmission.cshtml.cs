using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Answers what was handed in online: accepts it, sends it back to be completed, or refuses it.</summary>
public sealed class AnswerSubmissionModel(FindDossier find, AcceptSubmission accept, AskCompletion ask, RefuseRegistered refuse) : DossierScreen(find)
{
    [BindProperty]
    public string? Items { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? LegalGround { get; set; }

    [BindProperty]
    public string? RefusalReason { get; set; }

    public IReadOnlyList<KeyValuePair<Text, Text>> Declared => FormWords.Read(View.Procedure.Procedure.Form, View.Dossier.ReadForm());

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPostAccept(CancellationToken cancel) => Act(id => accept.Run(Actor, id, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostAsk(CancellationToken cancel) =>
        Act(id => ask.Run(Actor, new CompletionForm(id, Items, Reason, LegalGround, CommandId), cancel), cancel);

    public Task<IActionResult> OnPostRefuse(CancellationToken cancel) =>
        Act(id => refuse.Run(Actor, id, RefusalReason ?? "", CommandId, cancel), cancel, _ => nameof(RefusalReason));
}
