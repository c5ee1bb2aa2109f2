using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.NationalPortal.Adapters;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.NationalPortal.Reconciliation;

/// <summary>How our dossiers and the portal's compare.</summary>
/// <param name="Compared">How many of ours were compared.</param>
/// <param name="At">When, UTC.</param>
public sealed record Comparison(int Compared, DateTimeOffset At, IReadOnlyList<PortalDifference> Differences);

/// <summary>Compares the dossiers received from a day on with what the portal holds, and names every difference with its cause.</summary>
public sealed class ReconcilePortal(OfficeDb db, IPortalAdapter portal, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>portal-silent</c>: it cannot be asked, or does not answer now.</exception>
    public async Task<Comparison> Run(Actor actor, DateOnly from, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReconcilePortal);
        var theirs = (await Ask(actor.AgencyId, from, cancel)).ToDictionary(dossier => dossier.Code);
        var start = VietnamTime.ToInstant(from, TimeOnly.MinValue);
        var ours = await db.Set<DossierRow>().AsNoTracking()
            .Where(row => row.Sync != SyncState.Local && row.ReceivedAt >= start).OrderBy(row => row.Code).ToListAsync(cancel);
        var waiting = await Waiting(cancel);
        var differences = ours.Select(row => Compare(row, theirs.GetValueOrDefault(row.Code), waiting)).OfType<PortalDifference>().ToList();
        var known = ours.Select(row => row.Code).ToHashSet();
        differences.AddRange(theirs.Values.Where(dossier => !known.Contains(dossier.Code)).Select(MissingHere));
        return new Comparison(ours.Count, clock.GetUtcNow(), differences);
    }

    private async Task<IReadOnlyList<PortalDossier>> Ask(string agencyId, DateOnly from, CancellationToken cancel)
    {
        try
        {
            return await portal.ReadStates(agencyId, from, cancel) ?? throw new RejectedException("portal-silent", new Text(
                "Chưa cấu hình địa chỉ của Cổng Dịch vụ công quốc gia (IsoE:Portal:Url) nên không đối soát được.",
                "The address of the national portal (IsoE:Portal:Url) is not set, so there is nothing to compare with."));
        }
        catch (Exception failure) when (failure is HttpRequestException or NotDeliverableException or OperationCanceledException or System.Text.Json.JsonException && !cancel.IsCancellationRequested)
        {
            throw new RejectedException("portal-silent", new Text(
                $"Cổng Dịch vụ công quốc gia chưa trả lời ({failure.Message}). Hãy thử lại sau ít phút.",
                $"The national portal does not answer ({failure.Message}). Try again in a few minutes."));
        }
    }

    /// <summary>What of each dossier has not been acknowledged yet; of several the worst.</summary>
    private async Task<Dictionary<string, OutboxRow>> Waiting(CancellationToken cancel) =>
        (await db.Outbox.AsNoTracking().Where(row => row.Topic == PortalProjection.PushTopic && row.Status != OutboxStatus.Delivered).ToListAsync(cancel))
        .GroupBy(row => row.InstanceId).ToDictionary(group => group.Key, group => group.OrderByDescending(row => row.Status).ThenBy(row => row.Key).First());

    private static PortalDifference? Compare(DossierRow ours, PortalDossier? theirs, Dictionary<string, OutboxRow> waiting)
    {
        if (Kind(ours, theirs) is not { } kind) return null;
        return new PortalDifference(
            ours.InstanceId, ours.Code, kind, ours.NationalStatus, theirs?.Status, ours.PromisedAt, theirs?.PromisedAt, Cause(ours, waiting.GetValueOrDefault(ours.InstanceId)));
    }

    private static DifferenceKind? Kind(DossierRow ours, PortalDossier? theirs) => theirs switch
    {
        null => DifferenceKind.MissingThere,
        _ when theirs.Status != ours.NationalStatus => DifferenceKind.Status,
        _ when theirs.PromisedAt != ours.PromisedAt => DifferenceKind.Promise,
        _ => null,
    };

    private static Text Cause(DossierRow ours, OutboxRow? waiting) => waiting switch
    {
        { Status: OutboxStatus.Dead } => new($"Đã dừng gửi: {waiting.LastError}", $"Given up: {waiting.LastError}"),
        { LastError: { } error } => new($"Đang gửi lại, lần {waiting.Attempts}: {error}", $"Being sent again, attempt {waiting.Attempts}: {error}"),
        { } => new("Đang chờ gửi", "Waits to be sent"),
        _ when ours.Sync is SyncState.Acknowledged => new(
            "Cổng đã xác nhận nhưng lưu khác; gửi lại trạng thái hiện tại", "The portal acknowledged it but holds something else; send the present state again"),
        _ => new("Chưa rõ", "Not known"),
    };

    private static PortalDifference MissingHere(PortalDossier theirs) => new(
        null, theirs.Code, DifferenceKind.MissingHere, null, theirs.Status, null, theirs.PromisedAt,
        new("Cơ quan không có hồ sơ này trong phạm vi đối soát", "The agency has no such dossier in the days compared"));
}
