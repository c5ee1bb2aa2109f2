using IsoE.Office.Seals;

namespace IsoE.Office.Tests.Seals;

public sealed class MerkleTreeTests
{
    /// <summary>Entries and roots of the reference implementation of Certificate Transparency.</summary>
    private static readonly string[] Entries =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [TestCase(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [TestCase(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [TestCase(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [TestCase(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [TestCase(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [TestCase(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [TestCase(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [TestCase(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_those_of_certificate_transparency(int size, string root)
    {
        Assert.That(Convert.ToHexStringLower(Tree(8).Root(size)), Is.EqualTo(root));
        Assert.That(Convert.ToHexStringLower(Tree(size).Root(size)), Is.EqualTo(root));
    }

    [Test]
    public void The_root_of_nothing_is_the_hash_of_nothing()
    {
        Assert.That(Convert.ToHexStringLower(new MerkleTree([]).Root(0)), Is.EqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    [Test]
    public void Every_entry_of_every_tree_is_proved_to_be_in_it_and_nowhere_else()
    {
        for (var size = 1; size <= 40; size++)
        {
            var tree = Numbered(size);
            for (var place = 0; place < size; place++)
            {
                var proof = tree.Inclusion(place);
                Assert.That(Verifier.Merkle.Includes(Leaf(place), place, size, proof, tree.Root(size)), Is.True, $"{place} in {size}");
                Assert.That(Verifier.Merkle.Includes(Leaf(place + 1), place, size, proof, tree.Root(size)), Is.False, $"another at {place} in {size}");
                if (size > 1)
                    Assert.That(Verifier.Merkle.Includes(Leaf(place), (place + 1) % size, size, proof, tree.Root(size)), Is.False, $"{place} elsewhere in {size}");
            }
        }
    }

    [Test]
    public void Every_tree_is_proved_to_be_the_beginning_of_every_later_one()
    {
        for (var later = 1; later <= 40; later++)
        {
            var tree = Numbered(later);
            for (var size = 1; size <= later; size++)
            {
                var proof = tree.Consistency(size);
                Assert.That(Verifier.Merkle.IsBeginning(size, tree.Root(size), later, tree.Root(later), proof), Is.True, $"{size} of {later}");
                Assert.That(Verifier.Merkle.IsBeginning(size, Leaf(99), later, tree.Root(later), proof), Is.False, $"another {size} of {later}");
            }
        }
    }

    private static MerkleTree Tree(int size) => new([.. Entries.Take(size).SelectMany(entry => MerkleTree.HashOfLeaf(Convert.FromHexString(entry)))]);

    private static MerkleTree Numbered(int size) => new([.. Enumerable.Range(0, size).SelectMany(Leaf)]);

    private static byte[] Leaf(int number) => MerkleTree.HashOfLeaf([(byte)number]);
}
