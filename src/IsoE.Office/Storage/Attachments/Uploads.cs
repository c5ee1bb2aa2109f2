using System.Buffers;
using IsoE.Office.Storage.Attachments.Screening;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Storage.Attachments;

/// <summary>Receives files in pieces: a connection that breaks costs one piece, and another device can go on.</summary>
/// <remarks>
/// The length of the unfinished file is the offset: nothing else has to be kept in step with it. The piece is streamed to
/// disk; what goes beyond the announced size is not read.
/// </remarks>
public sealed class Uploads(OfficeDb db, AttachmentStore store, OfficeOptions options, TimeProvider clock)
{
    private const int BufferSize = 80 * 1024;

    /// <summary>More than any procedure asks for, so that nobody fills the disk.</summary>
    private const int MostFiles = 60;

    private string Folder => Path.Combine(options.DataDirectory, "uploads");

    /// <summary>Announces a file.</summary>
    /// <exception cref="RejectedException"><c>file-empty</c>, <c>file-too-large</c>, <c>file-type</c>, <c>file-name</c>, <c>too-many-files</c>.</exception>
    public async Task<UploadRow> Begin(string agencyId, string ownerId, string? component, string name, long size, CancellationToken cancel)
    {
        if (size <= 0) throw Rejections.FileEmpty();
        if (size > options.MaxAttachmentBytes) throw Rejections.FileTooLarge(options.MaxAttachmentBytes);
        if (!FileType.IsAccepted(name)) throw Rejections.FileType(name);
        FileNames.RefuseHiddenProgram(name);
        if (await db.Set<UploadRow>().CountAsync(row => row.OwnerId == ownerId, cancel) >= MostFiles) throw Rejections.TooManyFiles(MostFiles);
        var now = clock.GetUtcNow();
        var upload = new UploadRow
        {
            AgencyId = agencyId,
            Id = RowId.New(now),
            OwnerId = ownerId,
            Component = component,
            Name = FileNames.Clean(name),
            Size = size,
            BegunAt = now,
        };
        db.Add(upload);
        await db.SaveChangesAsync(cancel);
        return upload;
    }

    /// <summary>The file announced, or null.</summary>
    public Task<UploadRow?> Find(string ownerId, string id, CancellationToken cancel) =>
        db.Set<UploadRow>().SingleOrDefaultAsync(row => row.OwnerId == ownerId && row.Id == id, cancel);

    /// <summary>What has been announced for an owner, the first first.</summary>
    public async Task<IReadOnlyList<UploadRow>> Of(string ownerId, CancellationToken cancel) =>
        await db.Set<UploadRow>().AsNoTracking().Where(row => row.OwnerId == ownerId).OrderBy(row => row.Id).ToListAsync(cancel);

    /// <summary>How many bytes have arrived.</summary>
    public long Offset(UploadRow upload) =>
        upload.Sha256 is not null ? upload.Size : new FileInfo(PathOf(upload.Id)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Takes the next piece; the last one completes the file, which is checked and stored.</summary>
    /// <param name="offset">Where the piece begins.</param>
    /// <returns>How many bytes have arrived now.</returns>
    /// <exception cref="RejectedException">
    /// <c>upload-offset</c>: the piece does not go on where the file ends; <c>file-too-large</c>: more came than was announced;
    /// and those of <see cref="AttachmentStore.Store"/>, after which the file is forgotten.
    /// </exception>
    public async Task<long> Append(UploadRow upload, long offset, Stream piece, CancellationToken cancel)
    {
        if (upload.Sha256 is not null) return upload.Size;
        Directory.CreateDirectory(Folder);
        var arrived = await Write(upload, offset, piece, cancel);
        if (arrived < upload.Size) return arrived;
        await Complete(upload, cancel);
        return upload.Size;
    }

    /// <summary>Takes a whole file at once, from a page without script.</summary>
    /// <exception cref="RejectedException">Those of <see cref="Begin"/> and <see cref="Append"/>.</exception>
    public async Task Take(string agencyId, string ownerId, string? component, string name, long size, Stream content, CancellationToken cancel) =>
        await Append(await Begin(agencyId, ownerId, component, name, size, cancel), 0, content, cancel);

    public async Task Remove(UploadRow upload, CancellationToken cancel)
    {
        db.Remove(upload);
        await db.SaveChangesAsync(cancel);
        File.Delete(PathOf(upload.Id));
    }

    /// <summary>Forgets the rows of an owner: its files belong to a dossier now, or to nothing.</summary>
    public async Task Release(string ownerId, CancellationToken cancel)
    {
        foreach (var upload in await Of(ownerId, cancel)) File.Delete(PathOf(upload.Id));
        await db.Set<UploadRow>().Where(row => row.OwnerId == ownerId).ExecuteDeleteAsync(cancel);
    }

    internal string PathOf(string id) => Path.Combine(Folder, id);

    private async Task<long> Write(UploadRow upload, long offset, Stream piece, CancellationToken cancel)
    {
        await using var file = OpenAlone(upload.Id);
        if (file.Length != offset) throw Rejections.UploadOffset(file.Length);
        file.Position = offset;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await piece.ReadAsync(buffer.AsMemory(0, BufferSize), cancel)) > 0)
            {
                if (file.Position + read > upload.Size) throw Rejections.FileTooLarge(upload.Size);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            await file.FlushAsync(cancel);
            return file.Position;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Two pieces at once would be written over each other.</summary>
    private FileStream OpenAlone(string id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 0, useAsync: true);
        }
        catch (IOException)
        {
            throw Rejections.UploadBusy();
        }
    }

    private async Task Complete(UploadRow upload, CancellationToken cancel)
    {
        try
        {
            await using var whole = new FileStream(PathOf(upload.Id), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);
            var stored = await store.Store(whole, upload.Name, cancel);
            (upload.Sha256, upload.ContentType) = (stored.Sha256, stored.ContentType);
            await db.SaveChangesAsync(cancel);
        }
        catch (RejectedException)
        {
            await Remove(upload, cancel);
            throw;
        }

        File.Delete(PathOf(upload.Id));
    }
}
