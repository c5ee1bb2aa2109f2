using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Cashiers;

/// <summary>A book of receipts as it is handed to a cashier.</summary>
/// <param name="CommandId">Idempotency key.</param>
public sealed record ReceiptBookForm(string Symbol, long FromNumber, long ToNumber, string CashierId, string CommandId);

/// <summary>Issues a book of receipts to a cashier. From the first book on, the agency's cashiers take their numbers from books.</summary>
public sealed class IssueReceiptBook(InstanceRunner instances, RoleHolders holders)
{
    private const long MostNumbers = 1_000_000;
    private const int LongestSymbol = 12;

    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>book-symbol</c>, <c>book-range</c>, <c>book-overlap</c>, <c>cashier-unknown</c>.
    /// </exception>
    public async Task<StepResult> Run(Actor actor, ReceiptBookForm form, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ManageReceiptBooks);
        Permit.RefuseAdministrators(actor);
        var symbol = SymbolOf(form.Symbol);
        CheckRange(form);
        var cashier = await CashierOf(form.CashierId, cancel);
        var request = new StepRequest(actor.AgencyId, ReceiptBookRow.InstanceOf(actor.AgencyId, symbol), form.CommandId, actor.PersonId)
        {
            Also = [typeof(ReceiptBookRow)],
        };
        return await instances.Run(request, Decide, cancel);

        void Decide(Step step)
        {
            var books = step.All<ReceiptBookRow>();
            if (books.FirstOrDefault(book => book.Overlaps(form.FromNumber, form.ToNumber)) is { } other)
                throw new RejectedException("book-overlap", new Text(
                    $"Ký hiệu {symbol} đã có quyển từ số {other.FromNumber} đến số {other.LastUsed ?? other.ToNumber}. Chọn dãy số khác.",
                    $"There is a book {symbol} with the numbers {other.FromNumber} to {other.LastUsed ?? other.ToNumber}. Choose other numbers."))
                { Field = nameof(form.FromNumber) };
            step.Record(new ReceiptBookIssued(
                ReceiptBookRow.IdOf(step.InstanceId, books.Count), symbol, form.FromNumber, form.ToNumber, cashier.Id, cashier.FullName));
        }
    }

    private static string SymbolOf(string typed)
    {
        var symbol = typed.Trim().ToUpperInvariant();
        if (symbol.Length is > 0 and <= LongestSymbol && symbol.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/')) return symbol;
        throw new RejectedException("book-symbol", new Text(
            $"Ký hiệu gồm chữ không dấu, số, dấu - hoặc /, tối đa {LongestSymbol} ký tự, ví dụ AB-26P.",
            $"A symbol has letters without marks, digits, - or /, at most {LongestSymbol} of them, for example AB-26P."))
        { Field = nameof(ReceiptBookForm.Symbol) };
    }

    private static void CheckRange(ReceiptBookForm form)
    {
        if (form.FromNumber >= 1 && form.ToNumber >= form.FromNumber && form.ToNumber <= 9_999_999 && form.ToNumber - form.FromNumber < MostNumbers) return;
        throw new RejectedException("book-range", new Text(
            "Số đầu từ 1, số cuối không nhỏ hơn số đầu và có tối đa 7 chữ số.",
            "The first number is 1 or more, the last one not smaller and of 7 digits at most."))
        { Field = nameof(ReceiptBookForm.ToNumber) };
    }

    private async Task<Person> CashierOf(string personId, CancellationToken cancel) =>
        (await holders.Of(Roles.Cashier, cancel)).FirstOrDefault(person => person.Id == personId)
        ?? throw new RejectedException("cashier-unknown", new Text(
            "Chọn một cán bộ thu phí đang giữ vai trò này.", "Choose somebody who holds the role of cashier."))
        { Field = nameof(ReceiptBookForm.CashierId) };
}
