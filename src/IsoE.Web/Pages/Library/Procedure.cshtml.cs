using System.Text;
using IsoE.Documents.Drawing.Flow;
using IsoE.Office.DocumentControl;
using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Bpmn;
using IsoE.Web.Identity;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Library;

/// <summary>One procedure: what to bring, the steps, the time, the fees, what it rests on.</summary>
public sealed class ProcedureModel(
    VisitorLibrary shelf, OpenInternalDossier open, ReadingList readings, AcknowledgeDocument acknowledge, RepealProcedure repeal,
    ExternalDocumentList texts, TimeProvider clock) : Screen
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

    [BindProperty]
    public string? RepealFrom { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The version that has been issued to take the place of the shown one on a later day; null for none.</summary>
    public ProcedureVersion? Next => Versions.LastOrDefault(each => each.InForceFrom > Version.InForceFrom);

    /// <summary>Whether the visitor may take the procedure out of force; not once that has been decided.</summary>
    public bool MayRepeal => IsInForce && Version.InForceTo is null && !Visitor.IsAdministrator && Visitor.May(Right.ApproveProcedure);

    /// <param name="version">The version a dossier was received under; without it the one in force today.</param>
    public async Task<IActionResult> OnGet(string code, int? version, CancellationToken cancel)
    {
        if (!await Load(code, version, cancel)) return NotFound();
        NewCommand();
        RepealFrom = Shown.Date(Shown.Day(clock.GetUtcNow()).AddDays(1));
        return Page();
    }

    public async Task<IActionResult> OnPostRepeal(string code, int version, CancellationToken cancel)
    {
        if (!Visitor.IsSignedIn || !await Load(code, version, cancel)) return NotFound();
        ExpectDate(RepealFrom, nameof(RepealFrom));
        return await Attempt(
            async () =>
            {
                await repeal.Run(Actor, code, Shown.ReadDate(RepealFrom) ?? default, Reason ?? "", CommandId, cancel);
                return RedirectToPage(new { code, version });
            },
            () => Task.CompletedTask,
            field => field == "From" ? nameof(RepealFrom) : field);
    }

    /// <returns>False when there is no such version for this visitor.</returns>
    private async Task<bool> Load(string code, int? version, CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        var found = version is { } number ? shelf.Library.Find(code, number) : shelf.Library.FindInForce(code, today);
        if (found is null || (found.Procedure.IsInternal && !Visitor.IsSignedIn)) return false;
        Version = found;
        IsInForce = found.IsInForce(today);
        MayOpen = Visitor.IsSignedIn && IsInForce && open.Offered(Actor).Any(version => version.Code == found.Code);
        IsObsolete = found.IsObsolete(today);
        Versions = [.. shelf.Library.All.Where(each => each.Code == code)];
        Diagram = ProcedureDiagram.Of(found, T.Language);
        Reading = await Read(found, cancel);
        if (Visitor.May(Right.ReadDocument)) Expired = await texts.Expired(Actor.AgencyId, found.Procedure, today, cancel);
        return true;
    }

    /// <summary>The flow for other tools; for those who read the document.</summary>
    public IActionResult OnGetBpmn(string code, int version)
    {
        if (!Visitor.May(Right.ReadDocument) || shelf.Library.Find(code, version) is not { } found) return NotFound();
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
