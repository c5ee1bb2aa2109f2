using System.IO.Compression;
using IsoE.Office.Storage.Migrations;
using IsoE.Workflows;

namespace IsoE.Office.Storage.Backup;

/// <summary>Puts the database and the files it names into one file, and back.</summary>
/// <remarks>
/// A zip with <c>backup.json</c>, the database (<c>isoe.db</c> or <c>isoe.dump</c>), <c>attachments/</c> and <c>logs/</c>. The
/// database is taken first: files are only ever added, so every file it names is in the archive.
/// </remarks>
public sealed class DatabaseBackup(OfficeOptions options, DatabaseSchema schema, TimeProvider clock)
{
    private const string Manifest = "backup.json";

    /// <summary>Folders of the data folder, and which of their folders hold what is complete: what is still coming in lies beside them.</summary>
    private static readonly (string Name, string Complete)[] Folders = [("attachments/", "??"), ("logs/", "*")];

    private IDatabaseCopy Copy => options.Database is DatabaseKind.Postgres
        ? new PostgresCopy(options.ConnectionString)
        : new SqliteCopy(options.ConnectionString);

    /// <summary>Writes a backup while the office goes on working.</summary>
    /// <exception cref="RejectedException">The file is there already, or PostgreSQL's own tools are missing.</exception>
    public async Task Write(string file, CancellationToken cancel)
    {
        if (File.Exists(file))
            throw BackupRejections.FileExists(file);
        var temporary = file + ".part";
        using var work = new WorkFolder();
        try
        {
            var database = Path.Combine(work.Path, Copy.FileName);
            await Copy.Save(database, cancel);
            await using (var archive = await ZipFile.OpenAsync(temporary, ZipArchiveMode.Create, cancel))
            {
                await AddManifest(archive, cancel);
                await archive.CreateEntryFromFileAsync(database, Copy.FileName, CompressionLevel.Fastest, cancel);
                foreach (var (name, complete) in Folders) await AddFiles(archive, name, complete, cancel);
            }

            File.Move(temporary, file);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Replaces nothing unless told: restores into an office that has no database yet.</summary>
    /// <param name="replace">Overwrite the database that is there.</param>
    /// <exception cref="RejectedException">
    /// The file is not a backup of this kind of database or of a newer version; there is a database; tools are missing.
    /// </exception>
    public async Task Restore(string file, bool replace, CancellationToken cancel)
    {
        if (!File.Exists(file))
            throw BackupRejections.FileMissing(file);
        if (!replace && await Copy.Exists(cancel))
            throw BackupRejections.DatabaseExists();
        using var work = new WorkFolder();
        await Unpack(file, work.Path, cancel);
        await Copy.Load(Path.Combine(work.Path, Copy.FileName), cancel);
        foreach (var (name, _) in Folders) RestoreFiles(work.Path, name);
        await schema.Migrate(cancel);
        await schema.Analyze(cancel);
    }

    private async Task AddManifest(ZipArchive archive, CancellationToken cancel)
    {
        await using var entry = await archive.CreateEntry(Manifest).OpenAsync(cancel);
        await using var writer = new StreamWriter(entry);
        await writer.WriteAsync(OfficeJson.Write(new BackupManifest(options.Database, Instant.ToStored(clock.GetUtcNow()))).AsMemory(), cancel);
    }

    private async Task AddFiles(ZipArchive archive, string name, string complete, CancellationToken cancel)
    {
        var root = new DirectoryInfo(Path.Combine(options.DataDirectory, name));
        if (!root.Exists)
            return;
        foreach (var folder in root.EnumerateDirectories(complete))
            foreach (var stored in folder.EnumerateFiles())
                await archive.CreateEntryFromFileAsync(
                    stored.FullName, $"{name}{folder.Name}/{stored.Name}", CompressionLevel.NoCompression, cancel);
    }

    private async Task Unpack(string file, string folder, CancellationToken cancel)
    {
        try
        {
            await ZipFile.ExtractToDirectoryAsync(file, folder, cancel);
            var manifest = OfficeJson.Read<BackupManifest>(await File.ReadAllTextAsync(Path.Combine(folder, Manifest), cancel));
            if (manifest.Database != options.Database)
                throw BackupRejections.OtherDatabase(manifest.Database, options.Database);
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException or System.Text.Json.JsonException)
        {
            throw BackupRejections.NotABackup(file);
        }
    }

    private void RestoreFiles(string unpacked, string name)
    {
        var from = Path.Combine(unpacked, name);
        if (!Directory.Exists(from))
            return;
        foreach (var stored in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(options.DataDirectory, name, Path.GetRelativePath(from, stored));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(stored, target, overwrite: true);
        }
    }

    private sealed record BackupManifest(DatabaseKind Database, DateTimeOffset CreatedAt);

    private sealed class WorkFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("isoe-backup-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
