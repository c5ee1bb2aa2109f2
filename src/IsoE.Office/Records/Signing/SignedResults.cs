using IsoE.Office.Organisation;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Signing;

/// <summary>Which signed document a record is made of.</summary>
internal static class SignedResults
{
    /// <summary>Roles whose decision on a result is a signature.</summary>
    public static readonly string[] Signers = [Roles.AgencyLeader, Roles.DivisionHead];

    /// <summary>
    /// The document signed last for a record of that code; null for none, or when a head or leader has decided once more since then
    /// without signing, so that the signature belongs to what was before.
    /// </summary>
    public static async Task<SignedDocumentRow?> Current(this OfficeDb db, string instanceId, string record, CancellationToken cancel)
    {
        var signed = await db.Set<SignedDocumentRow>().AsNoTracking().Where(row => row.InstanceId == instanceId && row.Record == record && row.RecordId == null)
            .OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancel);
        if (signed is null) return null;
        var isOld = await db.Set<TaskRow>().AsNoTracking().AnyAsync(
            task => task.InstanceId == instanceId && Signers.Contains(task.DeclaredRole) && task.Status == TaskState.Done && task.DoneAt > signed.SignedAt, cancel);
        return isOld ? null : signed;
    }

    /// <summary>The last signature on a record that is signed after it was issued; null while it has none.</summary>
    public static Task<SignedDocumentRow?> LastOf(this OfficeDb db, RecordRow record, CancellationToken cancel) =>
        db.Set<SignedDocumentRow>().AsNoTracking().Where(row => row.InstanceId == record.InstanceId && row.RecordId == record.Id)
            .OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancel);

    /// <summary>The document that a record just issued is: the one current, unless another record has it already.</summary>
    public static async Task<SignedDocumentRow?> ForRecord(this OfficeDb db, RecordRow record, CancellationToken cancel)
    {
        var signed = await db.Set<SignedDocumentRow>().AsNoTracking()
            .Where(row => row.InstanceId == record.InstanceId && row.Record == record.Code && row.RecordId == null).OrderByDescending(row => row.Sequence).ToListAsync(cancel);
        // A step signs and issues at one instant; a document that was signed before has to be current still.
        var found = signed.Find(row => row.SignedAt == record.IssuedAt) ?? (signed.Count == 0 ? null : await db.Current(record.InstanceId, record.Code, cancel));
        if (found is null || found.SignedAt > record.IssuedAt) return null;
        var isTaken = await db.Set<RecordRow>().AsNoTracking().AnyAsync(other => other.InstanceId == record.InstanceId && other.Sha256 == found.Sha256, cancel);
        return isTaken ? null : found;
    }
}
