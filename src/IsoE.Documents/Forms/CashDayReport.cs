using System.Text.Json.Serialization;

namespace IsoE.Documents.Forms;

/// <summary>Báo cáo chốt sổ thu phí, lệ phí trong ngày: the journal of one cashier, counted and closed.</summary>
public sealed record CashDayReport : DocumentForm
{
    public required Letterhead Head { get; init; }

    /// <summary><c>09/02/2026</c>.</summary>
    public required string Day { get; init; }

    public required string Cashier { get; init; }

    public required IReadOnlyList<CashLine> Lines { get; init; }

    /// <summary>Label and sum, in the order in which they are printed.</summary>
    public required IReadOnlyList<MoneyLine> Sums { get; init; }

    /// <summary>Numbers of cancelled receipts with the reason.</summary>
    public required IReadOnlyList<string> Cancelled { get; init; }

    public required string Explanation { get; init; }

    /// <summary>See <see cref="Wording.TimeAndDate"/>; empty while the day is open.</summary>
    public required string ClosedAt { get; init; }

    [JsonIgnore]
    public override string Template => "cash-day";

    [JsonIgnore]
    public override string Title => $"Báo cáo thu phí, lệ phí ngày {Day}";

    [JsonIgnore]
    public override string Author => Head.Agency;
}

/// <summary>One movement; sums as printed, with a minus for money given back.</summary>
public sealed record CashLine(string Line, string Time, string Receipt, string Code, string What, string Means, string Statutory, string Service, string Total);
