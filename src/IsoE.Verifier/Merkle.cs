using System.Security.Cryptography;

namespace IsoE.Verifier;

/// <summary>Checks the proofs of RFC 9162 sections 2.1.3.2 and 2.1.4.2.</summary>
public static class Merkle
{
    /// <summary>Hash of a leaf: SHA-256 of 00 and the entry.</summary>
    public static byte[] HashOfLeaf(byte[] entry) => SHA256.HashData([0, .. entry]);

    /// <summary>Whether the leaf stands at the place in the tree of that size and root.</summary>
    public static bool Includes(byte[] leaf, long place, long size, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (place < 0 || place >= size) return false;
        var (fn, sn, hash) = (place, size - 1, leaf);
        foreach (var beside in proof)
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                hash = Node(beside, hash);
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                hash = Node(hash, beside);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && Same(hash, root);
    }

    /// <summary>Whether the first tree is the beginning of the second.</summary>
    public static bool IsBeginning(long size1, byte[] root1, long size2, byte[] root2, IReadOnlyList<byte[]> proof)
    {
        if (size1 < 0 || size1 > size2) return false;
        if (size1 == size2) return proof.Count == 0 && Same(root1, root2);
        // Everything begins with nothing, and nothing has but one root.
        if (size1 == 0) return proof.Count == 0 && Same(root1, SHA256.HashData([]));
        var path = (size1 & (size1 - 1)) == 0 ? [root1, .. proof] : proof;
        if (path.Count == 0) return false;
        var (fn, sn) = (size1 - 1, size2 - 1);
        while ((fn & 1) == 1) (fn, sn) = (fn >> 1, sn >> 1);
        var (fr, sr) = (path[0], path[0]);
        foreach (var hash in path.Skip(1))
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                (fr, sr) = (Node(hash, fr), Node(hash, sr));
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                sr = Node(sr, hash);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && Same(fr, root1) && Same(sr, root2);
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    private static bool Same(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);
}
