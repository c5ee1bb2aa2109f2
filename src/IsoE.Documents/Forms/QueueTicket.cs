using System.Text;
using System.Text.Json.Serialization;
using IsoE.Documents.Drawing;

namespace IsoE.Documents.Forms;

/// <summary>A number of the queue, on a roll of paper 80 mm wide.</summary>
public sealed record QueueTicket : DocumentForm
{
    public required string Agency { get; init; }

    /// <summary>Prefix and digits: <c>A012</c>.</summary>
    public required string Number { get; init; }

    public required string Field { get; init; }

    /// <summary>Priority group; empty: no line.</summary>
    public required string Priority { get; init; }

    /// <summary>See <see cref="Wording.ShortTime"/>.</summary>
    public required string TakenAt { get; init; }

    /// <summary>Address of the page that shows how many are before; drawn as QR.</summary>
    public required string Address { get; init; }

    [JsonIgnore]
    public override string Template => "queue-ticket";

    [JsonIgnore]
    public override string Title => $"Phiếu số thứ tự {Number}";

    [JsonIgnore]
    public override string Author => Agency;

    protected override IReadOnlyDictionary<string, byte[]> Drawings() => new Dictionary<string, byte[]>
    {
        ["qr.svg"] = Encoding.UTF8.GetBytes(QrCode.Svg(Address)),
    };
}
