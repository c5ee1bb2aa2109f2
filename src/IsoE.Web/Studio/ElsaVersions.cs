using IsoE.Office.Calendars;
using IsoE.Office.DocumentControl;
using IsoE.Office.Procedures;
using IsoE.Web.Identity;
using IsoE.Workflows;

namespace IsoE.Web.Studio;

/// <summary>Finds the versions of a procedure that Studio asks for.</summary>
public sealed class ElsaVersions(Visitor visitor, ProcedureLibrary library, ListDocuments documents, OpenDocument open, TimeProvider clock)
{
    /// <summary>All versions, the newest first; a version that is being written stands above the published ones.</summary>
    public async Task<IReadOnlyList<ElsaVersion>> Of(string code, CancellationToken cancel)
    {
        var draft = await Draft(code, cancel);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var published = library.All.Where(version => version.Code == code)
            .Select((version, i) => Published(version, today, isLatest: draft is null && i == 0));
        return draft is null ? [.. published] : [draft, .. published];
    }

    /// <summary>The newest version.</summary>
    /// <exception cref="RejectedException"><c>procedure-unknown</c>.</exception>
    public async Task<ElsaVersion> Latest(string code, CancellationToken cancel) =>
        await Of(code, cancel) is [var latest, ..] ? latest : throw Unknown(code);

    /// <summary>By the version's number.</summary>
    /// <exception cref="RejectedException"><c>procedure-unknown</c>.</exception>
    public async Task<ElsaVersion> Get(string code, int version, CancellationToken cancel) =>
        (await Of(code, cancel)).FirstOrDefault(each => each.Version == version) ?? throw Unknown(code);

    /// <summary>By the id Studio was given.</summary>
    /// <exception cref="RejectedException"><c>procedure-unknown</c>.</exception>
    public async Task<ElsaVersion> ById(string code, string id, CancellationToken cancel) =>
        (await Of(code, cancel)).FirstOrDefault(each => each.Id == id)
        // A draft that was saved meanwhile has another id, and is still the draft.
        ?? (await Of(code, cancel)).FirstOrDefault(each => each.Revision is not null && ElsaVersion.RevisionIn(id) is not null)
        ?? throw Unknown(code);

    private async Task<ElsaVersion?> Draft(string code, CancellationToken cancel)
    {
        var rows = await documents.Run(visitor.Actor, code, cancel);
        var row = rows.FirstOrDefault(each => each.Status is DocumentStatus.Draft or DocumentStatus.InReview)
            ?? rows.FirstOrDefault(each => each is { Status: DocumentStatus.Approved, EffectiveFrom: null });
        if (row is null) return null;
        var view = await open.Run(visitor.Actor, row.InstanceId, cancel);
        return new ElsaVersion(
            row.Code, row.Version, row.Revision, row.InstanceId, view.Content.Flow, view.Content.Text, row.Name, row.UpdatedAt,
            IsLatest: true, IsPublished: false, view.Actions.Contains(DocumentAction.Edit));
    }

    private static ElsaVersion Published(ProcedureVersion version, DateOnly today, bool isLatest) => new(
        version.Code, version.Version, null, version.DocumentId, version.Content.Flow, null, version.Procedure.Name,
        VietnamTime.ToInstant(version.InForceFrom, TimeOnly.MinValue), isLatest, version.IsInForce(today), MayEdit: false);

    private static RejectedException Unknown(string code) => new("procedure-unknown", new Text(
        $"Không có phiên bản này của thủ tục {code}.", $"There is no such version of procedure {code}."));
}
