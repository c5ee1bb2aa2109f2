using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>What was handed in online and nobody has accepted or refused yet.</summary>
public sealed class ListSubmissions(OfficeDb db)
{
    private const int Most = 500;

    /// <summary>Those the agency has to answer first, by their deadline; then those that wait for the applicant.</summary>
    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<DossierRow>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReceiveDossier);
        return await db.Set<DossierRow>().AsNoTracking().Where(row => row.AwaitsCheck)
            .OrderBy(row => row.AnswerDueAt == null).ThenBy(row => row.AnswerDueAt).ThenBy(row => row.ReceivedAt)
            .Take(Most).ToListAsync(cancel);
    }

    /// <summary>How many wait for the agency.</summary>
    public Task<int> Waiting(CancellationToken cancel) => db.Set<DossierRow>().CountAsync(row => row.AwaitsCheck && row.AnswerDueAt != null, cancel);
}
