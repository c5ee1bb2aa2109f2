using System.Buffers;
using System.IO.Compression;

namespace IsoE.Office.Storage.Attachments.Screening;

/// <summary>Looks into Word, Excel and ZIP files: what they unpack to, and whether a program is inside.</summary>
internal static class ArchiveScreening
{
    private const int MostEntries = 5_000;
    private const long MostUnpacked = 300L * 1024 * 1024;

    private static readonly HashSet<string> Archives = new(StringComparer.OrdinalIgnoreCase) { ".zip", ".rar", ".7z", ".gz", ".bz2", ".xz", ".tar", ".iso", ".cab" };

    /// <exception cref="IsoE.Workflows.RejectedException"><c>file-type</c>, <c>file-bomb</c>, <c>file-active</c>, <c>file-unreadable</c>.</exception>
    public static void Check(string path, FileType type, string name)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (!HoldsWhatItIsCalled(archive, type)) throw Rejections.FileType(name);
            if (archive.Entries.Count > MostEntries || archive.Entries.Any(entry => Archives.Contains(Path.GetExtension(entry.Name)))) throw Rejections.FileBomb(name);
            if (archive.Entries.Any(entry => FileNames.IsProgram(entry.Name) || entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                throw Rejections.FileActive(name);
            Unpack(archive, name);
        }
        catch (InvalidDataException)
        {
            throw Rejections.FileUnreadable(name);
        }
    }

    private static bool HoldsWhatItIsCalled(ZipArchive archive, FileType type) => type.Extension switch
    {
        "docx" => archive.GetEntry("word/document.xml") is not null,
        "xlsx" => archive.GetEntry("xl/workbook.xml") is not null,
        _ => true,
    };

    /// <summary>What an archive says of its own size may be a lie: it is counted, and thrown away.</summary>
    private static void Unpack(ZipArchive archive, string name)
    {
        var left = MostUnpacked;
        var buffer = ArrayPool<byte>.Shared.Rent(80 * 1024);
        try
        {
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                int read;
                while ((read = content.Read(buffer)) > 0)
                    if ((left -= read) < 0) throw Rejections.FileBomb(name);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
