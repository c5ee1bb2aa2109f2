using IsoE.Office.DocumentControl;
using IsoE.Office.Moves;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>What a version would mean for the dossiers open under earlier ones, and proposing to move some of them.</summary>
public sealed class RehearsalModel(OpenDocument open, RehearseMove rehearse, ProposeMove propose, MoveReport moves) : DraftScreen(open)
{
    [BindProperty]
    public string? Ground { get; set; }

    /// <summary>Ids of the chosen dossiers.</summary>
    [BindProperty]
    public List<string> Dossiers { get; set; } = [];

    public Rehearsal Rehearsal { get; private set; } = null!;

    /// <summary>The batches proposed so far, the latest first.</summary>
    public IReadOnlyList<MoveRow> Moves { get; private set; } = [];

    public bool MayPropose => Visitor.May(Right.ProposeMove) && Row is { EffectiveFrom: not null, Status: DocumentStatus.Approved or DocumentStatus.InForce };

    public int Count(Func<MoveForecast, bool> which) => Rehearsal.Dossiers.Count(each => which(each.Forecast));

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var command = CommandId;
        return Attempt(
            async () => RedirectToPage("/Authoring/Move", new { id = await propose.Run(Actor, Id, Dossiers, Ground ?? "", command, cancel) }),
            () => Load(cancel));
    }

    /// <summary>What the move would do, in a word and its colour.</summary>
    public static (string Colour, Text Word) Verdict(MoveForecast forecast) => forecast switch
    {
        { CanMove: true, Term.To: not null } => ("soon", new("chuyển được, đổi ngày hẹn trả", "can move, changes the promised date")),
        { CanMove: true, Steps.Count: > 0 } => ("soon", new("chuyển được, đổi hạn bước", "can move, changes the step's due date")),
        { CanMove: true } => ("ontime", new("chuyển được", "can move")),
        { Obstacles: [{ Risk: MigrationRisk.Repeats }, ..] } => ("late", new("lặp lại bước", "repeats a step")),
        { Obstacles: [{ Risk: MigrationRisk.Loses }, ..] } => ("late", new("mất bước", "loses a step")),
        _ => ("late", new("không khớp", "does not fit")),
    };

    protected override async Task Load(CancellationToken cancel)
    {
        await base.Load(cancel);
        Rehearsal = await rehearse.Run(Actor, Id, null, cancel);
        Moves = await moves.Of(Actor, Id, cancel);
    }
}
