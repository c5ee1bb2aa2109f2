using IsoE.Documents.Drawing.Flow;
using IsoE.Office.DocumentControl;
using IsoE.Office.Procedures;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>The document as its readers will see it.</summary>
public sealed class PreviewModel(OpenDocument open, TimeProvider clock) : DraftScreen(open)
{
    /// <summary>The content as a version; null while it cannot be read.</summary>
    public ProcedureVersion? Version { get; private set; }

    public IReadOnlyList<LoadProblem> Problems { get; private set; } = [];

    public FlowDiagram Diagram => ProcedureDiagram.Of(Version!, T.Language);

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        (Version, Problems) = ContentReading.Read(Row.Code, Row.Version, View.Content, Shown.Day(clock.GetUtcNow()));
        return Page();
    }
}
