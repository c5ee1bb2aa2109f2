using IsoE.Office.Organisation;
using IsoE.Office.Quality.Audits;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>An internal audit: who may audit what, the checklists, the sample, evidence, findings and the report.</summary>
public sealed class AuditModel(ReadAudit read, PrintAudit print) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public Audit Audit { get; private set; } = null!;

    public bool MayReport => Audit.View.Dossier.FinishedAt is null && Visitor.May(Right.ReportNonconformity) && !Visitor.IsAdministrator;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (await read.Run(Actor, Code, cancel) is not { } audit) return NotFound();
        Audit = audit;
        return Page();
    }

    public async Task<IActionResult> OnGetReport(CancellationToken cancel) => (await print.Report(Actor, Code, T.Language, cancel)).Shown();

    public async Task<IActionResult> OnGetChecklists(CancellationToken cancel) => (await print.Checklists(Actor, Code, T.Language, cancel)).Shown();
}
