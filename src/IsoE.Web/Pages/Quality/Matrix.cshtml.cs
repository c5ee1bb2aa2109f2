using IsoE.Office.Quality.Clauses;
using IsoE.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>The clause-evidence matrix: what there is for each clause, what is newest, what is missing.</summary>
public sealed class MatrixModel(ReadMatrix read) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? Edition { get; set; }

    public ClauseMatrix Matrix { get; private set; } = null!;

    public async Task OnGet(CancellationToken cancel) => Matrix = await read.Run(Actor, Edition, cancel);

    /// <summary>Whether the person may open the page where evidence is seen.</summary>
    public bool MayOpen(string page) => !PageRights.Needed.TryGetValue(page, out var right) || Visitor.May(right);
}
