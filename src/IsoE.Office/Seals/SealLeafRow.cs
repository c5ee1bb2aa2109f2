using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Seals;

/// <summary>One entry of what an agency has sealed so far: how far a chain had got, or which bytes a file had.</summary>
/// <remarks>
/// The list only grows: a chain that has gone on is a further entry. So every seal is the beginning of the next one,
/// which RFC 9162 calls consistent. The entry's bytes are kind, subject, sequence and hash in the form of <see cref="HistoryChain"/>.
/// </remarks>
public sealed class SealLeafRow : IBelongsToAgency
{
    /// <summary>Kind of an entry on a chain; others are those of <see cref="SealedFiles"/>.</summary>
    public const string Chain = "chain";

    public required string AgencyId { get; init; }

    /// <summary>0, 1, 2, ... without gaps in the agency.</summary>
    public required long Place { get; init; }

    /// <summary><see cref="Chain"/>, or the kind of a file.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the instance, or of the file.</summary>
    public required string Subject { get; init; }

    /// <summary>Sequence of the chain's last row; 0 for a file.</summary>
    public required long Sequence { get; init; }

    /// <summary>Hash of that row, or SHA-256 of the file; lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The hash of the leaf in the tree.</summary>
    public byte[] LeafHash()
    {
        var writer = new CanonicalWriter(new byte[CanonicalWriter.Room(Kind, Subject) + sizeof(long) + (Hash.Length / 2)]);
        writer.Append(Kind);
        writer.Append(Subject);
        writer.Append(Sequence);
        writer.Append(Convert.FromHexString(Hash));
        return MerkleTree.HashOfLeaf(writer.Written);
    }
}

internal sealed class SealLeafRowMapping : IEntityTypeConfiguration<SealLeafRow>
{
    public void Configure(EntityTypeBuilder<SealLeafRow> row)
    {
        row.HasKey(leaf => new { leaf.AgencyId, leaf.Place });
        row.HasIndex(leaf => new { leaf.AgencyId, leaf.Kind, leaf.Subject, leaf.Sequence });
        row.IsAppendOnly();
    }
}
