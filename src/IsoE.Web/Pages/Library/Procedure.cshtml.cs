using System.Text;
using IsoE.Documents.Drawing.Flow;
using IsoE.Office.DocumentControl;
using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Bpmn;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Library;

/// <summary>One procedure: what to bring, the steps, the time, the fees, what it rests on.</summary>
public sealed class ProcedureModel(
    ProcedureLibrary library, OpenInternalDossier open, ReadingList readings, AcknowledgeDocument acknowledge, ExternalDocumentList texts,
    TimeProvider clock) : Screen
{
    public ProcedureVersion Version { get; private set; } = null!;
    public FlowDiagram Diagram { get; private set; } = null!;
    public bool IsInForce { get; private set; }

    /// <summary>It is an internal procedure in force whose dossiers the person may open.</summary>
    public bool MayOpen { get; private set; }

    /// <summary>A later version or a repeal has taken its place: still to be read, no longer to be worked by.</summary>
    public bool IsObsolete { get; private set; }

    /// <summary>All versions of the procedure, the newest first.</summary>
    public IReadOnlyList<ProcedureVersion> Versions { get; private set; } = [];

    /// <summary>Texts it rests on that are no longer in force; for staff only.</summary>
    public IReadOnlyList<ExternalDocument> Expired { get; private set; } = [];

    /// <summary>Whether the visitor is on the distribution list, and when they confirmed; null when not on it.</summary>
    public ReadingState? Reading { get; private set; }

    /// <param name="version">The version a dossier was received under; without it the one in force today.</param>
    public async Task<IActionResult> OnGet(string code, int? version, CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        var found = version is { } number ? library.Find(code, number) : library.FindInForce(code, today);
        if (found is null || (found.Procedure.IsInternal && !Visitor.IsSignedIn)) return NotFound();
        Version = found;
        IsInForce = found.IsInForce(today);
        MayOpen = Visitor.IsSignedIn && IsInForce && open.Offered(Actor).Any(version => version.Code == found.Code);
        IsObsolete = found.IsObsolete(today);
        Versions = [.. library.All.Where(each => each.Code == code)];
        Diagram = ProcedureDiagram.Of(found, T.Language);
        Reading = await Read(found, cancel);
        if (Visitor.May(Right.ReadDocument)) Expired = await texts.Expired(Actor.AgencyId, found.Procedure, today, cancel);
        return Page();
    }

    /// <summary>The flow for other tools; for those who read the document.</summary>
    public IActionResult OnGetBpmn(string code, int version)
    {
        if (!Visitor.May(Right.ReadDocument) || library.Find(code, version) is not { } found) return NotFound();
        var xml = $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{BpmnExport.Of(found.Definition)}\n";
        return File(Encoding.UTF8.GetBytes(xml), "application/xml", $"{code}-v{version}.bpmn");
    }

    public async Task<IActionResult> OnPostRead(string code, int version, CancellationToken cancel)
    {
        await acknowledge.Run(Actor, code, version, cancel);
        return RedirectToPage(new { code, version });
    }

    private async Task<ReadingState?> Read(ProcedureVersion version, CancellationToken cancel)
    {
        if (!Visitor.May(Right.ReadProcedure)) return null;
        var at = await readings.AcknowledgedAt(Actor, version.Code, version.Version, cancel);
        var asked = at is not null || (await readings.Unread(Actor, cancel)).Any(row => row.Code == version.Code && row.Version == version.Version);
        return asked ? new ReadingState(at) : null;
    }
}

/// <param name="AcknowledgedAt">When the visitor confirmed having read the version; null before.</param>
public sealed record ReadingState(DateTimeOffset? AcknowledgedAt);
