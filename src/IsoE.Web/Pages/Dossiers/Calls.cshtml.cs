using IsoE.Office.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>Questions by telephone: find the dossier, read the sentences out, note the question. The caller learns no more than they may.</summary>
public sealed class CallsModel(AnswerCaller calls) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public string? Id { get; set; }

    [BindProperty]
    public string? Digits { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    /// <summary>Code of the dossier a question was just noted on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Noted { get; set; }

    /// <summary>Null before something was looked for, and while one is answered.</summary>
    public IReadOnlyList<CallMatch>? Matches { get; private set; }

    public CallAnswer? Answer { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        NewCommand();
        if (string.IsNullOrWhiteSpace(Q)) return;
        Matches = await calls.Find(Actor, Q, cancel);
        if (Matches is [var only]) await Show(only.DossierId, cancel);
    }

    public Task<IActionResult> OnPostAnswer(CancellationToken cancel)
    {
        NewCommand();
        return Attempt(
            async () =>
            {
                Answer = await calls.Answer(Actor, Id ?? "", Digits, cancel);
                return Page();
            },
            () => Show(Id, cancel));
    }

    public Task<IActionResult> OnPostNote(string? known, CancellationToken cancel) => Attempt(
        async () =>
        {
            Answer = await calls.Answer(Actor, Id ?? "", known, cancel);
            await calls.Note(Actor, Id ?? "", Question, known, CommandId, cancel);
            return RedirectToPage(new { q = (string?)null, noted = Answer.Code });
        },
        () => Show(Id, cancel));

    /// <summary>The answer for a caller who is not known.</summary>
    private async Task Show(string? dossierId, CancellationToken cancel)
    {
        if (Answer is null && dossierId is not null) Answer = await calls.Answer(Actor, dossierId, null, cancel);
        Matches = null;
    }
}
