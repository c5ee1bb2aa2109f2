using System.Text.RegularExpressions;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Text = IsoE.Workflows.Text;

namespace IsoE.Office.DocumentControl;

/// <summary>What a draft is begun with.</summary>
/// <param name="CommandId">Idempotency key.</param>
/// <param name="Code">Code of the procedure: a known one is revised, a new one is begun.</param>
/// <param name="Name">Name of a new procedure; not needed for a revision or with a content.</param>
/// <param name="Content">What to begin with, as an import made it; null takes the newest version, or an empty procedure.</param>
public sealed record DraftForm(string CommandId, string Code, Text? Name = null, ProcedureContent? Content = null);

/// <summary>Begins the next version of a procedure, or a new procedure. There is one draft of a procedure at a time.</summary>
public sealed partial class BeginDraft(OfficeDb db, InstanceRunner instances, ProcedureLibrary procedures, TimeProvider clock)
{
    /// <returns>Id of the document.</returns>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>procedure-code</c>, <c>procedure-name</c>, <c>draft-exists</c>.</exception>
    public async Task<string> Run(Actor actor, DraftForm form, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.DraftProcedure);
        var documentId = IdOf(actor, form.CommandId);
        if (await db.Set<DocumentRow>().AnyAsync(row => row.InstanceId == documentId, cancel)) return documentId;
        var code = CodeOf(form);
        var newest = procedures.All.FirstOrDefault(version => version.Code == code);
        var content = form.Content ?? newest?.Content ?? ProcedureTemplate.Of(code, NameOf(form), VietnamTime.DateOf(clock.GetUtcNow()));
        var version = await NextVersion(code, newest, cancel);
        var begun = new DocumentBegun(
            code, version, form.Name ?? ContentName.Of(content) ?? newest?.Procedure.Name ?? new Text(code, code),
            newest?.Version, DocumentSteps.HashOf(content), actor.Name);
        var result = await instances.Run(DocumentSteps.Request(actor, documentId, form.CommandId), step => Decide(step, begun, content), cancel);
        return result.InstanceId;
    }

    /// <summary>The same for a command sent again, which thereby finds what it began the first time.</summary>
    private static string IdOf(Actor actor, string commandId) => RowId.Of("draft", actor.AgencyId, commandId);

    private static void Decide(Step step, DocumentBegun begun, ProcedureContent content)
    {
        step.Record(begun);
        step.Insert(SaveDraft.Row(step, 1, 0, content, begun.By));
    }

    private static string CodeOf(DraftForm form)
    {
        var code = form.Code.Trim();
        return Code().IsMatch(code) ? code : throw new RejectedException("procedure-code", new Text(
            "Mã thủ tục có dạng 1.001612 (mã quốc gia) hoặc chữ hoa, gạch nối và số như QT-08, NB-03 (quy trình nội bộ).",
            "A procedure's code is like 1.001612 (national) or capital letters, a hyphen and digits such as QT-08 (internal)."))
        { Field = nameof(form.Code) };
    }

    private static Text NameOf(DraftForm form) => form.Name is { Vi: { } vi } && !string.IsNullOrWhiteSpace(vi)
        ? new Text(VietnameseText.Compose(vi.Trim()), string.IsNullOrWhiteSpace(form.Name.En) ? VietnameseText.Compose(vi.Trim()) : form.Name.En.Trim())
        : throw new RejectedException("procedure-name", new Text("Nhập tên thủ tục.", "Enter the name of the procedure.")) { Field = "NameVi" };

    private async Task<int> NextVersion(string code, ProcedureVersion? newest, CancellationToken cancel)
    {
        var own = await db.Set<DocumentRow>().AsNoTracking()
            .Where(row => row.Code == code && row.Status != DocumentStatus.Withdrawn).ToListAsync(cancel);
        if (own.FirstOrDefault(row => row.Status is DocumentStatus.Draft or DocumentStatus.InReview or DocumentStatus.Approved) is { } open)
            throw new RejectedException("draft-exists", new Text(
                $"Đã có phiên bản {open.Version} của {code} ({DocumentStatuses.NameOf(open.Status).Vi}, {open.DraftedByName}). Hãy làm tiếp trên bản đó.",
                $"There is already version {open.Version} of {code} ({DocumentStatuses.NameOf(open.Status).En}, {open.DraftedByName}). Go on with that one."));
        return Math.Max(newest?.Version ?? 0, own.Select(row => row.Version).DefaultIfEmpty().Max()) + 1;
    }

    [GeneratedRegex(@"\A(\d\.\d{6}(\.[0-9A-Z]{2,3}){0,4}|[A-Z]{2,4}-\d{2,3})\z")]
    private static partial Regex Code();
}
