using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>What is seen of a person's digital signature: the picture of the signature in blue, or the name (NĐ 30/2020, Appendix I).</summary>
public sealed record PersonSeal : DocumentForm
{
    public required string Name { get; init; }

    /// <summary>Where the person works; empty: no line.</summary>
    public required string Agency { get; init; }

    /// <summary>Date, time and zone: <c>26/11/2026 09:15:32 +07:00</c>.</summary>
    public required string At { get; init; }

    /// <summary>The signature by hand, PNG or SVG with a transparent ground; null: the name stands for it.</summary>
    [JsonIgnore]
    public byte[]? Picture { get; init; }

    public bool HasPicture => Picture is not null;

    [JsonIgnore]
    public override string Template => "seal-person";

    [JsonIgnore]
    public override string Title => $"Chữ ký số của {Name}";

    [JsonIgnore]
    public override string Author => Agency;

    protected override IReadOnlyDictionary<string, byte[]> Drawings() =>
        Picture is { } picture ? new Dictionary<string, byte[]> { ["signature"] = picture } : new Dictionary<string, byte[]>();
}
