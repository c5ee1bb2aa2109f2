using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>What is seen of an organisation's digital signature: its red seal, name and time (NĐ 30/2020, Appendix I).</summary>
public sealed record OrganisationSeal : DocumentForm
{
    public required string Name { get; init; }

    /// <summary>Number and date that the document gets with the seal: <c>Số 05/GXN-UBND, ngày 26/11/2026</c>; empty: none.</summary>
    public string Number { get; init; } = "";

    /// <summary>Date, time and zone: <c>26/11/2026 09:15:32 +07:00</c>.</summary>
    public required string At { get; init; }

    /// <summary>The seal, PNG or SVG with a transparent ground, in its true size; null: a ring with the name.</summary>
    [JsonIgnore]
    public byte[]? Picture { get; init; }

    public bool HasPicture => Picture is not null;

    [JsonIgnore]
    public override string Template => "seal-organisation";

    [JsonIgnore]
    public override string Title => $"Dấu của {Name}";

    [JsonIgnore]
    public override string Author => Name;

    protected override IReadOnlyDictionary<string, byte[]> Drawings() =>
        Picture is { } picture ? new Dictionary<string, byte[]> { ["seal"] = picture } : new Dictionary<string, byte[]>();
}
