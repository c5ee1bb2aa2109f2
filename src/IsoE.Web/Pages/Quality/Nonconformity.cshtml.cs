using System.Globalization;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>The evidence of a nonconformity report or an audit, and what may be added to it.</summary>
public sealed class NonconformityModel(FindDossier find, ReadNonconformities read, AddEvidence add, PrintNonconformity print) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? DossierCode { get; set; }

    [BindProperty]
    public string? Sequence { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public DossierView View { get; private set; } = null!;

    /// <summary>Its line in the register; null for an audit.</summary>
    public NonconformityLine? Line { get; private set; }

    public IReadOnlyList<EvidenceRow> Evidence { get; private set; } = [];

    public bool MayAdd => View.Dossier.FinishedAt is null && Visitor.May(Right.ReportNonconformity) && !Visitor.IsAdministrator;

    public bool MayPrint => Line is not null && Visitor.May(Right.ReadQuality);

    public async Task<IActionResult> OnGet(string? dossier, string? row, CancellationToken cancel)
    {
        (DossierCode, Sequence) = (dossier, row);
        return await Load(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        long? sequence = null;
        if (Blank(Sequence) is { } typed)
        {
            var isNumber = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            Expect(!isNumber, nameof(Sequence), "Nhập số thứ tự của dòng lịch sử.", "Enter the number of a row of history.");
            sequence = number;
        }
        return await Attempt(
            async () =>
            {
                await add.Run(Actor, Code, DossierCode, sequence, Text, CommandId, cancel);
                return RedirectToPage(new { Code });
            },
            () => Task.CompletedTask);
    }

    public async Task<IActionResult> OnGetReport(CancellationToken cancel) => (await print.Run(Actor, Code, T.Language, cancel)).Shown();

    private async Task<bool> Load(CancellationToken cancel)
    {
        NewCommand();
        if (await find.Run(Actor, Code, cancel) is not { Dossier.IsInternal: true } view) return false;
        View = view;
        if (view.Dossier.ProcedureCode == QualityProcedures.Nonconformity) Line = (await read.Lines([view.Dossier], cancel))[0];
        Evidence = await read.EvidenceOf(view.Dossier.InstanceId, cancel);
        return true;
    }
}
