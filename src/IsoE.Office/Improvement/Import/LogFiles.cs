using System.IO.Compression;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Logs;

namespace IsoE.Office.Improvement.Import;

/// <summary>Keeps imported logs as files: as they came until they are read, then as compressed XES, each case whole and in order.</summary>
/// <remarks>Layout: <c>logs/AGENCY/ID.source</c> and <c>logs/AGENCY/ID.xes.gz</c> in the data folder.</remarks>
public sealed class LogFiles(OfficeOptions options)
{
    /// <summary>Largest file accepted, in bytes.</summary>
    public const long LargestFile = 4L * 1024 * 1024 * 1024;

    /// <summary>Keeps the bytes as they came, unpacked where they were packed.</summary>
    /// <exception cref="RejectedException"><c>log-empty</c>, <c>log-too-large</c>, <c>log-malformed</c>.</exception>
    internal async Task KeepSource(string agencyId, string id, Stream content, CancellationToken cancel)
    {
        var target = SourceOf(agencyId, id);
        var packed = target + ".gz";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            await Copy(content, target, cancel);
            if (!IsPacked(target)) return;
            File.Move(target, packed);
            await using var unpacked = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
            await Copy(unpacked, target, cancel);
        }
        catch (Exception wrong)
        {
            File.Delete(target);
            if (wrong is InvalidDataException) throw CsvTable.Malformed(1, new Text("tệp nén bị hỏng", "the packed file is damaged"));
            throw;
        }
        finally
        {
            File.Delete(packed);
        }
    }

    internal string SourceOf(string agencyId, string id) => Path.Combine(options.DataDirectory, "logs", agencyId, $"{id}.source");

    /// <summary>The beginning of the bytes tells: XML is XES, anything else is a table.</summary>
    internal LogForm FormOf(string agencyId, string id)
    {
        using var source = OpenSource(agencyId, id);
        Span<byte> start = stackalloc byte[64];
        ReadOnlySpan<byte> read = start[..source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        // A mark of the encoding, or the empty half of a UTF-16 letter, may stand before the bracket.
        ReadOnlySpan<byte> before = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];
        return read.TrimStart(before) is [(byte)'<', ..] ? LogForm.Xes : LogForm.Csv;
    }

    internal Stream OpenSource(string agencyId, string id) => File.OpenRead(SourceOf(agencyId, id));

    /// <summary>Writes the cases and removes the source; <paramref name="each"/> sees every case.</summary>
    internal void Write(string agencyId, string id, string name, IEnumerable<LogCase> cases, Action<LogCase> each)
    {
        var (target, unfinished) = (FileOf(agencyId, id), FileOf(agencyId, id) + ".part");
        try
        {
            using (var file = new GZipStream(File.Create(unfinished), CompressionLevel.Fastest))
            using (var writer = new XesWriter(file, name))
                foreach (var @case in cases)
                {
                    each(@case);
                    writer.Write(@case);
                }

            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        File.Delete(SourceOf(agencyId, id));
    }

    /// <summary>The cases of an imported log, one after the other.</summary>
    public IEnumerable<LogCase> Read(string agencyId, string id)
    {
        using var file = new GZipStream(File.OpenRead(FileOf(agencyId, id)), CompressionMode.Decompress);
        foreach (var @case in XesReader.Read(file, new LogIntake())) yield return @case;
    }

    internal void Remove(string agencyId, string id)
    {
        File.Delete(SourceOf(agencyId, id));
        File.Delete(FileOf(agencyId, id));
    }

    private static async Task Copy(Stream content, string target, CancellationToken cancel)
    {
        await using var file = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None);
        var (buffer, size) = (new byte[128 * 1024], 0L);
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if ((size += read) > LargestFile) throw TooLarge();
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        if (size == 0) throw Empty();
    }

    private static bool IsPacked(string file)
    {
        using var source = File.OpenRead(file);
        return source.ReadByte() == 0x1F && source.ReadByte() == 0x8B;
    }

    private string FileOf(string agencyId, string id) => Path.Combine(options.DataDirectory, "logs", agencyId, $"{id}.xes.gz");

    private static RejectedException TooLarge() => new("log-too-large", new Text(
        "Tệp lớn hơn 4 GB. Hãy chia nhật ký theo khoảng thời gian rồi nhập từng tệp.",
        "The file is larger than 4 GB. Split the log by time and import the parts."))
    {
        Field = "Upload",
    };

    private static RejectedException Empty() => new("log-empty", new Text("Tệp không có gì bên trong.", "The file is empty.")) { Field = "Upload" };
}
