using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>Where the agency wants it, only people who have read a version may work by it (ISO 9001:2015 clause 7.3).</summary>
public sealed class ReadingDuty(OfficeDb db)
{
    /// <summary>What the actor has read, for a decision that cannot query; null when the agency does not ask for it.</summary>
    public async Task<IReadOnlySet<(string Code, int Version)>?> ReadBy(Actor actor, CancellationToken cancel)
    {
        var isAsked = await db.Set<Agency>().Where(agency => agency.Id == actor.AgencyId)
            .Select(agency => agency.RequiresAcknowledgement).SingleOrDefaultAsync(cancel);
        if (!isAsked) return null;
        var read = await db.Set<ReadingRow>().AsNoTracking()
            .Where(row => row.PersonId == actor.PersonId && row.AcknowledgedAt != null)
            .Select(row => new { row.Code, row.Version }).ToListAsync(cancel);
        return read.Select(row => (row.Code, row.Version)).ToHashSet();
    }

    /// <exception cref="RejectedException"><c>not-acknowledged</c>.</exception>
    public static void Require(IReadOnlySet<(string Code, int Version)>? read, string code, int version)
    {
        if (read is null || read.Contains((code, version))) return;
        throw new RejectedException("not-acknowledged", new Text(
            $"Bạn chưa xác nhận đã đọc quy trình {code} phiên bản {version}. Hãy mở quy trình, đọc và bấm “Tôi đã đọc và nắm rõ” rồi nhận, xử lý việc.",
            $"You have not confirmed that you have read version {version} of procedure {code}. Open it, read it and confirm, then take or do the task."));
    }
}
