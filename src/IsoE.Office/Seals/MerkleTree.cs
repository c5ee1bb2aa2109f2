using System.Numerics;
using System.Security.Cryptography;

namespace IsoE.Office.Seals;

/// <summary>A Merkle tree over the entries of a log, with the proofs of RFC 9162 section 2.1.</summary>
/// <remarks>A leaf is SHA-256 of 00 and the entry, a node SHA-256 of 01, its left and its right child.</remarks>
public sealed class MerkleTree
{
    private const int Width = SHA256.HashSizeInBytes;

    /// <summary>Nodes by height above the leaves; one without a sibling stands again, unchanged, one level up.</summary>
    private readonly List<byte[]> _levels;

    /// <param name="leaves">Hashes of the leaves, 32 bytes each, one behind the other; the tree keeps the array.</param>
    public MerkleTree(byte[] leaves)
    {
        _levels = [leaves];
        while (_levels[^1].Length > Width)
            _levels.Add(Above(_levels[^1]));
    }

    /// <summary>Number of leaves.</summary>
    public long Size => _levels[0].Length / Width;

    public static byte[] HashOfLeaf(ReadOnlySpan<byte> entry)
    {
        Span<byte> bytes = entry.Length < 1024 ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        bytes[0] = 0;
        entry.CopyTo(bytes[1..]);
        return SHA256.HashData(bytes);
    }

    /// <summary>The root when the log had its first <paramref name="size"/> entries; SHA-256 of nothing for an empty log.</summary>
    public byte[] Root(long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        if (size == 0) return SHA256.HashData([]);
        return FullTrees(size).Select(part => Node(part.Height, part.Index)).Reverse().Aggregate((right, left) => HashOfNode(left, right));
    }

    /// <summary>The hashes beside the way from a leaf up to the root of the whole tree.</summary>
    public IReadOnlyList<byte[]> Inclusion(long place)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Size);
        var path = new List<byte[]>();
        for (var height = 0; height < _levels.Count - 1; height++, place >>= 1)
            if ((place ^ 1) < _levels[height].Length / Width)
                path.Add(Node(height, place ^ 1));
        return path;
    }

    /// <summary>The hashes by which the tree of the first <paramref name="size"/> entries is proved to be the beginning of this one.</summary>
    public IReadOnlyList<byte[]> Consistency(long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        var proof = new List<byte[]>();
        if (size > 0 && size < Size) Consistency(size, 0, Size, isWhole: true, proof);
        return proof;
    }

    public static byte[] HashOfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Width)];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Width)..]);
        return SHA256.HashData(bytes);
    }

    /// <summary>SUBPROOF of RFC 9162 section 2.1.4.1 over the leaves from <paramref name="start"/> to <paramref name="end"/>.</summary>
    private void Consistency(long size, long start, long end, bool isWhole, List<byte[]> proof)
    {
        if (size == end - start)
        {
            if (!isWhole) proof.Add(Range(start, end));
            return;
        }

        var split = (long)BitOperations.RoundUpToPowerOf2((ulong)(end - start)) / 2;
        if (size <= split)
        {
            Consistency(size, start, start + split, isWhole, proof);
            proof.Add(Range(start + split, end));
        }
        else
        {
            Consistency(size - split, start + split, end, isWhole: false, proof);
            proof.Add(Range(start, start + split));
        }
    }

    /// <summary>The node over a range that the tree has as one: it begins at a multiple of its width, and only at the end it may be short.</summary>
    private byte[] Range(long start, long end)
    {
        var height = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((ulong)(end - start)));
        return Node(height, start >> height);
    }

    private byte[] Node(int height, long index) => _levels[height].AsSpan((int)(index * Width), Width).ToArray();

    /// <summary>The full subtrees, from the left, that together hold the first <paramref name="size"/> leaves.</summary>
    private static IEnumerable<(int Height, long Index)> FullTrees(long size)
    {
        var start = 0L;
        for (var height = BitOperations.Log2((ulong)size); height >= 0; height--)
        {
            if ((size & (1L << height)) == 0) continue;
            yield return (height, start >> height);
            start += 1L << height;
        }
    }

    private static byte[] Above(byte[] level)
    {
        var count = level.Length / Width;
        var above = new byte[(count + 1) / 2 * Width];
        for (var i = 0; i < count; i += 2)
        {
            var left = level.AsSpan(i * Width, Width);
            if (i + 1 == count)
                left.CopyTo(above.AsSpan(i / 2 * Width));
            else
                HashOfNode(left, level.AsSpan((i + 1) * Width, Width)).CopyTo(above, i / 2 * Width);
        }

        return above;
    }
}
