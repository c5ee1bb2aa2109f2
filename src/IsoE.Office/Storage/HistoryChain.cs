using System.Buffers;
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

    /// <summary>Length written for a text that is not there: FFFFFFFF.</summary>
    private const int Absent = -1;

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
        var buffer = ArrayPool<byte>.Shared.Rent(
            previous.Length + 16 + Room(agencyId) + Room(instanceId) + Room(type) + Room(data) + Room(actorId) + Room(commandId));
        try
        {
            var writer = new Writer(buffer);
            writer.Append(previous);
            writer.Append(agencyId);
            writer.Append(instanceId);
            writer.Append(sequence);
            writer.Append(type);
            writer.Append(data);
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

    private static int Room(string? text) => sizeof(int) + Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);

    private ref struct Writer(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

        public void Append(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_buffer[_length..]);
            _length += bytes.Length;
        }

        public void Append(long number)
        {
            BinaryPrimitives.WriteInt64BigEndian(_buffer[_length..], number);
            _length += sizeof(long);
        }

        public void Append(string? text)
        {
            var size = text is null ? Absent : Encoding.UTF8.GetBytes(text, _buffer[(_length + sizeof(int))..]);
            BinaryPrimitives.WriteInt32BigEndian(_buffer[_length..], size);
            _length += sizeof(int) + Math.Max(size, 0);
        }
    }
}
