using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tests.Dossiers;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Cashiers;

/// <summary>What the tests of the cashier do again and again.</summary>
internal static class CashierBed
{
    public static async Task<PaymentReceived> Pay(this DossierBed bed, string dossierId, string by = "cashier", decimal amount = 100_000, string means = "cash")
    {
        var actor = await bed.As(by);
        var result = await bed.Run<RecordPayment, StepResult>(command => command.Run(
            actor, new PaymentForm(dossierId, amount, means, default, bed.NewCommand()), default));
        return result.Find<PaymentReceived>()!;
    }

    public static async Task<StepResult> Issue(this DossierBed bed, string symbol, long from, long to, string cashier)
    {
        var actor = await bed.As("onestop");
        return await bed.Run<IssueReceiptBook, StepResult>(command => command.Run(
            actor, new ReceiptBookForm(symbol, from, to, cashier, bed.NewCommand()), default));
    }

    public static async Task<StepResult> Do<TCommand>(this DossierBed bed, string person, Func<TCommand, Actor, Task<StepResult>> run)
        where TCommand : notnull
    {
        var actor = await bed.As(person);
        return await bed.Run<TCommand, StepResult>(command => run(command, actor));
    }

    public static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RejectedException>(() => act()))!.Code;
}
