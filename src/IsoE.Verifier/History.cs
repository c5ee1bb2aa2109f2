using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IsoE.Verifier;

/// <summary>The history of one dossier: recomputes what ties each row to the row before it.</summary>
/// <remarks>
/// A row's hash is SHA-256 of: the previous hash; agency, instance, sequence, type; the digest of the data; instant in
/// microseconds since 1970, actor, command. Texts are preceded by their length in 4 bytes, absent ones are FFFFFFFF alone;
/// numbers are 8 bytes; all big-endian. The digest is SHA-256 of the row's random bytes and its data.
/// </remarks>
internal static class History
{
    private const string Erasure = "HistoryErased";
    private const string Erased = "{}";

    /// <returns>The last row's sequence and hash.</returns>
    /// <exception cref="DamagedException">The first row that does not fit.</exception>
    public static (long Sequence, byte[] Hash) Check(string agency, string instance, IReadOnlyList<JsonElement> rows)
    {
        var (last, expected) = (new byte[32], 1L);
        var unsaid = new SortedSet<long>();
        foreach (var row in rows)
        {
            if (row.ValueKind != JsonValueKind.Object || row.Whole("sequence") != expected)
                throw new DamagedException($"thiếu dòng lịch sử {expected}", $"row {expected} of the history is missing");
            if (!row.Hex("previous").AsSpan().SequenceEqual(last) || !Fits(agency, instance, row))
                throw new DamagedException($"dòng lịch sử {expected} đã bị thay đổi", $"row {expected} of the history was changed");
            if (row.TextOrNull("nonce") is null) unsaid.Add(expected);
            else if (row.Text("type") == Erasure) unsaid.ExceptWith(Json.Parse(Encoding.UTF8.GetBytes(row.Text("data")), "data").List("sequences").Select(Number));
            (last, expected) = (row.Hex("hash"), expected + 1);
        }

        return unsaid.Count == 0
            ? (expected - 1, last)
            : throw new DamagedException(
                $"nội dung dòng lịch sử {unsaid.Min} đã bị xóa mà không có dòng nào ghi việc xóa theo luật",
                $"the content of row {unsaid.Min} was erased, and no row says that the law had it erased");
    }

    private static bool Fits(string agency, string instance, JsonElement row)
    {
        var (data, digest) = (row.Text("data"), row.Hex("digest"));
        var isContent = row.TextOrNull("nonce") is { } nonce
            ? SHA256.HashData([.. Json.FromHex(nonce, "nonce"), .. Encoding.UTF8.GetBytes(data)]).AsSpan().SequenceEqual(digest)
            : data == Erased;
        return isContent && HashOf(agency, instance, row, digest).AsSpan().SequenceEqual(row.Hex("hash"));
    }

    private static byte[] HashOf(string agency, string instance, JsonElement row, byte[] digest)
    {
        using var bytes = new MemoryStream();
        bytes.Write(row.Hex("previous"));
        Write(bytes, agency);
        Write(bytes, instance);
        Write(bytes, row.Whole("sequence"));
        Write(bytes, row.Text("type"));
        bytes.Write(digest);
        Write(bytes, Microseconds(row.Text("at")));
        Write(bytes, row.Text("actor"));
        Write(bytes, row.TextOrNull("command"));
        return SHA256.HashData(bytes.ToArray());
    }

    /// <summary>The hash of an entry of a seal.</summary>
    public static byte[] LeafOf(string kind, string subject, long sequence, byte[] hash)
    {
        using var bytes = new MemoryStream();
        Write(bytes, kind);
        Write(bytes, subject);
        Write(bytes, sequence);
        bytes.Write(hash);
        return Merkle.HashOfLeaf(bytes.ToArray());
    }

    private static void Write(MemoryStream bytes, string? text)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        bytes.Write(length);
        if (text is not null) bytes.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void Write(MemoryStream bytes, long number)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(eight, number);
        bytes.Write(eight);
    }

    private static long Microseconds(string at) =>
        DateTimeOffset.TryParseExact(at, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond
            : throw Json.Damaged("at");

    private static long Number(JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) ? number : -1;
}
