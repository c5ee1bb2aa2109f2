using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Cashiers;

/// <summary>A dossier whose applicant still has to pay.</summary>
/// <param name="Statutory">How much of what is owed is statutory fee (lệ phí).</param>
/// <param name="IsWaiting">Whether its procedure waits for the money.</param>
public sealed record OwedLine(string DossierId, string Code, string ProcedureCode, string ApplicantName, long Owed, long Statutory, bool IsWaiting, DateTimeOffset ReceivedAt);

/// <summary>Lists what is still to be paid, those whose procedure waits for it first, then the latest.</summary>
public sealed class ListOwed(OfficeDb db)
{
    private const int Most = 100;

    private static readonly int[] Ended = [NationalStatus.NotAccepted, NationalStatus.Stopped, NationalStatus.Returned];

    /// <param name="text">Code, name, phone or identity number; null for all. A code of the agency as a scanner reads it finds its dossier.</param>
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<OwedLine>> Run(Actor actor, string? text, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadFee);
        var owed = db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db)
            .Where(row => row.AmountDue > row.AmountPaid && !Ended.Contains(row.NationalStatus));
        foreach (var word in SearchText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            owed = owed.Where(row => row.SearchText.Contains(word) || row.Phone == word || row.IdentityNumber == word);
        var rows = await owed
            .OrderByDescending(row => row.NationalStatus == NationalStatus.PaymentRequested).ThenByDescending(row => row.ReceivedAt)
            .Take(Most).ToListAsync(cancel);
        return [.. rows.Select(row => new OwedLine(
            row.InstanceId, row.Code, row.ProcedureCode, row.ApplicantName, row.AmountOwed(), row.StatutoryPartOf(row.AmountOwed()),
            row.NationalStatus == NationalStatus.PaymentRequested, row.ReceivedAt))];
    }
}
