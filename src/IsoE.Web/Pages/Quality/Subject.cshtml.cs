using System.Text;
using IsoE.Office.Records.Subjects;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>Answers somebody who asks what is kept about them. What is asked for is posted: it has no place in an address.</summary>
public sealed class SubjectModel(ReadSubjectData read, SubjectErasure erasure) : Screen
{
    [BindProperty]
    public string? About { get; set; }

    /// <summary>Why it is to be erased.</summary>
    [BindProperty]
    public string? Ground { get; set; }

    public SubjectData? Data { get; private set; }

    /// <summary>What could be erased if the person asks for it.</summary>
    public ErasableData? Erasable { get; private set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            await Load(cancel);
            return Page();
        },
        () => Task.CompletedTask);

    /// <summary>Proposes to erase what can go; somebody else decides.</summary>
    public Task<IActionResult> OnPostErase(CancellationToken cancel) => Attempt(
        async () => RedirectToPage("/Quality/Disposal", new { Id = await erasure.Propose(Actor, About, Ground, CommandId, cancel) }),
        () => Load(cancel));

    /// <summary>The same as a file for the person.</summary>
    public Task<IActionResult> OnPostFile(CancellationToken cancel) => Attempt(
        async () => File(Encoding.UTF8.GetBytes(OfficeJson.Write(await read.Run(Actor, About, cancel))), "application/json", "du-lieu-ca-nhan.json"),
        () => Task.CompletedTask);

    private async Task Load(CancellationToken cancel)
    {
        NewCommand();
        Data = await read.Run(Actor, About, cancel);
        Erasable = await erasure.Foresee(Actor, About, cancel);
    }
}
