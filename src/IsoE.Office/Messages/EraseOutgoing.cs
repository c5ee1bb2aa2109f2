using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Messages.Gateways;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>Removes messages of a dossier that lie in the folder of an installation without a gateway.</summary>
internal sealed class EraseOutgoing(OfficeDb db, MailOptions options) : IErasesBesides
{
    public async Task Run(ErasedDossier dossier, CancellationToken cancel)
    {
        var folder = new DirectoryInfo(options.Folder);
        if (!folder.Exists) return;
        var ids = await db.Set<MessageRow>().AsNoTracking().Where(message => message.InstanceId == dossier.InstanceId).Select(message => message.Id).ToListAsync(cancel);
        foreach (var id in ids) File.Delete(Path.Combine(folder.FullName, $"{id}.sms"));
        // Mail is left there under names that tell nothing: its own identifier says which message it is.
        foreach (var mail in folder.EnumerateFiles("*.eml"))
            if (await IdOf(mail, cancel) is { } id && ids.Contains(id)) mail.Delete();
    }

    private static async Task<string?> IdOf(FileInfo mail, CancellationToken cancel)
    {
        await foreach (var line in File.ReadLinesAsync(mail.FullName, cancel))
        {
            if (line.Length == 0) return null;
            if (line.StartsWith("Message-ID: <", StringComparison.OrdinalIgnoreCase)) return line["Message-ID: <".Length..].Split('@')[0];
        }

        return null;
    }
}
