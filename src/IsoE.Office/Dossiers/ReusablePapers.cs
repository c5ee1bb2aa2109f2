using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>A paper that somebody handed in with an earlier dossier.</summary>
/// <param name="Component">Name of the component it was; null for another paper.</param>
public sealed record ReusablePaper(string AttachmentId, string Name, Text? Component, string DossierCode, DateTimeOffset AddedAt);

/// <summary>Papers of the same person at the agency, that need not be handed in twice.</summary>
public sealed class ReusablePapers(OfficeDb db, ProcedureLibrary procedures)
{
    private const int Most = 20;

    /// <summary>The latest ones; none for an empty number. Confidential dossiers give nothing away.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<ReusablePaper>> Of(Actor actor, string? identityNumber, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReceiveDossier);
        if (string.IsNullOrWhiteSpace(identityNumber)) return [];
        var found = await (from file in db.Attachments.AsNoTracking()
                           join dossier in Dossiers(identityNumber.Trim()) on file.InstanceId equals dossier.InstanceId
                           orderby file.AddedAt descending
                           select new { file, dossier }).Take(Most * 2).ToListAsync(cancel);
        return [.. found.DistinctBy(each => each.file.Sha256).Take(Most).Select(each => new ReusablePaper(
            each.file.Id, each.file.Name, NameOf(each.dossier, each.file), each.dossier.Code, each.file.AddedAt))];
    }

    /// <summary>The chosen papers as files of a new dossier; a paper of somebody else is left out.</summary>
    /// <param name="procedure">Procedure of the new dossier: a component of the same id is taken over.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<IncomingFile>> Take(
        Actor actor, string? identityNumber, IReadOnlyCollection<string> attachmentIds, Procedure procedure, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReceiveDossier);
        if (attachmentIds.Count == 0 || string.IsNullOrWhiteSpace(identityNumber)) return [];
        var files = await (from file in db.Attachments.AsNoTracking()
                           join dossier in Dossiers(identityNumber.Trim()) on file.InstanceId equals dossier.InstanceId
                           where attachmentIds.Contains(file.Id)
                           select file).ToListAsync(cancel);
        return [.. files.Select(file => new IncomingFile(
            new StoredFile(file.Sha256, file.Name, file.ContentType, file.Size),
            file.Component is { } component && procedure.FindComponent(component) is not null ? component : null))];
    }

    private IQueryable<DossierRow> Dossiers(string identityNumber) => db.Set<DossierRow>().AsNoTracking()
        .Where(row => row.IdentityNumber == identityNumber && !row.IsInternal && !row.IsConfidential);

    private Text? NameOf(DossierRow dossier, AttachmentRow file) => file.Component is { } component
        ? procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure.FindComponent(component)?.Name
        : null;
}
