using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IsoE.Verifier;

namespace IsoE.Benchmarks.Tampering;

/// <summary>What a pack says of its dossiers: the rows of their histories and the bytes of their records.</summary>
internal sealed class ExportedEvidence
{
    private readonly SortedDictionary<string, string> _said = new(StringComparer.Ordinal);

    public static ExportedEvidence Of(byte[] pack)
    {
        var evidence = new ExportedEvidence();
        var files = new PdfFile(pack).Files();
        foreach (var (name, bytes) in files.Where(file => file.Key.EndsWith(".history.json", StringComparison.Ordinal)))
        {
            var history = JsonNode.Parse(bytes)!;
            evidence._said[name] = history["rows"]!.ToJsonString();
            foreach (var record in history["files"]!.AsArray().Select(file => (string)file!["name"]!))
                evidence._said[record] = Convert.ToHexStringLower(SHA256.HashData(files[record]));
        }

        return evidence;
    }

    public bool Says(ExportedEvidence other) => _said.SequenceEqual(other._said);
}
