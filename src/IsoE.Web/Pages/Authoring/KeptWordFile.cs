using System.Security.Cryptography;
using IsoE.Office.Organisation;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.AspNetCore.DataProtection;

namespace IsoE.Web.Pages.Authoring;

/// <summary>Keeps an uploaded Word file between its preview and the draft made of it; only who uploaded it can name it.</summary>
/// <remarks>No row refers to the file, so the store forgets it after a day.</remarks>
public sealed class KeptWordFile(AttachmentStore store, IDataProtectionProvider protection)
{
    private const int MostBytes = 20 * 1024 * 1024;

    /// <returns>The name under which the file can be opened again.</returns>
    public async Task<string> Keep(Actor actor, Stream content, string name, CancellationToken cancel)
    {
        var stored = await store.Store(content, Path.ChangeExtension(Path.GetFileName(name), ".docx"), cancel);
        return ProtectorOf(actor).Protect($"{stored.Sha256}|{Path.GetFileName(name)}");
    }

    /// <exception cref="RejectedException">The file is no longer kept, or was uploaded by somebody else.</exception>
    public (Stream Content, string Name) Open(Actor actor, string token)
    {
        try
        {
            var parts = ProtectorOf(actor).Unprotect(token).Split('|', 2);
            return (store.Open(parts[0]), parts[1]);
        }
        catch (Exception gone) when (gone is CryptographicException or IOException or FormatException)
        {
            throw new RejectedException("word-file-gone", new Text(
                "Tệp đã tải lên không còn được giữ. Hãy chọn lại tệp.", "The uploaded file is no longer kept. Choose it again."))
            { Field = "Upload" };
        }
    }

    /// <exception cref="RejectedException">The file is larger than any that can be imported.</exception>
    public static async Task<MemoryStream> Read(Stream upload, CancellationToken cancel)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        // One byte more than is read: the reader of Word files says in its own words that it is too much.
        for (int read; bytes.Length <= MostBytes && (read = await upload.ReadAsync(buffer, cancel)) > 0;) bytes.Write(buffer, 0, read);
        bytes.Position = 0;
        return bytes;
    }

    private IDataProtector ProtectorOf(Actor actor) => protection.CreateProtector("word-import", actor.AgencyId, actor.PersonId);
}
