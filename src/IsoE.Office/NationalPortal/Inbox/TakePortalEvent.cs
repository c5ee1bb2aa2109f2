using System.Text.Json;
using CloudNative.CloudEvents;
using IsoE.Office.Calendars;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.NationalPortal.Inbox;

/// <summary>What the portal is answered.</summary>
/// <param name="Outcome"><c>applied</c>, <c>waiting</c> for an earlier event, <c>stale</c>, or <c>refused</c> for good.</param>
/// <param name="Reason">Why it was refused; null otherwise.</param>
public sealed record PortalAnswer(string Id, string Outcome, string? Reason);

/// <summary>Takes an event of the portal: each once, those of one dossier in their order, whatever order they come in.</summary>
public sealed class TakePortalEvent(OfficeDb db, ApplyPortalEvent apply, PortalModes modes, PortalOptions options, TimeProvider clock)
{
    /// <exception cref="RejectedException">
    /// Nothing was kept: <c>portal-local</c> (the agency does not work with the portal), <c>event-invalid</c>, <c>clock-skew</c> naming the difference.
    /// </exception>
    public async Task<PortalAnswer> Run(string agencyId, CloudEvent told, CancellationToken cancel)
    {
        if (modes.Of(agencyId) is not Organisation.PortalMode.NationalSync)
            throw new RejectedException("portal-local", new Text(
                $"Cơ quan {agencyId} không tiếp nhận hồ sơ qua Cổng Dịch vụ công quốc gia.", $"Agency {agencyId} does not work with the national portal."));
        var row = Read(agencyId, told);
        if (!await db.Set<PortalInboxRow>().AnyAsync(known => known.Id == row.Id, cancel)) await Keep(row, cancel);
        await Apply(row.Subject, cancel);
        var kept = await db.Set<PortalInboxRow>().AsNoTracking().SingleAsync(known => known.Id == row.Id, cancel);
        return new PortalAnswer(told.Id!, JsonNamingPolicy.KebabCaseLower.ConvertName(kept.State.ToString()), kept.Reason);
    }

    private PortalInboxRow Read(string agencyId, CloudEvent told)
    {
        if (told is not { Id: { Length: > 0 and <= 200 } id, Source: { } source, Subject: { Length: > 0 and <= 100 } subject, Data: JsonElement data }
            || told.Type is not { } type || !PortalEventTypes.Inbound.Contains(type) || PortalExtensions.SequenceOf(told) is not { } sequence || sequence < 1)
            throw new RejectedException("event-invalid", new Text(
                $"Sự kiện cần id, source, subject, sequence từ 1, data là JSON và type là một trong: {string.Join(", ", PortalEventTypes.Inbound)}.",
                $"An event needs id, source, subject, a sequence from 1 on, JSON data, and as type one of: {string.Join(", ", PortalEventTypes.Inbound)}."));
        var now = Instant.ToStored(clock.GetUtcNow());
        RefuseSkew(told.Time, now);
        return new PortalInboxRow
        {
            AgencyId = agencyId,
            Id = RowId.Of("portal-event", source.ToString(), id),
            EventId = id,
            Type = type,
            Subject = subject,
            Sequence = sequence,
            HappenedAt = told.Time is { } at ? Instant.ToStored(at) : null,
            ReceivedAt = now,
            Data = data.GetRawText(),
            State = PortalInboxState.Waiting,
        };
    }

    /// <summary>What was told late is old by right; what comes from the future betrays a wrong clock.</summary>
    private void RefuseSkew(DateTimeOffset? time, DateTimeOffset now)
    {
        if (time - now is not { } ahead || ahead <= options.ClockTolerance) return;
        var length = Wording.Duration((int)Math.Ceiling(ahead.TotalMinutes));
        throw new RejectedException("clock-skew", new Text(
            $"Đồng hồ bên gửi nhanh hơn {length.Vi}; cho phép {options.ClockTolerance.TotalMinutes:0} phút.",
            $"The sender's clock is {length.En} ahead of ours; {options.ClockTolerance.TotalMinutes:0} minutes are allowed."));
    }

    private async Task Keep(PortalInboxRow row, CancellationToken cancel)
    {
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (LostRace.Explains(failure))
        {
            // Told twice at the same moment: it is kept once.
        }
        db.ChangeTracker.Clear();
    }

    /// <summary>Applies what waits for the dossier as far as no event is missing.</summary>
    private async Task Apply(string subject, CancellationToken cancel)
    {
        while (await Next(subject, cancel) is { } row)
        {
            var (state, reason) = await Try(row, cancel);
            db.ChangeTracker.Clear();
            await db.Set<PortalInboxRow>().Where(known => known.Id == row.Id).ExecuteUpdateAsync(
                known => known.SetProperty(x => x.State, state).SetProperty(x => x.Reason, reason), cancel);
        }
        await MarkStale(subject, cancel);
    }

    private async Task<PortalInboxRow?> Next(string subject, CancellationToken cancel)
    {
        var done = await Done(subject).MaxAsync(row => (long?)row.Sequence, cancel) ?? 0;
        return await db.Set<PortalInboxRow>().AsNoTracking()
            .Where(row => row.Subject == subject && row.State == PortalInboxState.Waiting && row.Sequence == done + 1)
            .OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task MarkStale(string subject, CancellationToken cancel)
    {
        var done = await Done(subject).MaxAsync(row => (long?)row.Sequence, cancel) ?? 0;
        await db.Set<PortalInboxRow>().Where(row => row.Subject == subject && row.State == PortalInboxState.Waiting && row.Sequence <= done)
            .ExecuteUpdateAsync(row => row.SetProperty(x => x.State, PortalInboxState.Stale), cancel);
    }

    private IQueryable<PortalInboxRow> Done(string subject) => db.Set<PortalInboxRow>()
        .Where(row => row.Subject == subject && (row.State == PortalInboxState.Applied || row.State == PortalInboxState.Refused));

    private async Task<(PortalInboxState State, string? Reason)> Try(PortalInboxRow row, CancellationToken cancel)
    {
        try
        {
            await apply.Run(row, cancel);
            return (PortalInboxState.Applied, null);
        }
        catch (RejectedException refused) when (refused.Code != "busy")
        {
            var fields = string.Join(" ", refused.Fields.Values.Select(field => field.Vi));
            return (PortalInboxState.Refused, $"{refused.Reason.Vi} {fields}".Trim());
        }
        catch (JsonException)
        {
            return (PortalInboxState.Refused, "Dữ liệu của sự kiện không đúng cấu trúc.");
        }
    }
}
