using System.Buffers;
using System.Security.Cryptography;
using IsoE.Office.Storage.Attachments.Screening;
using IsoE.Workflows;

namespace IsoE.Office.Storage.Attachments;

/// <summary>Keeps files under the hash of their bytes: the same file is kept once, and none is ever overwritten.</summary>
/// <remarks>
/// A file is stored before the step that refers to it; files that no row refers to are removed by a job. Layout:
/// <c>attachments/ab/cdef...</c>, the hash split after two digits.
/// </remarks>
public sealed class AttachmentStore(OfficeOptions options)
{
    private const int BufferSize = 80 * 1024;

    /// <summary>Longer than anybody takes to fill in the form the file was chosen in: so long its row may be still to come.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private string Root => Path.Combine(options.DataDirectory, "attachments");

    /// <summary>Stores the bytes of <paramref name="content"/>, which is read once and never held in memory whole.</summary>
    /// <exception cref="RejectedException">The file is empty, too large, of a type that is not accepted, or could harm who opens it.</exception>
    public async Task<StoredFile> Store(Stream content, string name, CancellationToken cancel)
    {
        var incoming = Path.Combine(Root, "incoming");
        Directory.CreateDirectory(incoming);
        var temporary = Path.Combine(incoming, Path.GetRandomFileName());
        try
        {
            var (hash, size, start) = await Copy(content, temporary, cancel);
            var type = FileType.Of(start, name) ?? throw Rejections.FileType(name);
            FileScreening.Check(temporary, type, name);
            var target = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // The newer copy replaces the same bytes: its date keeps it from being cleaned up before its row is written.
            File.Move(temporary, target, overwrite: true);
            return new StoredFile(hash, FileNames.Clean(name), type.MediaType, size);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    public long SizeOf(string sha256) => new FileInfo(PathOf(sha256)).Length;

    /// <summary>Opens a stored file for reading.</summary>
    /// <exception cref="FileNotFoundException">No such file: the store was not restored with the database.</exception>
    public Stream Open(string sha256) =>
        new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);

    /// <summary>The whole of a stored file that is known to be small.</summary>
    /// <exception cref="FileNotFoundException">No such file: the store was not restored with the database.</exception>
    public Task<byte[]> Read(string sha256, CancellationToken cancel) => File.ReadAllBytesAsync(PathOf(sha256), cancel);

    /// <summary>
    /// Removes a file for good. One that was stored again within the day stays for the row that may come, and for
    /// <see cref="AttachmentCleanup"/> if none does; one that is gone already is no matter.
    /// </summary>
    internal void Remove(string sha256, DateTimeOffset now)
    {
        var file = new FileInfo(PathOf(sha256));
        if (file.Exists && IsPastGrace(file, now)) file.Delete();
    }

    /// <summary>Stored files, and unfinished ones, whose row would have been written by now.</summary>
    internal IEnumerable<FileInfo> FilesPastGrace(DateTimeOffset now) => Directory.Exists(Root)
        ? new DirectoryInfo(Root).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => IsPastGrace(file, now))
        : [];

    private static bool IsPastGrace(FileInfo file, DateTimeOffset now) => file.LastWriteTimeUtc < (now - Grace).UtcDateTime;

    internal string PathOf(string sha256) => Path.Combine(Root, sha256[..2], sha256[2..]);

    private async Task<(string Hash, long Size, byte[] Start)> Copy(Stream content, string path, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var start = Array.Empty<byte>();
            var size = 0L;
            int read;
            while ((read = await content.ReadAtLeastAsync(buffer, FileType.StartLength, throwOnEndOfStream: false, cancel)) > 0)
            {
                if (size == 0)
                    start = buffer[..Math.Min(read, FileType.StartLength)];
                size += read;
                if (size > options.MaxAttachmentBytes)
                    throw Rejections.FileTooLarge(options.MaxAttachmentBytes);
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            if (size == 0)
                throw Rejections.FileEmpty();
            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size, start);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>A file in the store, ready to be named by an <see cref="AttachmentRow"/>.</summary>
public sealed record StoredFile(string Sha256, string Name, string ContentType, long Size);
