using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>Puts a dossier, or one row of its history, before a nonconformity report or an audit as evidence.</summary>
public sealed class AddEvidence(OfficeDb db, InstanceRunner instances, FindDossier dossiers)
{
    /// <param name="target">Id or code of the internal dossier the evidence is for.</param>
    /// <param name="dossierCode">The dossier it lies in; null or empty when it lies elsewhere.</param>
    /// <param name="sequence">The row of its history; null for the dossier as a whole.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>sod-10</c>, <c>dossier-unknown</c>, <c>evidence-finished</c>, <c>evidence-row</c>, <c>evidence-text</c>.
    /// </exception>
    public async Task Run(Actor actor, string target, string? dossierCode, long? sequence, string? text, string commandId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReportNonconformity);
        Permit.RefuseAdministrators(actor);
        var view = await dossiers.Run(actor, target, cancel) ?? throw OpenDossier.Unknown();
        if (view.Dossier.FinishedAt is not null) throw new RejectedException("evidence-finished", new Text(
            $"Hồ sơ {view.Dossier.Code} đã kết thúc nên không nhận thêm bằng chứng.", $"{view.Dossier.Code} has ended and takes no more evidence."));
        var said = VietnameseText.Compose(text?.Trim() ?? "");
        if (said.Length is 0 or > 2000) throw new RejectedException("evidence-text", new Text(
            "Ghi bằng chứng cho thấy điều gì, tối đa 2.000 ký tự.", "Say what the evidence shows, in at most 2,000 characters."))
        { Field = "Text" };
        var code = await Lies(actor, dossierCode, sequence, cancel);
        await instances.Run(
            new StepRequest(actor.AgencyId, view.Dossier.InstanceId, commandId, actor.PersonId),
            step => step.Record(new EvidenceAdded(null, null, code, sequence, said, actor.Name)),
            cancel);
    }

    /// <summary>The code of a dossier the actor may read; null for none.</summary>
    private async Task<string?> Lies(Actor actor, string? typed, long? sequence, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var found = await dossiers.Run(actor, typed.Trim().ToUpperInvariant(), cancel) ?? throw new RejectedException("dossier-unknown", new Text(
            $"Không có hồ sơ {typed.Trim()} trong cơ quan.", $"The agency has no dossier {typed.Trim()}."))
        { Field = "DossierCode" };
        if (sequence is { } row && !await db.History.AnyAsync(each => each.InstanceId == found.Dossier.InstanceId && each.Sequence == row, cancel))
            throw new RejectedException("evidence-row", new Text(
                $"Lịch sử hồ sơ {found.Dossier.Code} không có dòng {row}.", $"The history of {found.Dossier.Code} has no row {row}."))
            { Field = "Sequence" };
        return found.Dossier.Code;
    }
}
