using System.Text;
using IsoE.Office.Records.Subjects;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>Answers somebody who asks what is kept about them. What is asked for is posted: it has no place in an address.</summary>
public sealed class SubjectModel(ReadSubjectData read) : Screen
{
    [BindProperty]
    public string? About { get; set; }

    public SubjectData? Data { get; private set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            Data = await read.Run(Actor, About, cancel);
            return Page();
        },
        () => Task.CompletedTask);

    /// <summary>The same as a file for the person.</summary>
    public Task<IActionResult> OnPostFile(CancellationToken cancel) => Attempt(
        async () => File(Encoding.UTF8.GetBytes(OfficeJson.Write(await read.Run(Actor, About, cancel))), "application/json", "du-lieu-ca-nhan.json"),
        () => Task.CompletedTask);
}
