using IsoE.Office.DocumentControl;
using IsoE.Office.Procedures;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Dossiers;
using IsoE.Workflows;

namespace IsoE.Office.Tests.DocumentControl;

/// <summary>Takes a revision of a procedure through its whole life, as four people would.</summary>
internal static class Issuing
{
    /// <summary>Writes, reviews, approves and issues a revision.</summary>
    /// <returns>Id of the document.</returns>
    public static async Task<string> Issue(this DossierBed bed, string code, Func<ProcedureContent, ProcedureContent> change, DateOnly from)
    {
        var document = await bed.Draft(code, change);
        await bed.Approve(document);
        var kstt = await bed.As("kstt");
        await bed.Run<PublishDocument>(p => p.Run(kstt, document, new Publication(bed.NewCommand(), from), default));
        return document;
    }

    /// <summary>Begins a revision and saves the change.</summary>
    public static async Task<string> Draft(this DossierBed bed, string code, Func<ProcedureContent, ProcedureContent> change)
    {
        var iso = await bed.As("iso");
        var document = await bed.Run<BeginDraft, string>(b => b.Run(iso, new DraftForm(bed.NewCommand(), code), default));
        var view = await bed.Run<OpenDocument, DocumentView>(o => o.Run(iso, document, default));
        await bed.Run<SaveDraft, SaveOutcome>(s => s.Run(
            iso, document, new DraftSave(bed.NewCommand(), view.Row.Revision, change(view.Content)), default));
        return document;
    }

    /// <summary>Hands the draft in and has it reviewed and approved.</summary>
    public static async Task Approve(this DossierBed bed, string document)
    {
        var (iso, qmr, leader) = (await bed.As("iso"), await bed.As("qmr"), await bed.As("leader"));
        var revision = (await bed.Run<OpenDocument, DocumentView>(o => o.Run(iso, document, default))).Row.Revision;
        await bed.Run<SubmitForReview>(s => s.Run(iso, document, revision, new Text("Sửa đổi.", "Revised."), bed.NewCommand(), default));
        await bed.Run<SignDocument>(s => s.Review(qmr, document, bed.NewCommand(), default));
        await bed.Run<SignDocument>(s => s.Approve(leader, document, bed.NewCommand(), default));
    }

    /// <summary>Rings the bell and delivers everything that follows.</summary>
    public static async Task Settle(this DossierBed bed)
    {
        await bed.Sweep();
        while (await bed.Office.Get<OutboxDispatcher>().DeliverPending(default) > 0) ;
    }
}
