using IsoE.Office.Seals;

namespace IsoE.Office.Evidence;

/// <summary>The files of a pack that programs read, as JSON. Hashes are lower-case hexadecimal.</summary>
/// <remarks>The standalone verifier reads exactly these; a name that changes here is a new format there.</remarks>
internal static class PackFiles
{
    public const string Format = "isoe-pack-1";
    public const string Manifest = "manifest.json";
    public const string Seal = "seal.json";
    public const string Seals = "seals.json";
    public const string Keys = "keys.json";
    public const string Log = "history.xes";

    /// <summary>The most recent seals before the one of the pack that it carries, so that one kept outside can be found among them.</summary>
    public const int MostSeals = 4000;
}

/// <param name="Report">The part that people read: the file's first bytes.</param>
internal sealed record PackManifest(
    string Format, string Agency, string AgencyName, string MadeAt, string MadeBy, PackedReport Report, IReadOnlyList<PackedFile> Files,
    IReadOnlyList<PackedDossier> Dossiers);

internal sealed record PackedReport(long Size, string Sha256);

internal sealed record PackedFile(string Name, string Sha256, long Size);

/// <param name="History">Name of the embedded file with its history.</param>
internal sealed record PackedDossier(string Code, string History);

/// <summary>Everything that is needed to recompute the chain of one dossier up to its entry in the seal.</summary>
internal sealed record PackedHistory(
    string Agency, string Instance, string Code, IReadOnlyList<PackedRow> Rows, PackedProof Proof, IReadOnlyList<PackedRecord> Files);

/// <param name="Nonce">Null in a row that was erased lawfully.</param>
internal sealed record PackedRow(
    long Sequence, string Type, string Data, string? Nonce, string Digest, string At, string Actor, string? Command, string Previous, string Hash);

internal sealed record PackedProof(long Place, IReadOnlyList<string> Path);

/// <param name="Kind">Kind and <paramref name="Id"/> are those of its entry in the seal.</param>
internal sealed record PackedRecord(string Name, string Kind, string Id, string Sha256, PackedProof Proof);

internal sealed record PackedSeals(IReadOnlyList<PackedSeal> Seals);

/// <summary>An earlier seal, and the proof that it is the beginning of the pack's own.</summary>
internal sealed record PackedSeal(
    string Agency, long Number, string At, long Size, string Root, string Previous, string Key, string By, string Signature,
    IReadOnlyList<string> Consistency)
{
    public static PackedSeal Of(SealRow seal, MerkleTree tree)
    {
        var statement = SealFile.Of(seal, [], "");
        return new PackedSeal(
            statement.Agency, statement.Number, statement.At, statement.Size, statement.Root, statement.Previous, statement.Key, statement.By,
            statement.Signature,
            [.. tree.Consistency(seal.Size).Select(Convert.ToHexStringLower)]);
    }
}

internal sealed record PackedKeys(IReadOnlyList<PackedKey> Keys);

/// <param name="Endorsement">Signature of the predecessor over the certificate; base64, like the certificate.</param>
/// <param name="DisclosedSince">First instant from which the key proves nothing; null when nothing was said against it.</param>
internal sealed record PackedKey(string Id, string Certificate, string? Predecessor, string? Endorsement, string? DisclosedSince, string? DisclosedBecause);
