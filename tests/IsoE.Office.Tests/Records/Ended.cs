using System.Text;
using IsoE.Office.Dossiers;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tests.DocumentControl;
using IsoE.Office.Tests.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Records;

/// <summary>Dossiers that have ended, and time that has passed.</summary>
internal static class Ended
{
    /// <summary>A dossier with a file that was withdrawn, everything of it printed and sent; all its records are kept for ten years.</summary>
    public static async Task<DossierRow> Withdrawn(this DossierBed bed, Func<Reception, Reception>? change = null, string file = "%PDF-1.7 đơn của tôi")
    {
        var dossier = await bed.Receive(change);
        await bed.Attach(dossier.InstanceId, file);
        var (reception, leader) = (await bed.As("reception"), await bed.As("leader"));
        await bed.Run<AskWithdrawal>(ask => ask.Run(reception, dossier.InstanceId, "Nguyễn Văn Đào đổi ý", bed.NewCommand(), default));
        await bed.Run<DecideWithdrawal>(decide => decide.Run(leader, dossier.InstanceId, true, null, bed.NewCommand(), default));
        await bed.Settle();
        return await bed.Dossier(dossier.InstanceId);
    }

    public static async Task<string> Attach(this DossierBed bed, string dossierId, string content)
    {
        var stored = await bed.Office.Get<AttachmentStore>().Store(new MemoryStream(Encoding.UTF8.GetBytes(content)), "đơn Nguyễn Văn Đào.pdf", default);
        var reception = await bed.As("reception");
        await bed.Run<AddAttachment>(add => add.Run(reception, dossierId, new IncomingFile(stored, null), bed.NewCommand(), default));
        return stored.Sha256;
    }

    /// <summary>Where the store keeps a file.</summary>
    public static string PathOf(this DossierBed bed, string sha256) =>
        Path.Combine(bed.Office.Options.DataDirectory, "attachments", sha256[..2], sha256[2..]);

    /// <summary>Storing the same bytes renews the date of the file; here by the clock of the test.</summary>
    public static void StoreAgain(this DossierBed bed, string sha256) => File.SetLastWriteTimeUtc(bed.PathOf(sha256), bed.Clock.Now.UtcDateTime);

    /// <summary>As many more that ended one second after the other, each with one record: rows without a history.</summary>
    public static async Task<IReadOnlyList<DossierRow>> Copies(this DossierBed bed, DossierRow dossier, int count)
    {
        await using var db = bed.Office.OpenDb();
        var record = await db.Set<RecordRow>().IgnoreQueryFilters().AsNoTracking().FirstAsync(row => row.InstanceId == dossier.InstanceId);
        var copies = new List<DossierRow>();
        for (var i = 1; i <= count; i++)
        {
            var id = bed.Office.NewId();
            copies.Add(Copy(db, dossier, ("InstanceId", id), ("Code", $"{dossier.Code}-{i:000}"), ("TrackingSecret", id), ("FinishedAt", dossier.FinishedAt!.Value.AddSeconds(i))));
            db.Add(copies[^1]);
            db.Add(Copy(db, record, ("InstanceId", id), ("Id", RecordRow.IdOf(id, record.Sequence))));
        }

        await db.SaveChangesAsync();
        return copies;
    }

    private static T Copy<T>(OfficeDb db, T row, params (string Property, object Value)[] changes)
        where T : class
    {
        var values = db.Entry(row).CurrentValues.Clone();
        foreach (var (property, value) in changes) values[property] = value;
        return (T)values.ToObject();
    }

    /// <summary>Hashes of everything that is kept in files about the dossier.</summary>
    public static async Task<IReadOnlyList<string>> Files(this DossierBed bed, string dossierId)
    {
        await using var db = bed.Office.OpenDb();
        var papers = await db.Attachments.IgnoreQueryFilters().Where(row => row.InstanceId == dossierId).Select(row => row.Sha256).ToListAsync();
        var records = await db.Set<RecordRow>().IgnoreQueryFilters().Where(row => row.InstanceId == dossierId).Select(row => row.Sha256!).ToListAsync();
        return [.. papers, .. records];
    }
}
