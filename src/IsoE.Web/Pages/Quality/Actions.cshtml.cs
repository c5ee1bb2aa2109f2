using IsoE.Office.Quality.Actions;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>Everything that reviews decided and corrective plans gave out: who has it, until when, and what came of it.</summary>
public sealed class ActionsModel(ReadActions read) : Screen
{
    private IReadOnlyList<AssignedAction> _all = [];

    /// <summary><c>open</c>, <c>late</c> (open and past its day), <c>done</c>; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public IReadOnlyList<AssignedAction> Chosen => In(State);

    public int Count(string? state) => In(state).Count;

    public Task<IActionResult> OnGet(CancellationToken cancel) => Attempt(
        async () =>
        {
            _all = await read.Run(Actor, null, cancel);
            return Page();
        },
        () => Task.CompletedTask);

    private IReadOnlyList<AssignedAction> In(string? state) => state switch
    {
        "open" => [.. _all.Where(action => action.IsOpen)],
        "late" => [.. _all.Where(action => action is { IsOpen: true, IsLate: true })],
        "done" => [.. _all.Where(action => action.IsDone)],
        _ => _all,
    };
}
