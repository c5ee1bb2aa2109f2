using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IsoE.Office.Storage;

/// <summary>The hash that ties each history row to the row before it.</summary>
/// <remarks>
/// The canonical byte form of a row is, in this order: the 32 bytes of the previous hash; agency id; instance id;
/// sequence; type; the 32 bytes of the digest of the data; instant; actor id; command id. A text is its length in bytes
/// as 4 bytes big-endian and then its UTF-8 bytes; an absent text is the length FFFFFFFF alone. The sequence is 8 bytes
/// big-endian, the instant the microseconds since 1970-01-01T00:00:00Z as 8 bytes big-endian. The hash is the SHA-256
/// of these bytes. The digest of the data is the SHA-256 of the row's 16 random bytes and the UTF-8 bytes of the data:
/// without the random bytes nobody can guess what an erased row said, and the chain holds all the same.
/// </remarks>
public static class HistoryChain
{
    /// <summary>Type of the row that says which rows of its instance were erased lawfully; its data name them as <c>sequences</c>.</summary>
    public const string Erasure = "HistoryErased";

    /// <summary>What stands in an erased row.</summary>
    public const string ErasedData = "{}";

    private const int NonceSize = 16;

    /// <summary>Stands before the first row of an instance.</summary>
    public static byte[] Origin => new byte[SHA256.HashSizeInBytes];

    /// <summary>A row that follows the one whose hash is <paramref name="previous"/>, with random bytes of its own.</summary>
    public static HistoryRow Link(
        byte[] previous,
        string agencyId,
        string instanceId,
        long sequence,
        string type,
        string data,
        DateTimeOffset at,
        string actorId,
        string? commandId)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var digest = Digest(nonce, data);
        return new HistoryRow
        {
            AgencyId = agencyId,
            InstanceId = instanceId,
            Sequence = sequence,
            Type = type,
            Data = data,
            DataNonce = nonce,
            DataDigest = digest,
            At = at,
            ActorId = actorId,
            CommandId = commandId,
            PreviousHash = previous,
            Hash = Hash(previous, agencyId, instanceId, sequence, type, digest, at, actorId, commandId),
        };
    }

    public static byte[] HashOf(HistoryRow row) =>
        Hash(row.PreviousHash, row.AgencyId, row.InstanceId, row.Sequence, row.Type, row.DataDigest, row.At, row.ActorId, row.CommandId);

    /// <summary>True when the row is what was written, or what lawful erasure has left of it.</summary>
    public static bool Fits(HistoryRow row) =>
        row.Hash.AsSpan().SequenceEqual(HashOf(row))
        && (row.DataNonce is { } nonce ? row.DataDigest.AsSpan().SequenceEqual(Digest(nonce, row.Data)) : row.Data == ErasedData);

    /// <summary>What a row of type <see cref="Erasure"/> says is gone; nothing when it was written by hand and cannot be read.</summary>
    public static ErasedContent ErasedBy(HistoryRow row)
    {
        try
        {
            var content = OfficeJson.Read<ErasedContent>(row.Data);
            return new ErasedContent(content.Sequences ?? [], content.Files ?? []);
        }
        catch (JsonException)
        {
            return new ErasedContent([], []);
        }
    }

    /// <summary>SHA-256 of the random bytes and the data.</summary>
    public static byte[] Digest(byte[] nonce, string data)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(nonce.Length + Encoding.UTF8.GetMaxByteCount(data.Length));
        try
        {
            nonce.CopyTo(buffer, 0);
            return SHA256.HashData(buffer.AsSpan(0, nonce.Length + Encoding.UTF8.GetBytes(data, buffer.AsSpan(nonce.Length))));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Hash(
        byte[] previous,
        string agencyId,
        string instanceId,
        long sequence,
        string type,
        byte[] digest,
        DateTimeOffset at,
        string actorId,
        string? commandId)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(
            previous.Length + digest.Length + 16 + CanonicalWriter.Room(agencyId, instanceId, type, actorId, commandId));
        try
        {
            var writer = new CanonicalWriter(buffer);
            writer.Append(previous);
            writer.Append(agencyId);
            writer.Append(instanceId);
            writer.Append(sequence);
            writer.Append(type);
            writer.Append(digest);
            writer.Append((at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);
            writer.Append(actorId);
            writer.Append(commandId);
            return SHA256.HashData(writer.Written);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <param name="Sequences">Rows of the instance whose data are gone.</param>
/// <param name="Files">SHA-256 of files that are gone, lower-case hexadecimal.</param>
public sealed record ErasedContent(IReadOnlyList<long> Sequences, IReadOnlyList<string> Files);
