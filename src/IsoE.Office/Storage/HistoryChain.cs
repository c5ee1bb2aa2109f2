using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IsoE.Office.Storage;

/// <summary>The hash that ties each history row to the row before it.</summary>
/// <remarks>
/// The canonical byte form of a row is, in this order: the 32 bytes of the previous hash; agency id; instance id;
/// sequence; type; data; instant; actor id; command id. A text is its length in bytes as 4 bytes big-endian and then
/// its UTF-8 bytes; an absent text is the length FFFFFFFF alone. The sequence is 8 bytes big-endian, the instant the
/// microseconds since 1970-01-01T00:00:00Z as 8 bytes big-endian. The hash is the SHA-256 of these bytes.
/// </remarks>
public static class HistoryChain
{
    /// <summary>Stands before the first row of an instance.</summary>
    public static byte[] Origin => new byte[SHA256.HashSizeInBytes];

    public static byte[] HashOf(HistoryRow row) =>
        Hash(row.PreviousHash, row.AgencyId, row.InstanceId, row.Sequence, row.Type, row.Data, row.At, row.ActorId, row.CommandId);

    internal static byte[] Hash(
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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Append(hash, agencyId);
        Append(hash, instanceId);
        Append(hash, sequence);
        Append(hash, type);
        Append(hash, data);
        Append(hash, (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);
        Append(hash, actorId);
        Append(hash, commandId);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        Span<byte> length = stackalloc byte[4];
        if (text is null)
        {
            length.Fill(0xFF);
            hash.AppendData(length);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
