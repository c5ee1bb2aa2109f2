using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Seals;

/// <summary>Why a key is replaced.</summary>
/// <param name="SinceOn">First day on which somebody else may have had the old key; null when nobody has.</param>
/// <param name="Reason">How that became known; needed with <paramref name="SinceOn"/> only.</param>
public sealed record KeyRenewal(DateOnly? SinceOn, string? Reason);

/// <summary>Takes a new sealing key, for which the one before vouches, and seals everything with it at once.</summary>
/// <remarks>A disclosed key vouches too, but its word counts for nothing: then the new fingerprint has to be published.</remarks>
public sealed class RenewSealingKey(OfficeDb db, SealingKeys keys, SealHistory seals, OrganisationLog log, TimeProvider clock)
{
    /// <returns>The new key; its id is the fingerprint to be published.</returns>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>no-sealing-key</c>, <c>reason-missing</c>, <c>since-in-future</c>, <c>busy</c>; when the seal alone failed, those of sealing.
    /// </exception>
    public async Task<SealingKeyRow> Run(Actor actor, KeyRenewal renewal, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.RenewSealingKey);
        var now = Instant.ToStored(clock.GetUtcNow());
        Check(renewal, now);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        var last = await SealingKeys.Last(db, actor.AgencyId, cancel) ?? throw NoKey();
        var key = await keys.Renew(db, agency, now, cancel);
        if (renewal.SinceOn is { } since)
            db.Add(new SealingKeyRevocationRow { AgencyId = agency.Id, KeyId = last.Id, SinceOn = since, Reason = renewal.Reason!.Trim(), SaidAt = now, SaidBy = actor.PersonId });
        await log.Save(actor, cancel);
        await seals.Seal(agency.Id, actor.PersonId, cancel);
        return key;
    }

    private static void Check(KeyRenewal renewal, DateTimeOffset now)
    {
        if (renewal.SinceOn is not { } since) return;
        if (string.IsNullOrWhiteSpace(renewal.Reason))
            throw new RejectedException("reason-missing", new Text("Nhập lý do: khóa bị lộ thế nào, ai phát hiện.", "Enter the reason: how the key was disclosed, and who found out."))
            {
                Field = nameof(renewal.Reason),
            };
        if (since > VietnamTime.DateOf(now))
            throw new RejectedException("since-in-future", new Text("Ngày bị lộ không thể sau hôm nay.", "The day of disclosure cannot be after today."))
            {
                Field = nameof(renewal.SinceOn),
            };
    }

    private static RejectedException NoKey() => new("no-sealing-key", new Text(
        "Cơ quan chưa có khóa niêm phong: khóa được tạo khi niêm phong lần đầu. Hãy niêm phong trước.",
        "The agency has no sealing key yet: it is made with the first seal. Seal first."));
}
