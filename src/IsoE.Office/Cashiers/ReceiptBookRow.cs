using System.Globalization;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Cashiers;

/// <summary>A book of receipts (quyển biên lai) issued to one cashier. All books of one symbol share an instance, so that no two overlap.</summary>
public sealed class ReceiptBookRow : IInstanceRow
{
    public required string AgencyId { get; init; }

    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>Symbol printed before the number, for example <c>AB-26P</c>.</summary>
    public required string Symbol { get; init; }

    public required long FromNumber { get; init; }

    /// <summary>Its last number.</summary>
    public required long ToNumber { get; init; }

    public required string CashierId { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required string IssuedBy { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedBy { get; set; }
    public string? CloseReason { get; set; }

    /// <summary>The last number used when it was closed, <see cref="FromNumber"/> less one for none; null while it is open. The rest goes back to the store.</summary>
    public long? LastUsed { get; set; }

    public long Count => ToNumber - FromNumber + 1;

    /// <summary>The series that counts its receipts from 1.</summary>
    public string Series => $"book-{Id}";

    public string NumberAt(long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{Symbol} {FromNumber + count - 1:0000000}");

    /// <summary>Whether it holds numbers of this range; what a closed book did not use is free again.</summary>
    public bool Overlaps(long from, long to) => from <= (LastUsed ?? ToNumber) && to >= FromNumber;

    /// <summary>The instance of all books of a symbol.</summary>
    public static string InstanceOf(string agencyId, string symbol) => RowId.Of("receipt-books", agencyId, symbol);

    /// <param name="issued">How many books of the symbol there were before.</param>
    public static string IdOf(string instanceId, int issued) =>
        string.Create(CultureInfo.InvariantCulture, $"{instanceId}.{issued + 1}");

    /// <summary>The instance a book belongs to; the id itself when it has not the form of one.</summary>
    public static string InstanceOf(string bookId) => bookId.Split('.')[0];
}

internal sealed class ReceiptBookRowMapping : IEntityTypeConfiguration<ReceiptBookRow>
{
    public void Configure(EntityTypeBuilder<ReceiptBookRow> row)
    {
        row.HasKey(book => new { book.AgencyId, book.Id });
        row.Ignore(book => book.Count);
        row.Ignore(book => book.Series);
        row.HasIndex(book => new { book.AgencyId, book.InstanceId });
    }
}
