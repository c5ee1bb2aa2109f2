using IsoE.Office.Cashiers;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;

namespace IsoE.Office.Tests.Cashiers;

public sealed class ReceiptBookTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [OneTimeSetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [OneTimeTearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Cashiers_at_work_together_take_the_numbers_of_their_books_without_gaps_or_doubles()
    {
        await _bed.Issue("AB-26P", 1, 50, "cashier");
        await _bed.Issue("AB-26P", 51, 100, "cashier2");
        var dossiers = new List<string>();
        for (var i = 0; i < 16; i++) dossiers.Add((await _bed.Receive()).InstanceId);

        var receipts = await Task.WhenAll(dossiers.Select((id, i) => _bed.Pay(id, i % 2 == 0 ? "cashier" : "cashier2")));

        var expected = Enumerable.Range(1, 8).Concat(Enumerable.Range(51, 8)).Select(number => $"AB-26P {number:0000000}");
        Assert.That(receipts.Select(receipt => receipt.ReceiptNumber).Order(), Is.EqualTo(expected));
        Assert.That(receipts.Select(receipt => receipt.Line).Order(), Is.EqualTo(Enumerable.Range(1, 8).SelectMany(line => new[] { line, line })));
    }

    [Test]
    public async Task A_book_is_used_up_and_closed_and_its_rest_may_be_issued_again()
    {
        // While any book is open nobody falls back on the electronic series.
        await _bed.Issue("EF-26P", 1, 9, "all-hands");
        await _bed.Issue("CD-26P", 1, 3, "cashier3");
        var overlapping = await CashierBed.Refused(() => _bed.Issue("CD-26P", 3, 9, "cashier"));
        var first = await _bed.Pay((await _bed.Receive()).InstanceId, "cashier3");
        await Close("CD-26P");
        var without = (await _bed.Receive()).InstanceId;
        var afterClosing = await CashierBed.Refused(() => _bed.Pay(without, "cashier3"));
        await _bed.Issue("CD-26P", 2, 2, "cashier3");
        var again = await _bed.Pay(without, "cashier3");
        var usedUp = (await _bed.Receive()).InstanceId;
        var afterTheLast = await CashierBed.Refused(() => _bed.Pay(usedUp, "cashier3"));

        Assert.That(overlapping, Is.EqualTo("book-overlap"));
        Assert.That((first.ReceiptNumber, again.ReceiptNumber), Is.EqualTo(("CD-26P 0000001", "CD-26P 0000002")));
        Assert.That((afterClosing, afterTheLast), Is.EqualTo(("book-none", "book-none")));
    }

    private async Task Close(string symbol)
    {
        var head = await _bed.As("onestop");
        var line = (await _bed.Run<ListReceiptBooks, IReadOnlyList<ReceiptBookLine>>(list => list.Run(head, default)))
            .Single(each => each.Book.Symbol == symbol && each.Book.ClosedAt is null);
        await _bed.Do<CloseReceiptBook>("onestop", (command, actor) => command.Run(actor, line.Book.Id, "Nộp lại kho", _bed.NewCommand(), default));
    }
}
