using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IsoE.Documents.Typesetting;

/// <summary>The language spoken with the worker: 4-byte little-endian length, JSON header, then the bytes it announces.</summary>
internal static class WorkerFrames
{
    private const int LargestHeader = 1 << 20;
    private const int LargestPdf = 1 << 30;

    public static async Task Write(Stream stream, DocumentJob job, string? overrides, CancellationToken cancel)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(job.Data);
        var assets = job.Assets.OrderBy(a => a.Key, StringComparer.Ordinal).ToList();
        var header = JsonSerializer.SerializeToUtf8Bytes(Header(job, overrides, data.Length, assets));
        var prefix = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, header.Length);
        await stream.WriteAsync(prefix, cancel);
        await stream.WriteAsync(header, cancel);
        await stream.WriteAsync(data, cancel);
        foreach (var asset in assets)
            await stream.WriteAsync(asset.Value, cancel);
        await stream.FlushAsync(cancel);
    }

    /// <returns>The document in each standard that was asked for, or what was wrong.</returns>
    /// <exception cref="EndOfStreamException">The worker ended.</exception>
    /// <exception cref="InvalidDataException">Something else than a frame came.</exception>
    public static async Task<(bool Ok, IReadOnlyList<byte[]> Bodies)> Read(Stream stream, CancellationToken cancel)
    {
        var prefix = new byte[4];
        await stream.ReadExactlyAsync(prefix, cancel);
        var text = new byte[Bounded(BinaryPrimitives.ReadInt32LittleEndian(prefix), LargestHeader)];
        await stream.ReadExactlyAsync(text, cancel);
        using var header = JsonDocument.Parse(text);
        var bodies = new List<byte[]>();
        foreach (var length in header.RootElement.GetProperty("lengths").EnumerateArray())
        {
            var body = new byte[Bounded(length.GetInt32(), LargestPdf)];
            await stream.ReadExactlyAsync(body, cancel);
            bodies.Add(body);
        }

        return (header.RootElement.GetProperty("ok").GetBoolean(), bodies);
    }

    private static JsonObject Header(DocumentJob job, string? overrides, int dataLength, List<KeyValuePair<string, byte[]>> assets)
    {
        var at = job.CreatedAt.ToUniversalTime();
        return new JsonObject
        {
            ["template"] = job.Template,
            ["overrides"] = overrides,
            ["standards"] = new JsonArray(job.Standard == PdfStandard.A3a ? "a-3a" : "a-2a", "ua-1"),
            ["title"] = job.Title,
            ["author"] = job.Author,
            ["language"] = job.Language,
            ["date"] = new JsonObject
            {
                ["year"] = at.Year,
                ["month"] = at.Month,
                ["day"] = at.Day,
                ["hour"] = at.Hour,
                ["minute"] = at.Minute,
                ["second"] = at.Second,
            },
            ["dataLength"] = dataLength,
            ["assets"] = new JsonArray([.. assets.Select(a => new JsonObject { ["name"] = a.Key, ["length"] = a.Value.Length })]),
        };
    }

    private static int Bounded(int length, int largest) =>
        length >= 0 && length <= largest ? length : throw new InvalidDataException($"A frame of {length} bytes.");
}
