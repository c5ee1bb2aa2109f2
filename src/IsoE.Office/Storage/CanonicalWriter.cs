using System.Buffers.Binary;
using System.Text;

namespace IsoE.Office.Storage;

/// <summary>Writes the canonical bytes that hashes are taken of.</summary>
/// <remarks>
/// A text is its length in bytes as 4 bytes big-endian and then its UTF-8 bytes; an absent text is the length FFFFFFFF
/// alone; a number is 8 bytes big-endian.
/// </remarks>
internal ref struct CanonicalWriter(Span<byte> buffer)
{
    /// <summary>Length written for a text that is not there: FFFFFFFF.</summary>
    private const int Absent = -1;

    private readonly Span<byte> _buffer = buffer;
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    /// <summary>Bytes that the texts need at most.</summary>
    public static int Room(params ReadOnlySpan<string?> texts)
    {
        var room = 0;
        foreach (var text in texts)
            room += sizeof(int) + Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);
        return room;
    }

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
