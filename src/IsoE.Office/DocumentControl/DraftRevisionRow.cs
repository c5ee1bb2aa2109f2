using System.IO.Compression;
using System.Text;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.DocumentControl;

/// <summary>The content of a document after one save. Append-only: undoing steps back to an earlier one, nothing is lost.</summary>
public sealed class DraftRevisionRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>From 1, in the order of saving.</summary>
    public required int Number { get; init; }

    /// <summary>The revision it was made from; 0 for the first.</summary>
    public required int Parent { get; init; }

    /// <summary>Set aside: what an author had when somebody else saved first. It stands on no line of undoing and redoing.</summary>
    public bool IsAside { get; init; }

    /// <summary>Both texts, compressed: an author saves hundreds of times what differs in a line.</summary>
    public required byte[] Content { get; init; }

    public required string SavedBy { get; init; }

    public required string SavedByName { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Puts the content into its stored form.</summary>
    public static byte[] Pack(ProcedureContent content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(Encoding.UTF8.GetBytes(OfficeJson.Write(content)));
        return packed.ToArray();
    }

    /// <summary>The content as it was saved.</summary>
    public ProcedureContent Unpack()
    {
        using var brotli = new BrotliStream(new MemoryStream(Content), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return OfficeJson.Read<ProcedureContent>(reader.ReadToEnd());
    }
}

internal sealed class DraftRevisionRowMapping : IEntityTypeConfiguration<DraftRevisionRow>
{
    public void Configure(EntityTypeBuilder<DraftRevisionRow> row)
    {
        row.HasKey(r => new { r.AgencyId, r.InstanceId, r.Number });
        row.IsAppendOnly();
    }
}
