using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Biên lai thu tiền phí, lệ phí.</summary>
public sealed record MoneyReceipt : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary>Symbol and number of the receipt.</summary>
    public required string Number { get; init; }

    public required string Payer { get; init; }

    public required string Address { get; init; }

    /// <summary>Code of the dossier.</summary>
    public required string Code { get; init; }

    /// <summary>What is paid for: usually the name of the procedure.</summary>
    public required string Purpose { get; init; }

    /// <summary>Statutory fee and service fee, those that are not nothing.</summary>
    public required IReadOnlyList<MoneyLine> Lines { get; init; }

    /// <summary>The sum, <c>75.000</c>.</summary>
    public required string Total { get; init; }

    /// <summary>The sum in words, <c>Bảy mươi lăm nghìn đồng</c>.</summary>
    public required string InWords { get; init; }

    /// <summary><c>Tiền mặt</c> or <c>Chuyển khoản</c>, with the bank's reference.</summary>
    public required string Means { get; init; }

    /// <summary>See <see cref="Wording.TimeAndDate"/>.</summary>
    public required string ReceivedAt { get; init; }

    public required string Cashier { get; init; }

    [JsonIgnore]
    public override string Template => "money-receipt";

    [JsonIgnore]
    public override string Title => $"Biên lai thu tiền phí, lệ phí {Number}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}

/// <param name="Amount"><c>75.000</c>.</param>
public sealed record MoneyLine(string Name, string Amount);
