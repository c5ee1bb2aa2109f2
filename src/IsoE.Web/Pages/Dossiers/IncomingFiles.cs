using IsoE.Office.Dossiers;
using IsoE.Office.Storage.Attachments;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>Files of a form, put into the store before the step that names them.</summary>
public static class IncomingFiles
{
    public static async Task<IReadOnlyList<IncomingFile>> Store(AttachmentStore store, IEnumerable<IFormFile> files, CancellationToken cancel)
    {
        var stored = new List<IncomingFile>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            stored.Add(new IncomingFile(await store.Store(content, file.FileName, cancel), null));
        }

        return stored;
    }
}
